// SPDX-License-Identifier: MIT
// A tree of a path's own, whose lessons may be changed.
#pragma once

#include <filesystem>
#include <string>

namespace lockstep::window_tests {

/// From now on home/root is the program's tree: the lessons copied, all else as it is.
void use_own_lessons(const std::filesystem::path& home);
/// Every occurrence in a file.
void replace_all(const std::filesystem::path& file, const std::string& from, const std::string& to);

} // namespace lockstep::window_tests
