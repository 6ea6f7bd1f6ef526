// SPDX-License-Identifier: MIT
// The only place where a Launch meets the warp simulator: a CUDA variant's plan, or a learner's
// kernel, executed lane by lane from its PTX. Counts and findings, never the time of a card.
#pragma once

#include "kernels/measure/workload.hpp"
#include "kernels/protocol/messages.hpp"
#include "sim/simt/simulate.hpp"

#include <filesystem>

namespace lockstep::bench {

/// What is the same for all launches of a request.
struct SimulationOptions {
    int resident_blocks = 1;
    int cores = 1;
    bool checks = false;
    double budget_s = 60;
    int shown = -1;
};

struct SimulatedLaunches {
    simt::Outcome outcome;      ///< of all launches: counters summed, findings one after another
    std::uint64_t checksum = 0; ///< as the serial variant folds it; of a plan only
    std::vector<double> shown;  ///< the buffer that was asked for
};

/// The module whose kernels a CUDA variant launches: <module>_<file>.ptx in `folder`.
Result<std::shared_ptr<const ptx::Module>> module_of(const Variant& variant, const LaunchPlan& plan,
                                                     const std::filesystem::path& folder);

/// One repetition of a plan.
Result<SimulatedLaunches> simulate_plan(const LaunchPlan& plan,
                                        const std::shared_ptr<const ptx::Module>& module,
                                        const SimulationOptions& options);

/// A learner's kernel with its buffers filled. Fails with the line of the PTX, or the argument,
/// that cannot be.
Result<SimulatedLaunches> simulate_kernel(const protocol::KernelSource& kernel,
                                          const SimulationOptions& options);

simt::Options options_of(const SimulationOptions& options);

} // namespace lockstep::bench
