// SPDX-License-Identifier: MIT
// Asking a model by its name, as a lesson does.
#pragma once

#include "sim/base/assert.hpp"
#include "sim/models/model.hpp"

namespace lockstep::models {

inline const Model& named(std::string_view name) {
    const Model* model = find_model(name);
    LOCKSTEP_ASSERT(model != nullptr, "A test names a model that there is.");
    return *model;
}

inline double ask(std::string_view name, const Values& values) {
    return named(name).value(values);
}

inline double limit_of(std::string_view name, const Values& values) {
    LOCKSTEP_ASSERT(named(name).limit != nullptr, "A test asks a model that has a limit.");
    return named(name).limit(values);
}

} // namespace lockstep::models
