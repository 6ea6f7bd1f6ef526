// SPDX-License-Identifier: MIT
// The barrier of a cluster (PTX ISA 9.7.13, barrier.cluster): threads come to it, go on, and wait
// for the others later. Without clusters in the launch a block is a cluster of its own.
#pragma once

#include "sim/simt/warp.hpp"

#include <array>

namespace lockstep::simt {

class ClusterBarrier {
  public:
    void reset() { *this = {}; }
    /// The lanes come to the barrier, or wait at it, as the step says. True: they go on at once.
    bool come(Warp& warp, const Step& step, const Group& group);
    /// Threads that exited are not waited for.
    void threads_exited(Block& block) { complete_if_all_came(block); }

  private:
    void arrive(Warp& warp, const Step& step, Mask lanes);
    bool wait(Warp& warp, const Step& step, const Group& group);
    void complete_if_all_came(Block& block);
    void report(Warp& warp, const Step& step, Mask wrong, const char* what) const;

    std::array<Mask, 32> m_came{};  ///< by warp: in the phase that is not complete
    std::array<Mask, 32> m_owing{}; ///< who has come and not waited yet
};

} // namespace lockstep::simt
