// SPDX-License-Identifier: MIT
// The only place where a Launch meets the warp simulator: a CUDA variant's plan, or a learner's
// kernel, executed lane by lane from its PTX. Counts and findings, never the time of a card.
#pragma once

#include "kernels/bench/residency.hpp"
#include "kernels/measure/workload.hpp"
#include "kernels/protocol/messages.hpp"
#include "sim/simt/trace.hpp"

#include <filesystem>

namespace lockstep::bench {

/// What is the same for all launches of a request.
struct SimulationOptions {
    int resident_blocks = 1;
    int cores = 1;
    bool checks = false;
    bool global_races = false;
    double budget_s = 60;
    int shown = -1;
    std::int64_t traced_block = -1; ///< of which a trace is kept; -1: none
    int traced_launch = 0;
    Residency* residency = nullptr; ///< of the card, if one is named; else resident_blocks holds
};

struct SimulatedLaunches {
    simt::Outcome outcome;      ///< of all launches: counters summed, findings one after another
    std::uint64_t checksum = 0; ///< as the serial variant folds it; of a plan only
    std::vector<std::vector<std::byte>> results; ///< of a plan: its result buffers, in order
    std::vector<double> shown;                   ///< the buffer that was asked for
    std::unique_ptr<simt::Trace> trace;          ///< null: none was asked for
};

/// <module>_<file><ending> in `folder`: what the build made of a CUDA variant's kernels.
Result<std::string> text_beside(const Variant& variant, const LaunchPlan& plan,
                                const std::filesystem::path& folder, std::string_view ending);

/// The module whose kernels a CUDA variant launches: <module>_<file>.ptx in `folder`.
Result<std::shared_ptr<const ptx::Module>> module_of(const Variant& variant, const LaunchPlan& plan,
                                                     const std::filesystem::path& folder);

Result<std::shared_ptr<const ptx::Module>> read_module(const std::string& text,
                                                       const std::string& name);

/// One repetition of a plan.
Result<SimulatedLaunches> simulate_plan(const LaunchPlan& plan,
                                        const std::shared_ptr<const ptx::Module>& module,
                                        const SimulationOptions& options);

/// A learner's kernel with its buffers filled. Fails with the line of the PTX, or the argument,
/// that cannot be.
Result<SimulatedLaunches> simulate_kernel(const protocol::KernelSource& kernel,
                                          const SimulationOptions& options);

simt::Options options_of(const SimulationOptions& options);

/// A plan's launch with the addresses of its buffers.
simt::Launch launch_of(const Launch& wanted, const std::vector<std::uint64_t>& addresses);

/// One launch, with a trace if this is the one to be traced.
Result<simt::Outcome> simulate_launch(const std::shared_ptr<const simt::Program>& program,
                                      simt::Memory& memory, const simt::Launch& launch,
                                      const SimulationOptions& options, int number,
                                      std::unique_ptr<simt::Trace>& trace);

} // namespace lockstep::bench
