// SPDX-License-Identifier: MIT
// Keeps the timelines of samples until it is known which of them is the median's.
#pragma once

#include "kernels/measure/recorder.hpp"

#include <vector>

namespace lockstep {

struct Timeline {
    double time_ns = 0;       ///< of the sample, per repetition: what the median is taken of
    double repetition_ns = 0; ///< of the repetition that the spans belong to
    std::vector<Span> spans;
};

class SpanKeeper {
  public:
    /// Keeps at most so many spans in all; then the timelines farthest from the median of what came
    /// so far go first.
    explicit SpanKeeper(std::size_t most = 400'000) : m_most(most) {}

    void offer(Timeline timeline);
    /// Of the sample nearest to the median of all that were offered; null for none.
    const Timeline* nearest_to_median() const;

  private:
    double distance(const Timeline& timeline, double median_ns) const;

    std::size_t m_most, m_spans = 0;
    std::vector<double> m_times_ns;
    std::vector<Timeline> m_kept;
};

} // namespace lockstep
