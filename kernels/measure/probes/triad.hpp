// SPDX-License-Identifier: MIT
// How many bytes a second the cores can move to and from each level of the memory.
#pragma once

#include "kernels/measure/probes/tries.hpp"
#include "kernels/measure/team.hpp"
#include "kernels/protocol/passport.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lockstep {

/// Three arrays for each worker of a team, first touched by that worker, so that they lie in its
/// own node's memory.
class TriadArrays {
  public:
    /// `set_bytes`: the three arrays of one worker together; rounded down to whole grains.
    explicit TriadArrays(Team& team, double set_bytes);
    ~TriadArrays();
    TriadArrays(const TriadArrays&) = delete;
    TriadArrays& operator=(const TriadArrays&) = delete;

    /// Touches at most so much more of each worker's arrays; false when all was touched before.
    bool touch(double bytes);
    double set_bytes() const; ///< of one worker

    /// GB/s of all workers together, 24 bytes an element: the best of some tries of a few ms. 0
    /// when an element is not what it should be.
    BestTry best_gb_s();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What one level is measured with: its name and each worker's set.
struct TriadPlan {
    std::string level;
    int workers = 1;
    double set_bytes = 0;
};

/// Every level by so many workers: half of what a worker has of a cache, more where that would fit
/// into the next nearer one too, and for the memory arrays that are together six times the last
/// caches, at most `room_bytes`. A level that cannot be told from the one before is left out.
std::vector<TriadPlan> triad_plans(const std::vector<protocol::CacheInfo>& caches, int workers,
                                   double room_bytes);

} // namespace lockstep
