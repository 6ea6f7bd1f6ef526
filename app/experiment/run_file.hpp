// SPDX-License-Identifier: MIT
// Run files (lockstep-run, version 1): the samples of a run and what they said that day. Written
// whole or not at all, never changed after; read leniently, since other programs write them too.
#pragma once

#include "app/experiment/run.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

inline constexpr int run_file_version = 1;
/// A longer file is refused before it is read: no run has so many samples.
inline constexpr std::size_t most_run_file_bytes = 64u << 20;

/// The file's text. Recorded series become measured again, NaN and infinities null; pictures stay
/// out, since they can be calculated anew.
std::string write_run(const Run& run);

/// `name` says whose text it is in an Error. Unknown fields are ignored, missing ones and null keep
/// their default; a mark without value is not there unless its status says why. Refused: no JSON,
/// no run file, a newer version, a field of another type, columns of different lengths, all with
/// the place. The run has from_file set, its measured series are recorded, origin is machine and
/// date.
Result<Run> read_run(std::string_view text, const std::string& name);
/// The one run of a run file, or all of a lesson's (`lockstep run LESSON --json`); never empty.
Result<std::vector<Run>> read_runs(std::string_view text, const std::string& name);

Result<void> save_run_file(const Run& run, const std::filesystem::path& file);
Result<Run> load_run_file(const std::filesystem::path& file);
Result<std::vector<Run>> load_runs(const std::filesystem::path& file);

/// Writes file.part, waits until the disk has it, renames. On failure the old file is as it was and
/// no .part is left. Fails with the reason: no such folder, no permission, no space left.
Result<void> write_whole(const std::filesystem::path& file, std::string_view text);
/// The whole text; fails for a missing file, a folder, or more than `most_bytes`.
Result<std::string> read_whole(const std::filesystem::path& file, std::size_t most_bytes);

/// The run's measured, recorded and simulated series made anew from its points; others as they are.
std::vector<Series> recompute_series(const Run& run);
/// A sentence for each mark whose value, interval or status is not what the points give now (beyond
/// rounding, 1e-6 relative); empty when the file agrees with itself.
std::vector<std::string> series_differences(const Run& run);

} // namespace lockstep
