// SPDX-License-Identifier: MIT
// The index of a folder of recordings, index.toml: which run files are there, of what, and of which
// machine. A list of them, and whether one fits an experiment, needs no sample to be read.
#pragma once

#include "app/content/lesson.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::content {

/// One [[recording]]: a run file that was measured on some machine on some day.
struct Recording {
    std::string file;           ///< its name in the folder
    std::filesystem::path path; ///< where it lies
    std::string sha256;         ///< of the file's bytes, so that an edited one is known
    std::string lesson, experiment;
    std::string machine; ///< "16 cores, AVX-512, 125 GiB"
    std::string gpu;     ///< the card that it was timed on; empty where none was asked for
    int cores = 0;       ///< that the run could use
    std::string date;    ///< "2026-11-20", UTC
    int line = 0;        ///< in index.toml
};

struct RecordingsRead {
    std::vector<Recording> recordings; ///< as they stand in the index
    std::vector<Problem> problems;     ///< an entry with one is left out
};

inline constexpr const char* recordings_index = "index.toml";

/// A folder that is not there has no recordings. Reported: an entry that lacks something, names a
/// file outside the folder or that is not there, or stands there twice; a run file that no entry
/// names.
RecordingsRead read_recordings(const std::filesystem::path& folder);

/// The entry as it stands in the index, with an empty line before it.
std::string recording_entry(const Recording& recording);

} // namespace lockstep::content
