// SPDX-License-Identifier: MIT
// A block between two turns, as plain data: with its part of the global memory (history.hpp) all
// that decides what it does next.
#pragma once

#include "sim/simt/block.hpp"
#include "sim/simt/paged.hpp"

namespace lockstep::simt {

struct FrameState {
    const Code* code = nullptr; ///< null: nobody is in it
    int parent = -1;            ///< place among the warp's frames
    const CallUse* call = nullptr;
    int join = -1;
    std::uint32_t local_base = 0;
    int depth = 0;
    Mask live = 0;
    Paged registers; ///< and all else that is not the same each time it is entered
};

struct SavedWarp {
    Mask exited = 0;
    bool strong_access = false, spins = false;
    std::uint32_t backward = 0;
    std::uint64_t state = 0, changes = 0;
    // Frames are named by the address that they had; `places` says which of `frames` each one is.
    Groups groups;
    std::vector<Warp::Parked> waiting, parked;
    const Frame* frame = nullptr;
    std::vector<const Frame*> places;
    std::vector<FrameState> frames;
    Paged local;
    std::uint32_t local_bytes = 0; ///< of a thread

    std::size_t count_bytes(std::unordered_set<const void*>& seen) const;
};

struct BlockState {
    Counters counters;
    Barriers barriers;
    bool stopped = false;
    std::size_t next = 0; ///< the warp whose turn it is
    Paged shared;
    std::vector<SavedWarp> warps;

    std::size_t count_bytes(std::unordered_set<const void*>& seen) const;
};

} // namespace lockstep::simt
