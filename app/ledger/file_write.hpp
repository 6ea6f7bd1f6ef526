// SPDX-License-Identifier: MIT
// Files written whole or not at all.
#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string_view>

namespace lockstep::ledger {

/// Writes NAME.<process>.part beside the file, syncs it, renames it over the file and syncs the
/// folder, which is made when there is none. After an Error the file is as it was, or is not there:
/// a reader never meets half of one. Two processes may write the same file; the later one stays.
Result<void> write_whole(const std::filesystem::path& path, std::string_view text);

/// "the disk is full" and what to do about it, for an errno of a failed write.
Error write_error(const std::filesystem::path& path, int number);

} // namespace lockstep::ledger
