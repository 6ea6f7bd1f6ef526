// SPDX-License-Identifier: MIT
// The line of the source that writes a counter. No drawing.
#pragma once

#include <string>
#include <string_view>

namespace lockstep::cache_line {

/// The statement that the loop of the `store`-th kind repeats, on one line: kinds stand in the
/// function in the order of the parameter, each with a loop. Empty where there is none.
std::string store_line(std::string_view function, int store);

} // namespace lockstep::cache_line
