// SPDX-License-Identifier: MIT
// How many rounds, in which order, and which of them count (measuring rules 2, 3 and 5).
#pragma once

#include <span>
#include <vector>

namespace lockstep::stats {

inline constexpr int pilot_rounds = 11;
inline constexpr int fewest_rounds = 15;

/// The number of rounds after the pilot, fixed once: odd, at least 15, planned so that the interval
/// of the ratio is `relative_width` wide (high - low over value), but at most `most`, which the
/// budget allows; `most` wins over 15. `pilot_ratios` are the paired ratios of the pilot, in their
/// order (>= 6, else 15): where its rounds remember each other (memory.hpp) more are planned.
int rounds_needed(std::span<const double> pilot_ratios, double relative_width, int most);
/// The same with a memory that is known, or is not to be asked for: 0.
int rounds_needed(std::span<const double> pilot_ratios, double relative_width, int most,
                  double memory);

/// The order in which round number `round` times its sides 0 .. sides - 1: a Williams design
/// (Williams 1949), whose rows take turns. Over williams_period(sides) rounds each side stands
/// equally often in each place, so that a linear drift cancels, and follows each other side equally
/// often, so that what one leaves behind in caches and clocks cancels too. Two sides give A B, B A,
/// A B, ...: ABBA.
std::vector<int> williams_order(int sides, int round);

/// Rounds until the design is complete: `sides` when even, twice that when odd, 1 for one side.
int williams_period(int sides);

/// What the watcher saw round one sample, outside its stamps. Of several workers, the largest.
/// Threads that wait by design (Crew::Threads) are off the CPU by design: their off_cpu_ns is
/// passed as 0.
struct Watched {
    double switches = 0;   ///< involuntary context switches
    double off_cpu_ns = 0; ///< wall time minus the thread's CPU time
    double gap_ns = 0; ///< time missing from the time-stamp counter in the spin before the round
};

/// Whether a loss of time is more than 1 % of the sample.
bool is_noticeable(double lost_ns, double sample_ns);

/// Rule 5: a value exceeds three times this machine's usual one and 1 % of the sample. A switch has
/// no length of its own: the time that it cost is off_cpu_ns, which is what 1 % is asked of. The
/// sample's duration is only that scale: a sample is never left out for being slow.
bool disturbed(const Watched& seen, const Watched& usual, double sample_ns);

/// Which rounds count.
struct KeptRounds {
    std::vector<int> rounds; ///< indices, rising
    int left_out = 0;        ///< how many were disturbed
    bool point_disturbed =
        false; ///< more than a quarter were: then all are kept, and it is said so
};

/// Leaves out disturbed rounds whole, at most a quarter of them. `round_disturbed[i]` is nonzero
/// for a disturbed round.
KeptRounds keep_rounds(std::span<const int> round_disturbed);

} // namespace lockstep::stats
