// SPDX-License-Identifier: MIT
// A run as comma-separated values (RFC 4180, UTF-8): for a spreadsheet or a script.
#pragma once

#include "app/experiment/run.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// One row for each mark of each series, then those of `curves` (models). The first row names the
/// columns with their units: "time_per_item [ns]". A missing value is an empty field.
std::string csv_of(const Run& run, const std::vector<Series>& curves = {});

} // namespace lockstep
