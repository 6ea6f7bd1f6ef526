// SPDX-License-Identifier: MIT
// The text editor in the house's colours.
#pragma once

#include <optional>
#include <string>

namespace lockstep::kernel_view {

/// Shows `text` under a name; answers with the new text when the learner changed it. `error_line`
/// counts from 1, 0: there is no error; `error` is said when the pointer is on it.
std::optional<std::string> edit(const std::string& name, const std::string& text, int error_line,
                                const std::string& error, float height);

} // namespace lockstep::kernel_view
