// SPDX-License-Identifier: MIT
// What is kept of one block's execution: enough to execute any stretch of it again, and to know
// where it is worth looking.
#pragma once

#include "sim/simt/history.hpp"
#include "sim/simt/snapshot.hpp"
#include "sim/simt/trace.hpp"

namespace lockstep::simt {

/// The block's state before a step, and what happened from there to the next checkpoint.
struct Checkpoint {
    std::uint64_t step = 0;
    std::size_t turn = 0; ///< the one that begins with the step
    BlockState state;
    std::vector<Mask> executed; ///< by instruction of the program: by which warps
    Mask diverged = 0;          ///< warps that had a divergent branch

    /// Without the pages that are in `seen`, to which its own are added.
    std::size_t bytes(std::unordered_set<const void*>& seen) const;
};

/// What else decides how the block goes on: how long it may, and what others did.
struct TurnRecord {
    std::uint64_t begin = 0;   ///< step
    Turn length = 0;           ///< how many it might have executed
    std::uint64_t changes = 0; ///< Card::changes
};

struct Recording {
    explicit Recording(const Card& card, std::uint64_t number);

    std::uint64_t block;
    std::uint64_t steps = 0;
    std::vector<std::uint32_t> first_of; ///< by code: where its instructions begin in `executed`
    std::uint32_t instructions = 0;      ///< of the program
    History history;                     ///< its marks are the checkpoints
    std::vector<Checkpoint> checkpoints;
    std::vector<TurnRecord> turns;
    std::vector<Finding> findings;
    std::vector<FindingAt> found; ///< by step
    bool thinned = false, cut = false;

    /// The last checkpoint that is not behind the step.
    std::size_t checkpoint_before(std::uint64_t step) const;
    /// Leaves every other checkpoint.
    void thin();
    /// Of everything that is kept but the checkpoints' own states.
    std::size_t rest_bytes() const;
    std::size_t bytes() const;
};

} // namespace lockstep::simt
