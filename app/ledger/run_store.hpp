// SPDX-License-Identifier: MIT
// Run files: runs/<uuid>.json of the data folder. Written whole and never changed after.
#pragma once

#include "app/ledger/ledger.hpp"
#include "sim/base/result.hpp"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace lockstep::ledger {

/// Writes a run and gives its SHA-256, which belongs into its event: the file first, then the
/// event.
Result<std::string> keep_run(const std::filesystem::path& data_folder, const std::string& id,
                             std::string_view json);

/// Reads a run back. An Error when there is none, when it is longer than 100 MB, or when it is not
/// what was kept; an empty `expected_sha256` is not compared.
Result<std::string> read_run(const std::filesystem::path& data_folder, const std::string& id,
                             std::string_view expected_sha256 = {});

/// The event that follows a run's file: kind "kept", the run's id in the place of a block.
Event kept_event(const std::string& lesson, const std::string& id, const std::string& sha256);

/// What was kept, by a run's id: the SHA-256 that read_run expects.
std::map<std::string, std::string> kept_runs(std::span<const Event> events);

} // namespace lockstep::ledger
