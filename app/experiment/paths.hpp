// SPDX-License-Identifier: MIT
// Where the program's own files are: beside the program, where it was installed, or in the tree
// that it was built from.
#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep {

/// The folder of the running program.
std::filesystem::path program_folder();

/// The folder that holds lessons/, assets/ and kernels/: LOCKSTEP_ROOT, the program's own folder or
/// one above it, ../share/lockstep, or the tree of the build. Fails with the places looked at.
Result<std::filesystem::path> find_root();

/// The argument vector that starts a bench: LOCKSTEP_BENCH, split as a shell would split plain
/// words and quotes ("ssh host lockstep-bench"), or lockstep-bench beside the program.
std::vector<std::string> bench_arguments();

/// catalogue.json, which the build writes beside the bench; it may not exist.
std::filesystem::path catalogue_file();

/// Words of a command line; '...' and "..." keep blanks together.
std::vector<std::string> split_words(std::string_view line);
/// The same words as a line that a shell would read back.
std::string join_words(const std::vector<std::string>& words);

/// "1.0.0".
std::string_view program_version();

} // namespace lockstep
