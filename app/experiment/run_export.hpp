// SPDX-License-Identifier: MIT
// Saving a run in the format that the file's ending names.
#pragma once

#include "app/experiment/csv.hpp"
#include "sim/base/result.hpp"

#include <filesystem>

namespace lockstep {

/// .json (run file), .csv, .html, .svg; another ending is an Error that lists these. Written whole
/// or not at all. The runs `beside` it get rows of a table; a picture has them among its curves.
Result<void> export_run(const Run& run, const std::filesystem::path& file,
                        const PlotContext& context = {}, std::span<const NamedRun> beside = {});

} // namespace lockstep
