// SPDX-License-Identifier: MIT
// Whether the values of a problem's parameters are possible, in words that name the parameter.
#include "kernels/measure/workload.hpp"

#include "sim/base/units.hpp"

#include <cmath>
#include <fmt/format.h>
#include <string>

namespace lockstep {
namespace {

/// "a whole number from 1 to 12 ms" or "one of 0 (random), 1 (always the same)".
std::string range_of(const Parameter& parameter) {
    if (parameter.choices.empty())
        return fmt::format("{}from {} to {}{}{}", parameter.whole ? "a whole number " : "",
                           format_number(parameter.low, 6), format_number(parameter.high, 6),
                           parameter.unit.empty() ? "" : " ", parameter.unit);
    std::string list = "one of";
    for (std::size_t i = 0; i < parameter.choices.size(); ++i)
        list += fmt::format("{} {} ({})", i ? "," : "", i, parameter.choices[i]);
    return list;
}

bool can_be(const Parameter& parameter, double value) {
    const bool choice = !parameter.choices.empty();
    const double low = choice ? 0 : parameter.low;
    const double high = choice ? static_cast<double>(parameter.choices.size()) - 1 : parameter.high;
    const bool whole = parameter.whole || choice;
    return value >= low && value <= high && (!whole || std::floor(value) == value);
}

Result<void> check_one(const Workload& workload, const Parameter& parameter, const Values& values) {
    const std::string where = fmt::format("{}: {}", workload.name, parameter.name);
    const std::string remedy = fmt::format("It is {}.", range_of(parameter));
    const auto found = values.find(parameter.name);
    if (found == values.end()) return fail(where, "this parameter has no value.", remedy);
    if (!can_be(parameter, found->second))
        return fail(where, format_number(found->second, 6) + " cannot be.", remedy);
    return {};
}

} // namespace

Result<void> check_values(const Workload& workload, const Values& values) {
    for (const Parameter& parameter : workload.parameters)
        LOCKSTEP_CHECK(check_one(workload, parameter, values));
    const double p = value_of(values, "p", 1);
    if (!(p >= 1 && p <= 1024) || std::floor(p) != p)
        return fail(fmt::format("{}: p", workload.name),
                    format_number(p, 6) + " workers cannot be.",
                    "It is a whole number from 1 to 1024.");
    return {};
}

} // namespace lockstep
