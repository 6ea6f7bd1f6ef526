// SPDX-License-Identifier: MIT
// The targets of a lesson's links: set:longest=8, lesson:amdahl, step:explain, https://...
#pragma once

#include "sim/base/result.hpp"
#include "sim/base/values.hpp"

#include <string_view>

namespace lockstep::content {

/// "set:longest=8,p=2" -> the sliders to move.
Result<Values> read_set_link(std::string_view target);
/// Leads out of the program, and so asks first.
bool is_web_link(std::string_view target);

} // namespace lockstep::content
