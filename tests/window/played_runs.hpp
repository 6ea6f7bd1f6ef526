// SPDX-License-Identifier: MIT
// What a quiet machine of two cores would have measured: run files for `lockstep-bench --play`,
// made from the lesson's own models, so that every walk sees the same numbers and the same picture.
#pragma once

#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::window_tests {

protocol::Machine quiet_machine();

/// A run file for every run that the lesson's text asks for: each experiment at its own settings,
/// each run block at its. Where a block says that the model fails, the times do too. Returns their
/// paths.
std::vector<std::string> write_played_runs(const content::Lesson& lesson,
                                           const protocol::Catalogue& catalogue,
                                           const std::filesystem::path& folder);

} // namespace lockstep::window_tests
