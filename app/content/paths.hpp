// SPDX-License-Identifier: MIT
// A lesson is written by anybody: what it names is looked up inside one folder, and nowhere else.
#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>

namespace lockstep::content {

/// The canonical path of a regular file `name` inside `folder`. An Error when there is none, or
/// when it lies outside: "..", an absolute path and a link that leads out are all seen through.
Result<std::filesystem::path> file_inside(const std::filesystem::path& folder,
                                          const std::string& name);

/// The whole file, at most `most_bytes` of it: more is an Error, as is a file that cannot be read.
Result<std::string> read_text(const std::filesystem::path& path,
                              std::uintmax_t most_bytes = 4u << 20);

} // namespace lockstep::content
