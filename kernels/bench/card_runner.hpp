// SPDX-License-Identifier: MIT
// Batches of a variant on a card that is there already, or in a test on one that is not. Only the
// launches and the wait for them are a sample's time: the data lies on the card.
#pragma once

#include "kernels/bench/card_plan.hpp"
#include "kernels/measure/runner.hpp"

#include <memory>

namespace lockstep::bench {

/// Beside the time of each batch: what its copies took, and, when it is asked, what its kernels
/// take by the card's own clock. Variant and problem outlive it.
std::unique_ptr<Runner> card_runner_on(const Variant& variant, const Problem& problem,
                                       std::unique_ptr<CardModule> module);

} // namespace lockstep::bench
