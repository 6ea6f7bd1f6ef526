// SPDX-License-Identifier: MIT
// Saving a run in the format that the file's ending names.
#pragma once

#include "app/experiment/plot_svg.hpp"
#include "sim/base/result.hpp"

#include <filesystem>

namespace lockstep {

/// .json (run file), .csv, .html, .svg; another ending is an Error that lists these. Written whole
/// or not at all.
Result<void> export_run(const Run& run, const std::filesystem::path& file,
                        const PlotContext& context = {});

} // namespace lockstep
