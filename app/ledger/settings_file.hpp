// SPDX-License-Identifier: MIT
// settings.toml of the config folder.
#pragma once

#include "app/experiment/session.hpp"
#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::ledger {

struct SettingsRead {
    Settings settings;
    std::vector<std::string> notices; ///< what was left out, for the learner
};

/// A missing file gives the defaults. A damaged one does too, and is said; a value that cannot be
/// is left out, and so is a key that there is not.
SettingsRead read_settings(const std::filesystem::path& config_folder);

/// Writes the whole file anew.
Result<void> write_settings(const std::filesystem::path& config_folder, const Settings& settings);

} // namespace lockstep::ledger
