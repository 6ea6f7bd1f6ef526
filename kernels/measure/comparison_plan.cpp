// SPDX-License-Identifier: MIT
// How many rounds: from the pilot, once.
#include "kernels/measure/comparison.hpp"

#include "sim/stats/memory.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

/// A median of fewer has no 95 % interval worth showing.
static constexpr int fewest_useful_rounds = 7;

void Comparison::plan_rounds(double round_s) {
    m_round_s = std::max(round_s, 1e-6);
    const double left_s = m_plan.budget_s - seconds_since_start();
    int most = static_cast<int>(std::clamp(left_s / m_round_s, 1.0, 9999.0));
    if (most < fewest_useful_rounds) // a long job may take half as long again
        most = static_cast<int>(std::clamp((left_s + 0.5 * m_plan.budget_s) / m_round_s, 1.0,
                                           static_cast<double>(fewest_useful_rounds)));
    m_rounds = 1;
    for (const std::size_t i : active()) {
        const std::vector<double> ratios = pilot_ratios(m_sides[i]);
        // What a side's own times remember is the machine's course, which more rounds follow and
        // do not average out; pairs take it out.
        const bool paired = reference_of(m_sides[i]) != &m_sides[i];
        const double memory = paired ? stats::round_memory(ratios) : 0;
        m_rounds =
            std::max(m_rounds, stats::rounds_needed(ratios, m_plan.relative_width, most, memory));
    }
}

/// What this side will most likely be compared with: of its workload the serial variant with the
/// same parameters, else the first serial one, else itself.
const Comparison::Timed* Comparison::reference_of(const Timed& timed) const {
    Values own = timed.side->request().values;
    own.erase("p");
    const Timed* found = nullptr;
    for (const std::size_t i : active()) {
        const SideRequest& other = m_sides[i].side->request();
        if (other.variant->name != "serial" || other.workload != timed.side->request().workload)
            continue;
        Values values = other.values;
        values.erase("p");
        if (values == own) return &m_sides[i];
        found = found == nullptr ? &m_sides[i] : found;
    }
    return found != nullptr ? found : &timed;
}

std::vector<double> Comparison::pilot_ratios(const Timed& timed) const {
    const Timed* const reference = reference_of(timed);
    std::vector<double> ratios;
    const std::size_t rounds = std::min(timed.times_ns.size(), reference->times_ns.size());
    const double scale = stats::median(timed.times_ns);
    for (std::size_t round = 1; round < rounds; ++round) { // round 0 was the first look
        const double own = timed.times_ns[round];
        const double other = reference == &timed ? scale : reference->times_ns[round];
        if (own > 0 && other > 0) ratios.push_back(other / own);
    }
    return ratios;
}

} // namespace lockstep
