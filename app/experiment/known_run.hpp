// SPDX-License-Identifier: MIT
// Runs beside the one that the lab shows: those that lie on the disk and can be laid over it, and
// those that are.
#pragma once

#include "app/experiment/run.hpp"

#include <filesystem>
#include <string>

namespace lockstep {

/// A run that can be laid over an experiment: one of the learner's own, or a recording that came
/// with the program. As much of it as is known without reading its samples.
struct KnownRun {
    std::string id;             ///< an own run's uuid; of a recording the name of its file
    bool recording = false;     ///< came with the program; else the learner's own
    std::filesystem::path file; ///< of a recording; own ones are found by their id
    std::string sha256;         ///< of a recording's bytes; the ledger has those of own ones
    std::string lesson, experiment;
    Values parameters;        ///< the sliders that it was made for; of own runs
    std::string machine, gpu; ///< in words; empty where it is not known
    std::string machine_hash; ///< of own runs
    int cores = 0;            ///< of a recording
    std::string started;      ///< ISO 8601, UTC; of a recording the day alone
};

/// A run that lies over the lab's own: hollow marks.
struct LaidOver {
    Run run;            ///< its marks are made anew from its samples
    std::string from;   ///< a KnownRun's id, or the path of a file that was opened
    std::string notice; ///< what the file said otherwise than its samples; empty: they agree
};

} // namespace lockstep
