// SPDX-License-Identifier: MIT
// A run for a terminal: its settings, a table of its marks, a bar plot, and what must be said of
// it.
#pragma once

#include "app/experiment/plot_svg.hpp"

#include <string>

namespace lockstep::cli {

std::string run_text(const Run& run, const PlotContext& context);

/// The table alone: x, each series with its interval, each model.
std::string run_table(const Run& run, const PlotContext& context);
/// A bar for each mark, as long as its value; a thin line where the first model stands.
std::string run_bars(const Run& run, const PlotContext& context);

/// "serial against serial" of runs that time a variant twice: their ratio, 1 within the noise.
std::string same_code_words(const Run& run);

} // namespace lockstep::cli
