// SPDX-License-Identifier: MIT
// Leaving out whole rounds, and asking those that are left.
#include "app/experiment/kept_rounds.hpp"

#include "sim/stats/memory.hpp"
#include "sim/stats/rounds.hpp"

#include <algorithm>

namespace lockstep {

Kept keep(const std::vector<RoundPair>& pairs) {
    std::vector<int> disturbed;
    for (const RoundPair& pair : pairs)
        disturbed.push_back(pair.disturbed ? 1 : 0);
    const stats::KeptRounds rounds = stats::keep_rounds(disturbed);
    Kept kept;
    for (const int index : rounds.rounds)
        kept.pairs.push_back(static_cast<std::size_t>(index));
    kept.left_out = rounds.left_out;
    kept.point_disturbed = rounds.point_disturbed;
    return kept;
}

KeptRounds::KeptRounds(const Point* baseline, const Point& variant)
    : m_pairs(paired_rounds(baseline, variant)), m_pilot(pilot_rounds(baseline, variant)),
      m_kept(keep(m_pairs)) {}

int KeptRounds::disturbed() const {
    return static_cast<int>(std::ranges::count_if(m_pairs, &RoundPair::disturbed));
}

double KeptRounds::memory(const RoundValue& above, const RoundValue& below) const {
    std::vector<double> ratios;
    // The pilot's first round was a first look at each side by itself, not a round.
    for (std::size_t i = 1; i < m_pilot.size(); ++i)
        if (!m_pilot[i].disturbed)
            ratios.push_back(above(m_pilot[i]) / below(m_pilot[i]));
    if (!m_pairs.empty() && !m_pairs.front().pilot)
        for (const std::size_t index : m_kept.pairs)
            ratios.push_back(above(m_pairs[index]) / below(m_pairs[index]));
    return stats::interval_memory(ratios);
}

stats::Interval KeptRounds::interval(const RoundValue& above, const RoundValue& below) const {
    std::vector<double> a, b;
    for (const std::size_t index : m_kept.pairs) {
        a.push_back(above(m_pairs[index]));
        b.push_back(below(m_pairs[index]));
    }
    return stats::ratio_interval(a, b, memory(above, below));
}

double KeptRounds::with_all(const RoundValue& above, const RoundValue& below) const {
    std::vector<double> a, b;
    for (const RoundPair& pair : m_pairs) {
        a.push_back(above(pair));
        b.push_back(below(pair));
    }
    return stats::ratio_interval(a, b).value;
}

} // namespace lockstep
