// SPDX-License-Identifier: MIT
// The two ways to run the blocks of a launch: in the reference order, on one core, and on several.
#pragma once

#include "sim/simt/card.hpp"

#include <chrono>
#include <optional>

namespace lockstep::simt {

/// What is left of a launch's budget.
class Allowance {
  public:
    Allowance(const Budget& budget, const std::function<bool()>& cancelled);
    /// Why the launch has to end, if it has to; looked at before each turn.
    std::string_view spent(std::uint64_t instructions) const;

  private:
    const Budget& m_budget;
    const std::function<bool()>& m_cancelled;
    std::chrono::steady_clock::time_point m_end;
};

class Recorder; ///< sim/simt/recorder.hpp

/// The resident blocks of a wave take turns of 4096 warp instructions. The recorder, if there is
/// one, watches its block.
Outcome run_in_order(Card& card, const Allowance& allowance, Recorder* recorder = nullptr);

/// Each thread of the simulator runs whole blocks. Nothing, and the memory as it was, if that could
/// have changed the outcome; `why` says what came in the way.
std::optional<Outcome> run_together(Card& card, const Allowance& allowance, int threads,
                                    std::string& why);

} // namespace lockstep::simt
