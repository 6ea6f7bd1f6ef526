// SPDX-License-Identifier: MIT
// Choosing repetitions for sides of different length.
#include "kernels/measure/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lockstep {

static constexpr double same_within = 8;
static constexpr double most_repetitions = 1 << 22;

double sample_length_ns(double tick_ns, double budget_s, bool alone) {
    constexpr double short_sample_ns = 200'000, short_budget_s = 0.5;
    const bool is_short = alone && budget_s < short_budget_s;
    return std::max(1000 * tick_ns, is_short ? short_sample_ns : usual_sample_ns);
}

std::vector<int> repetitions_of(std::span<const double> repetition_ns, double sample_ns) {
    std::vector<std::size_t> rising(repetition_ns.size());
    std::iota(rising.begin(), rising.end(), std::size_t{0});
    std::ranges::sort(rising, {}, [&](std::size_t side) { return repetition_ns[side]; });
    std::vector<int> repetitions(repetition_ns.size(), 1);
    double shortest_ns = 0;
    int chosen = 1;
    for (const std::size_t side : rising) {
        const double own_ns = std::max(repetition_ns[side], 1e-3);
        if (shortest_ns == 0 || own_ns > same_within * shortest_ns) {
            shortest_ns = own_ns;
            chosen =
                static_cast<int>(std::clamp(std::ceil(sample_ns / own_ns), 1.0, most_repetitions));
        }
        repetitions[side] = chosen;
    }
    return repetitions;
}

double doubling_ratio(double first_ns, double second_ns, double both_ns) {
    return 2 * both_ns / (first_ns + second_ns);
}

bool doubling_holds(double ratio) {
    return ratio >= 1.9 && ratio <= 2.1;
}

bool done_once(double few_ns, int few, double many_ns, int many, double explained_ns) {
    const double repetition_ns = many_ns / many;
    return few_ns - few * repetition_ns > explained_ns && few_ns > 8 * few * repetition_ns;
}

void DoublingCheck::add(double ratio) {
    ++m_tries;
    ++m_known;
    m_last = ratio;
    m_largest = std::max(m_largest, ratio);
}

DoublingCheck::Verdict DoublingCheck::verdict() const {
    if (doubling_holds(m_last)) return Verdict::Holds;
    if (m_tries < 5 || m_known == 0) return Verdict::Open;
    return m_largest < surely_left_out && m_known > 1 ? Verdict::WorkLeftOut : Verdict::Odd;
}

} // namespace lockstep
