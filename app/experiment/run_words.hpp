// SPDX-License-Identifier: MIT
// A run's axes and settings in the learner's words, for tables, plots and reports.
#pragma once

#include "app/experiment/plot_svg.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// "part of the job that can be shared, f", or the catalogue's words with unit, or the name.
std::string x_words(const Run& run, const PlotContext& context);
/// "times as fast as serial", "times as long as simd", "time of one step, ms".
std::string y_words(const Run& run, const PlotContext& context);
/// The word of a choice ("load and store"), empty where x is no choice or value none of them.
std::string choice_words(const Run& run, const PlotContext& context, double x);
/// x as it is written in a table: "50 %", "load and store", "0.5".
std::string x_value_words(const Run& run, const PlotContext& context, double x);
/// "Amdahl's job: times as fast as serial": title for a plot that stands alone.
std::string run_title(const Run& run, const PlotContext& context);
/// "size of one piece: 20 µs", one entry for each setting that stayed the same, in order of name.
std::vector<std::string> settings_words(const Run& run, const PlotContext& context);

} // namespace lockstep
