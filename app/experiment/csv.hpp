// SPDX-License-Identifier: MIT
// Runs as comma-separated values (RFC 4180, UTF-8): for a spreadsheet or a script.
#pragma once

#include "app/experiment/plot_svg.hpp"

#include <span>
#include <string>

namespace lockstep {

struct CsvPart {
    const Run* run = nullptr;
    PlotContext context;
    std::string name; ///< of the run within a lesson; a first column says it when any part has one
};

/// One row for each mark of each series and of the context's curves. The first row names the
/// columns with their units: "f", "piece_us [us]", "speedup [1]". A missing value is an empty
/// field. Several runs share the columns; a quantity that a run does not have stays empty in its
/// rows.
std::string csv_of(std::span<const CsvPart> parts);
std::string csv_of(const Run& run, const PlotContext& context = {});

/// A run that lies over another, by its machine and date.
struct NamedRun {
    std::string name;
    Run run;
};
/// The same with the runs laid over it; where there are any, the first column tells them apart.
std::string csv_of(const Run& run, const PlotContext& context, std::span<const NamedRun> beside);

} // namespace lockstep
