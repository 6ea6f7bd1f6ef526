// SPDX-License-Identifier: MIT
// What a batch must have computed: the serial variant's results for the four inputs, folded in the
// order in which the batch's repetitions meet them (measuring rule 1).
#pragma once

#include "kernels/measure/workload.hpp"

#include <array>
#include <limits>
#include <optional>
#include <span>

namespace lockstep {

/// h = h * m + x: no repetition can be left out, doubled or swapped without changing the sum. m is
/// odd, so that nothing is ever shifted out.
constexpr std::uint64_t folded(std::uint64_t h, std::uint64_t x) {
    return h * 0x9E3779B97F4A7C15u + x;
}

/// The input of a repetition, counted over the whole run, so that the samples of one round have the
/// same ones.
constexpr int input_of(std::int64_t repetition) {
    return static_cast<int>(repetition % input_count);
}

/// What two orders of adding n numbers may differ by, c n eps sum|a_i|: each of the n - 1 additions
/// rounds by at most eps/2 of a sum that is at most sum|a_i|, in either order (Higham 2002,
/// "Accuracy and Stability of Numerical Algorithms", section 4.2).
constexpr double bound_of_sum(double n, double sum_of_magnitudes,
                              double eps = std::numeric_limits<double>::epsilon(), double c = 1) {
    return c * n * eps * sum_of_magnitudes;
}

class Oracle {
  public:
    /// `serial` is the workload's serial variant; the problem must outlive the oracle.
    Oracle(const Problem& problem, Run serial);

    /// Runs the serial variant for the inputs of these repetitions that it has not seen yet.
    /// Returns how many it ran; this is never done inside stamps.
    int prepare(std::int64_t first, std::int64_t repetitions);

    /// How long prepare() will take for these, as far as is known: 0 before its first run.
    double expected_prepare_ns(std::int64_t first, std::int64_t repetitions) const;

    /// The checksum of the repetitions first .. first + repetitions - 1.
    std::uint64_t expected(std::int64_t first, std::int64_t repetitions);

    /// Whether results are compared within a bound, one by one, and not by their checksum.
    bool has_bounds() const { return m_problem.bound(0) > 0; }
    /// Whether each of these, from repetition `first` on, lies within its bound of serial's. What
    /// is no number never does.
    bool within_bounds(std::int64_t first, std::span<const std::uint64_t> results);

  private:
    const Problem& m_problem;
    Run m_serial;
    std::array<std::optional<std::uint64_t>, input_count> m_results;
    double m_run_ns = 0; ///< the longest so far
};

} // namespace lockstep
