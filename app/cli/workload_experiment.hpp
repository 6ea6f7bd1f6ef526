// SPDX-License-Identifier: MIT
// From `run WORKLOAD --set --sweep --variants` to an experiment like those of the lessons.
#pragma once

#include "app/cli/options.hpp"
#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

namespace lockstep::cli {

/// The lessons' experiment with this workload and this x is the model: its baseline, quantity,
/// words and formulas stay. Without one: the speedup over serial at each x. What is not asked for
/// (x, its values, the variants) is the lesson's, else workers 1, 2, 4 .. and every variant.
/// Errors name the option, the parameter and what could be said instead.
Result<content::Experiment> experiment_for(const RunOptions& options, const std::string& workload,
                                           const content::Course& course,
                                           const protocol::Catalogue& catalogue);

/// `--cache cold` or `warm` decides; a slider that could say otherwise goes.
void choose_caches(content::Experiment& experiment, const std::string& cache);

} // namespace lockstep::cli
