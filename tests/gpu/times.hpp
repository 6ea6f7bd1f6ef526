// SPDX-License-Identifier: MIT
// Times of launches by the card's own clock.
#pragma once

#include "kernels/bench/card_plan.hpp"
#include "tests/gpu/line_fit.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lockstep::on_card {

/// A variant with its settings, on the card, warmed up; input 0.
class Timed {
  public:
    static Result<Timed> create(const Variant& variant, const Values& settings,
                                const bench::CardModuleMaker& card);

    /// One more sample: so many launches in one queue that they last about 10 ms.
    Result<void> sample();

    const std::vector<double>& times_ns() const { return m_times_ns; } ///< of one repetition each
    int launches() const { return m_launches; }                        ///< of one repetition
    int repetitions() const { return m_repetitions; }                  ///< of one sample

  private:
    std::unique_ptr<Problem> m_problem;
    std::unique_ptr<bench::CardModule> m_module; ///< before the plan, which is gone first
    std::unique_ptr<bench::CardPlan> m_plan;
    int m_launches = 0, m_repetitions = 1;
    std::vector<double> m_times_ns;
};

/// "12.3 µs (12.1 µs to 12.6 µs hold the middle half of 31 samples)".
std::string time_words(const std::vector<double>& times_ns);

/// The divergence kernel with 1, 2, 4, 8, 16 and 32 paths in every warp, one block on each of
/// `sms`.
struct DivergenceLine {
    std::vector<double> paths, times_ns; ///< medians
    RelativeLine line;                   ///< T(k) = a + s k, ns
};

/// Samples of the six take turns, so that a clock that drifts bends none of them.
Result<DivergenceLine> time_divergence(int sms, const bench::CardModuleMaker& card);

} // namespace lockstep::on_card
