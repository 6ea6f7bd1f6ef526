// SPDX-License-Identifier: MIT
// The tries of a number of which the best counts: a dozen, or more until there was one that nobody
// disturbed.
#pragma once

#include "kernels/measure/team.hpp"

#include <cstdint>

namespace lockstep {

/// A try lasts a few ms, and the tries of one number so long where nobody disturbs them.
inline constexpr double tries_ns = 60e6;
/// On a busy machine so long.
inline constexpr double longest_tries_ns = 140e6;

struct BestTry {
    double value = 0;
    bool disturbed = false; ///< no try had its cores to itself
};

class Tries {
  public:
    explicit Tries(Team& team);

    bool wanted() const;
    /// Wakes the team; the try begins when it returns.
    void begin();
    /// How long it took, and what it came to: `amount` per ns.
    void end(double amount);

    BestTry best() const { return {m_best, m_clean == 0}; }

  private:
    Team& m_team;
    std::int64_t m_start_ns, m_begin_ns = 0;
    std::vector<double> m_lost_ns;
    int m_tries = 0, m_clean = 0;
    double m_best = 0;
};

} // namespace lockstep
