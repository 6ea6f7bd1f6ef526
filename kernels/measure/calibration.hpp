// SPDX-License-Identifier: MIT
// How many repetitions make a sample, and whether twice as many take twice as long (measuring rules
// 1 and 2).
#pragma once

#include <span>
#include <vector>

namespace lockstep {

/// Keeps the two stamps far below a part in a thousand, and leaves time for many rounds.
inline constexpr double usual_sample_ns = 1e6;

/// What a sample should last. A budget of less than half a second has those of 0.2 ms where no side
/// has more than one worker (`alone`): most of them then lie between two timer interrupts of the
/// system, and the median is of those. Samples of several workers have to be long enough for an
/// interrupt of each core, or the side with more workers would be the one to meet them. Never less
/// than 1000 ticks of the clock.
double sample_length_ns(double tick_ns, double budget_s, bool alone);

/// Repetitions per sample for each side, from the durations of one repetition each: the same number
/// for all sides within a factor of 8, chosen for the shortest of them, at least 1.
std::vector<int> repetitions_of(std::span<const double> repetition_ns, double sample_ns);

/// time(2n)/time(n) from the times of n repetitions, of the n that follow, and of both in one
/// batch. time(n) is the mean of the two halves, since inputs differ in cost.
double doubling_ratio(double first_ns, double second_ns, double both_ns);

/// 2.00 +- 0.1: less, and repetitions were left out; more, and something else was counted.
bool doubling_holds(double ratio);

/// Whether a batch of `few` repetitions takes so long, beside one of `many`, that most of it must
/// be work that is done once a batch and not once a repetition: more than `explained_ns` (waking,
/// stamps) are fixed, and a repetition is more than eight times dearer in the small batch. Where a
/// sample has very many repetitions, twice as many of them would take twice as long all the same.
bool done_once(double few_ns, int few, double many_ns, int many, double explained_ns);

/// Below this no machine's noise explains it: work was left out, and the result is wrong. Between
/// this and 1.9 the point is called disturbed.
inline constexpr double surely_left_out = 1.75;

/// The tries of one side, five at most, until one holds.
class DoublingCheck {
  public:
    enum class Verdict { Open, Holds, WorkLeftOut, Odd };

    bool wanted() const { return m_tries < 5 && verdict() != Verdict::Holds; }
    /// A try that was disturbed counts as a try and says nothing.
    void add_disturbed() { ++m_tries; }
    void add(double ratio);

    /// Open as long as tries are left. WorkLeftOut wants two tries that agree.
    Verdict verdict() const;
    double ratio() const { return m_last; } ///< of the last try that was not disturbed; 0 for none

  private:
    int m_tries = 0, m_known = 0;
    double m_last = 0, m_largest = 0;
};

} // namespace lockstep
