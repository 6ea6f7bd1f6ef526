// SPDX-License-Identifier: MIT
// The only place where a Launch meets a card: a module of the build loaded, a plan's buffers given
// memory there, its launches queued. What is made of the results and times is others' business.
#pragma once

#include "kernels/measure/workload.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace lockstep::bench {

/// A plan with its buffers on the card. Errors name the call of CUDA that failed.
class CardPlan {
  public:
    CardPlan() = default;
    CardPlan(const CardPlan&) = delete;
    CardPlan& operator=(const CardPlan&) = delete;
    virtual ~CardPlan() = default;

    virtual const LaunchPlan& plan() const = 0;
    /// Every buffer gets its initial contents; they are there when this returns.
    virtual Result<void> upload() = 0;
    /// Queues the launches, in order, and returns before they are done.
    virtual Result<void> launch() = 0;
    /// Until everything that was queued is done.
    virtual Result<void> wait() = 0;
    /// The result buffers, in their order, as LaunchPlan::fold wants them.
    virtual Result<std::vector<std::vector<std::byte>>> results() = 0;
    /// All launches so often, queued one behind the other between two events: what one time of them
    /// took by the card's own clock, ns. Some are queued in front, so that the card is never idle
    /// between the events because the host was late. Buffers keep what the launches leave there,
    /// and each time finds what the one before left.
    virtual Result<double> time_ns(int repetitions) = 0;
};

/// The code of a CUDA variant on the card. Outlives the plans that it was asked for.
class CardModule {
  public:
    CardModule() = default;
    CardModule(const CardModule&) = delete;
    CardModule& operator=(const CardModule&) = delete;
    virtual ~CardModule() = default;
    virtual Result<std::unique_ptr<CardPlan>> place(LaunchPlan plan) = 0;
};

/// Makes one, or says why there is none; tests bring a card of their own.
using CardModuleMaker = std::function<Result<std::unique_ptr<CardModule>>(const Variant& variant,
                                                                          const Problem& problem)>;

/// Loads <module>_<file>.fatbin from `folder`. Without a card the reason, which GpuFacts has, too.
Result<std::unique_ptr<CardModule>> load_card_module(const Variant& variant, const Problem& problem,
                                                     const std::filesystem::path& folder);

} // namespace lockstep::bench
