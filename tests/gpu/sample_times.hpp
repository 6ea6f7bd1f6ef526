// SPDX-License-Identifier: MIT
// The three times of a sample on a card, as the bench takes them: launch and wait, of that the
// kernels, and the copies beside.
#pragma once

#include "kernels/bench/card_plan.hpp"

#include <string>

namespace lockstep::on_card {

/// Of one repetition, ns: medians of batches.
struct SampleTimes {
    double launch_ns = 0, kernel_ns = 0, copies_ns = 0;
    /// Whether the kernels can have run while the host waited for them: the gap in factors refuses
    /// a kernel that is more than 5 % longer than that, or that has no time.
    bool fit() const;
    /// "launch and wait 12 µs, of that the kernels 8 µs; copies 130 µs".
    std::string words() const;
};

Result<SampleTimes> sample_times(const Variant& variant, const Values& settings,
                                 const bench::CardModuleMaker& card);

} // namespace lockstep::on_card
