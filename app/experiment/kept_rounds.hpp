// SPDX-License-Identifier: MIT
// The rounds of two points that count, and the interval that they give (measuring rules 2, 3, 5).
#pragma once

#include "app/experiment/paired_rounds.hpp"
#include "sim/stats/interval.hpp"

#include <functional>
#include <vector>

namespace lockstep {

/// Which rounds count, as indices into the pairs.
struct Kept {
    std::vector<std::size_t> pairs;
    int left_out = 0;
    bool point_disturbed = false;
};
Kept keep(const std::vector<RoundPair>& pairs);

/// A number that a round has, of either side.
using RoundValue = std::function<double(const RoundPair&)>;

/// Two points' rounds, those that count among them, and how much the rounds remember each other: of
/// that the pilot's say something, too, which are in no interval.
class KeptRounds {
  public:
    KeptRounds(const Point* baseline, const Point& variant);

    const std::vector<RoundPair>& pairs() const { return m_pairs; }
    const Kept& kept() const { return m_kept; }
    int disturbed() const;

    /// Of the ratio `above` / `below` over the rounds that count.
    stats::Interval interval(const RoundValue& above, const RoundValue& below) const;
    /// The estimate if none were left out.
    double with_all(const RoundValue& above, const RoundValue& below) const;
    /// How much the rounds of that ratio remember each other.
    double memory(const RoundValue& above, const RoundValue& below) const;

  private:
    std::vector<RoundPair> m_pairs, m_pilot;
    Kept m_kept;
};

} // namespace lockstep
