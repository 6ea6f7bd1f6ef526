// SPDX-License-Identifier: MIT
// The sixteen barriers of a block (PTX ISA 9.7.13.1), and that of its cluster.
#pragma once

#include "sim/simt/cluster_barrier.hpp"

#include <array>

namespace lockstep::simt {

class Barriers {
  public:
    void reset() { *this = {}; }
    /// The lanes come to the barrier of the step. True: they go on at once.
    bool come(Warp& warp, const Step& step, const Group& group);
    /// Threads exited: barriers for the whole block expect fewer.
    void threads_exited(Block& block);

  private:
    struct Barrier {
        unsigned arrived = 0;  ///< threads
        unsigned expected = 0; ///< 0: the whole block
        bool mixed = false;    ///< came from different instructions
        const Step* step = nullptr;
        const Code* code = nullptr;
        unsigned true_count = 0; ///< of bar.red
    };
    void complete(Block& block, unsigned id);
    void report_mixed(Warp& warp, const Step& step, int lane, unsigned id);
    void report_exited(Block& block, unsigned id, unsigned exited);

    std::array<Barrier, 16> m_barriers{};
    ClusterBarrier m_cluster;
};

} // namespace lockstep::simt
