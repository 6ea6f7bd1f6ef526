// SPDX-License-Identifier: MIT
// Where the lab's menu saves to: the learner's download folder, under a name that says what it is
// and that nothing has yet.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace lockstep::lab {

/// $XDG_DOWNLOAD_DIR, else ~/Downloads, else ~; whichever exists first. The current folder when
/// there is no home.
std::filesystem::path save_folder();

/// "lockstep-amdahl-main-2026-11-21.png", with "-2", "-3" ... before the ending while `taken` says
/// so.
std::filesystem::path save_path(const std::filesystem::path& folder, const std::string& lesson,
                                const std::string& experiment, const std::string& date,
                                const std::string& ending,
                                const std::function<bool(const std::filesystem::path&)>& taken);

/// Today, UTC, as 2026-11-21.
std::string today();

} // namespace lockstep::lab
