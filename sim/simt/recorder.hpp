// SPDX-License-Identifier: MIT
// Watches one block of a launch while it is executed in the reference order, and keeps what it
// takes to do so again.
#pragma once

#include "sim/simt/recording.hpp"
#include "sim/simt/touches.hpp"

namespace lockstep::simt {

class Recorder {
  public:
    Recorder(const Card& card, std::uint64_t block, const TraceLimits& limits);

    bool records(std::uint64_t block) const { return block == m_kept->block; }
    /// A turn of that block: Block::run, watched.
    bool run(Block& block, Turn& left);
    /// The turn did not come to its end, and is not kept.
    void give_up();
    /// The block is at its end; its findings are still there.
    void finish(const Block& block);
    /// After the launch.
    std::unique_ptr<Recording> take();

    /// The observer's part.
    void step(const Warp& warp, const Step& step, Mask on);

  private:
    void settle(const Reporter& reporter);
    void remember_findings(const Reporter& reporter);
    void checkpoint(const Block& block);
    bool too_large() const;
    void keep_within_limits();
    void cut();
    void touch(const Touch& touch);

    TraceLimits m_limits;
    std::unique_ptr<Recording> m_kept;
    std::uint64_t m_apart; ///< of checkpoints
    Touch m_touches[2];    ///< of the step that is being executed
    int m_touch_count = 0;
    std::uint64_t m_noted = 0;
    std::vector<std::uint64_t> m_counts;    ///< of each finding, when it was last looked at
    std::size_t m_state_bytes = 0;          ///< of all checkpoints
    std::unordered_set<const void*> m_seen; ///< pages that were counted
};

} // namespace lockstep::simt
