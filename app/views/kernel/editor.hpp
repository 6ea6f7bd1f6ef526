// SPDX-License-Identifier: MIT
// The text editor in the house's colours.
#pragma once

#include "app/experiment/compile_errors.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep::kernel_view {

/// Shows `text` under a name; answers with the new text when the learner changed it. Lines with an
/// error are marked, and what is wrong is said when the pointer is on one.
std::optional<std::string> edit(const std::string& name, const std::string& text,
                                const std::vector<CompileError>& errors, float height);

} // namespace lockstep::kernel_view
