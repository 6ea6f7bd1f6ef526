// SPDX-License-Identifier: MIT
// Dropping the timelines that will hardly be the median's.
#include "kernels/measure/span_keeper.hpp"

#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

double SpanKeeper::distance(const Timeline& timeline, double median_ns) const {
    return std::abs(timeline.time_ns - median_ns);
}

void SpanKeeper::offer(Timeline timeline) {
    m_times_ns.push_back(timeline.time_ns);
    m_spans += timeline.spans.size();
    m_kept.push_back(std::move(timeline));
    while (m_spans > m_most && m_kept.size() > 1) {
        const double median_ns = stats::median(m_times_ns);
        const auto farthest = std::ranges::max_element(
            m_kept, {}, [&](const Timeline& kept) { return distance(kept, median_ns); });
        m_spans -= farthest->spans.size();
        m_kept.erase(farthest);
    }
}

const Timeline* SpanKeeper::nearest_to_median() const {
    if (m_kept.empty()) return nullptr;
    const double median_ns = stats::median(m_times_ns);
    return &*std::ranges::min_element(
        m_kept, {}, [&](const Timeline& kept) { return distance(kept, median_ns); });
}

} // namespace lockstep
