// SPDX-License-Identifier: MIT
// Two runs that were not timed together: of different days or different machines (measuring rule
// 6). Their rounds cannot be paired, so that whatever drifted in between is inside the value and
// not in the interval; all words that come of it say "unpaired".
#pragma once

#include "app/experiment/run.hpp"

#include <string>

namespace lockstep {

/// The ratio of one run's mark to another's.
struct Unpaired {
    enum class Verdict { More, Less, Same, Undecided };
    Verdict verdict = Verdict::Undecided;
    double ratio = 0, low = 0, high = 0; ///< of `now` over `then`, with its interval
    bool counted = false;                ///< of counts, which have no noise and no interval
    std::string reason;                  ///< why it cannot be decided

    bool differs() const { return verdict == Verdict::More || verdict == Verdict::Less; }
};

/// By the interval of the difference of log medians, sim/stats/interval.hpp. Undecided where one of
/// them has no value, was disturbed, or has too few rounds. Both are of one quantity and unit.
Unpaired compare_unpaired(const Run& now, const Estimate& mark, const Run& then,
                          const Estimate& other, double confidence = 0.95);

/// "1.09 times as much (unpaired, 1.05 to 1.13)", "not distinguishable (unpaired, 0.97 to 1.04)",
/// the same count, or why it cannot be decided.
std::string unpaired_words(const Unpaired& difference);
/// "this run 1.88, that one 1.72: 1.09 times as much (unpaired, 1.05 to 1.13)": both values with
/// the digits that their intervals have.
std::string unpaired_sentence(const Estimate& now, const Estimate& then,
                              const Unpaired& difference);

/// The other run's mark of the same variant at the same x; null when it has none.
const Estimate* same_mark(const Run& other, const Series& series, double x);

} // namespace lockstep
