// SPDX-License-Identifier: MIT
// Every lesson through the command line, as a learner runs it.
#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::on_card {

struct RecordOptions {
    std::filesystem::path folder;
    std::vector<std::string> lessons; ///< ids; empty: all there are
    double budget_s = 0;              ///< of each experiment; 0: what the lesson says
};

/// `lockstep run lesson:ID --record FOLDER/recordings --json FOLDER/ID.json` for each, what the
/// terminal says beside it as ID.txt; FOLDER/recordings has a run file for each experiment that was
/// timed and the index that assets/recordings takes. Of more than four lessons everything is put
/// into FOLDER/runs.tar instead. `program` is the command line. Prints a line for each lesson.
/// Returns how many gave no file; fails when the lessons or the folder are not there.
Result<int> record_lessons(const RecordOptions& options, const std::filesystem::path& program);

/// lockstep in `folder`, or lockstep-terminal, which is the same without a window.
Result<std::filesystem::path> find_command_line(const std::filesystem::path& folder);

} // namespace lockstep::on_card
