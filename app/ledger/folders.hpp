// SPDX-License-Identifier: MIT
// Where what the learner did is kept, after the XDG base directory specification.
#pragma once

#include <filesystem>

namespace lockstep::ledger {

/// $XDG_DATA_HOME/lockstep, or ~/.local/share/lockstep: ledger.db and runs/. A relative path in the
/// variable is ignored, as the specification asks.
std::filesystem::path data_folder();

/// $XDG_CONFIG_HOME/lockstep, or ~/.config/lockstep: settings.toml.
std::filesystem::path config_folder();

/// $XDG_CACHE_HOME/lockstep, or ~/.cache/lockstep: what can be measured again, as the passports.
std::filesystem::path cache_folder();

} // namespace lockstep::ledger
