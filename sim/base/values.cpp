// SPDX-License-Identifier: MIT
// Looking a parameter up without making a string of its name.
#include "sim/base/values.hpp"

namespace lockstep {

double value_of(const Values& values, std::string_view name, double fallback) {
    const auto found = values.find(name);
    return found == values.end() ? fallback : found->second;
}

} // namespace lockstep
