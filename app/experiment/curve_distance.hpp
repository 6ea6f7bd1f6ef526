// SPDX-License-Identifier: MIT
// How far a guessed curve lies from a measured or a modelled one.
#pragma once

#include <cmath>
#include <limits>

namespace lockstep {

/// Mean distance of two curves over the points that both have: of logarithms where the axis
/// doubles.
class CurveDistance {
  public:
    explicit CurveDistance(bool log) : m_log(log) {}
    void add(double guess, double other) {
        const bool ratio = m_log && guess > 0 && other > 0;
        m_sum += std::abs(ratio ? std::log(guess / other) : guess - other);
        ++m_count;
    }
    double mean() const {
        return m_count ? m_sum / m_count : std::numeric_limits<double>::infinity();
    }

  private:
    bool m_log;
    double m_sum = 0;
    int m_count = 0;
};

} // namespace lockstep
