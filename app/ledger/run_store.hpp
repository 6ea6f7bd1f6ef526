// SPDX-License-Identifier: MIT
// Run files: runs/<uuid>.json of the data folder. Written whole and never changed after.
#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
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

} // namespace lockstep::ledger
