// SPDX-License-Identifier: MIT
// Two sets of runs that were not timed together, mark by mark.
#pragma once

#include "app/experiment/compare_runs.hpp"
#include "sim/base/result.hpp"

#include <string>
#include <vector>

namespace lockstep::cli {

/// One mark in both runs.
struct MarkPair {
    std::string variant; ///< its series' key
    double x = 0;
    Estimate now, then;
    Unpaired difference;   ///< with its own 95 % interval
    bool together = false; ///< it differs with all marks judged together
};

/// Two runs of the same experiment and setting.
struct RunPair {
    const Run *now = nullptr, *then = nullptr;
    std::vector<MarkPair> marks; ///< those that both have
};

struct RunsCompared {
    std::vector<RunPair> pairs;
    std::size_t marks = 0;    ///< of all pairs that could be decided
    std::size_t alone = 0;    ///< runs that have no partner in the other file
    double confidence = 0.95; ///< of each mark, so that all of them hold in 95 of 100
    std::size_t differ_together = 0;
};

/// Each run of `now` with the first of `then` that is of the same workload, x, quantity, unit and,
/// of a lesson, experiment. A run with the same settings goes before one with others. Fails where
/// nothing can be compared, with what each is of.
Result<RunsCompared> compare_files(const std::vector<Run>& now, const std::vector<Run>& then,
                                   const std::string& now_name, const std::string& then_name);

/// For a terminal of eighty columns.
std::string compared_text(const RunsCompared& compared);

} // namespace lockstep::cli
