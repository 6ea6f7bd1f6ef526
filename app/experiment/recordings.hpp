// SPDX-License-Identifier: MIT
// Folders of recordings: putting a run into one, and checking what lies in one.
#pragma once

#include "app/content/recordings.hpp"
#include "app/experiment/run.hpp"
#include "sim/base/result.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace lockstep {

/// Why a run is nothing to keep as a recording, as an Error; nothing when it is: a whole run of a
/// lesson's experiment with marks that were timed. Counts are the same on every machine.
std::optional<Error> no_recording(const Run& run);

/// Writes the run's file under a name that says what it is and that nothing has yet, and then its
/// entry into the index; the folder and the index are made where there are none. Fails for a run
/// that is no recording, and where something cannot be written: then the index is as it was.
Result<content::Recording> add_recording(const std::filesystem::path& folder, const Run& run);

/// What is wrong with a folder of recordings: its index, a file that was changed since it was put
/// there, one that says something else than its index or than its samples, one that no experiment
/// of the course can show.
std::vector<content::Problem> check_recordings(const std::filesystem::path& folder,
                                               const content::Course& course);

} // namespace lockstep
