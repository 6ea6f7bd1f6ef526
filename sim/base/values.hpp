// SPDX-License-Identifier: MIT
// Named parameter values, as sliders, lessons, workloads and models pass them to one another. A
// parameter that is a choice holds the index of its choice.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lockstep {

using Values = std::map<std::string, double, std::less<>>;

/// The value of that name, or `fallback` where there is none.
double value_of(const Values& values, std::string_view name, double fallback);

} // namespace lockstep
