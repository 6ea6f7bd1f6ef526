// SPDX-License-Identifier: MIT
// Reading [experiment.ID] of a lesson.toml.
#pragma once

#include "app/content/keys.hpp"

namespace lockstep::content {

/// "speedup", as lesson.toml and run files have it.
std::string_view name_of(Quantity quantity);

/// All experiments in the order of the file. An experiment without workload or sweep is left out
/// and reported.
std::vector<Experiment> read_experiments(Keys& lesson);

} // namespace lockstep::content
