// SPDX-License-Identifier: MIT
// Run files of machines that are not this one, for the paths that lay them over: made from the
// lessons' models as the played runs are.
#pragma once

#include "app/experiment/run.hpp"

#include <filesystem>

namespace lockstep::window_tests {

/// The run of an experiment, as a machine of so many cores would have made it, of which every way
/// of running it but the baseline takes `slower` times as long.
Run run_of_another(const char* lesson, const char* experiment, int cores, double slower = 1);

/// What the paths find in the learner's folder: hers.json (a classmate's two cores, amdahl),
/// cashier.json (of another lesson), edited.json (hers, with a mark of 9), weather.json (no lesson
/// shows it), cut.json, diary.json, newer.json, huge.json (100 MB), a folder; and in recordings/ a
/// machine of 16 cores over its workers, with its index.
void write_other_machines(const std::filesystem::path& home);

} // namespace lockstep::window_tests
