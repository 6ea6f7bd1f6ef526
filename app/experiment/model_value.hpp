// SPDX-License-Identifier: MIT
// What a model says in the quantity and unit of an experiment.
#pragma once

#include "app/experiment/session.hpp"
#include "sim/models/model.hpp"

#include <optional>

namespace lockstep {

/// The measured facts that turn a model's quantity into another.
struct MeasuredFacts {
    std::optional<double> baseline; ///< the baseline's time per item in the experiment's unit
    std::optional<double> transfer; ///< the largest measured time in times of the baseline's
    std::optional<double> ceiling;  ///< the largest measured speedup over the baseline
    /// Roofs that this run itself came to, for a machine without a passport.
    std::optional<double> peak_gflops, memory_gb_s;
};
/// Of a run, and where there is none yet of what the machine knows of itself.
MeasuredFacts measured_facts(const Run* run, const content::Experiment& experiment,
                             const protocol::Machine& machine);

/// Nothing where the quantities do not meet: a time from a law of speedups needs a baseline that
/// was measured. `values` are the experiment's parameters, x among them; what a machine is (line
/// size, lanes) and what a transfer costs here is added where the model asks for it.
std::optional<double> model_value(const models::Model& model, const content::Experiment& experiment,
                                  const protocol::Machine& machine, Values values,
                                  const MeasuredFacts& facts);

} // namespace lockstep
