// SPDX-License-Identifier: MIT
// From an experiment to the points that the bench is asked for, all in one request, and to the run,
// still without samples, that they will fill. What is simulated is asked of a second bench.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/run.hpp"
#include "sim/simt/device.hpp"

#include <vector>

namespace lockstep {

struct SweepInput {
    const content::Experiment& experiment;
    const protocol::Catalogue& catalogue;
    const protocol::Machine& machine;
    Values sliders;                               ///< as they stand
    const content::Comparison* compare = nullptr; ///< its sides are points too
    const Run* previous = nullptr; ///< a tweak: marks that did not change are taken over from it
    bool uses_siblings = false;    ///< sweeps over workers go on over hyperthreads
    double budget_s = 4;
    /// Whose waves of blocks are simulated, and where a kernel's occupancy is asked of; null: none
    /// is named.
    const simt::Device* card = nullptr;
};

struct PlannedRun {
    Run run;
    protocol::RunRequest request;         ///< without points where nothing is timed
    protocol::SimulateRequest simulation; ///< for a second bench, once the first is done
    bool asks_nothing() const { return request.points.empty() && simulation.points.empty(); }
};

/// Fails for a workload, variant or parameter that there is not (nearest names), a value out of its
/// range, or when nothing is left to run here.
Result<PlannedRun> plan_run(const SweepInput& input);

/// The sweep's x values here, rising. Workers beyond the cores stay in: a variant whose threads
/// wait can have them, and plan_run leaves them out for the others.
/// `lanes` are those of the vector unit, for a sweep that goes up to them.
std::vector<double> swept_values(const content::Experiment& experiment, int cores, int lanes = 1);

/// 0 .. n-1 with the ends and the middle first, then the middles between.
std::vector<std::size_t> ends_and_middle_first(std::size_t n);

/// The point of a side of a comparison, in a run or in a plan; null when it was not asked for.
const Point* side_point(const Run& run, const protocol::Catalogue& catalogue,
                        const content::Experiment& experiment, const Values& side,
                        const std::string& variant);

/// A random UUID (RFC 9562, version 4).
std::string new_uuid();
/// Now, as "2026-11-21T09:45:01Z".
std::string utc_now();

/// "lockstep run amdahl --sweep f=0,0.5,1 --set p=2": the line that repeats the run.
std::string repeat_command(const Run& run);

} // namespace lockstep
