// SPDX-License-Identifier: MIT
// The sentence of a fit has its numbers with their intervals, or the reason why there is none.
#include "app/experiment/fits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Speedups of the universal scalability law, off by a thousandth in turn.
Run run_over(const std::vector<double>& workers, double alpha, double beta) {
    Run run;
    run.quantity = "speedup";
    run.x = "p";
    Series series;
    series.variant = "multicore";
    double sign = 1;
    for (const double p : workers) {
        Estimate mark;
        mark.x = p;
        mark.n = 21;
        mark.value = p / (1 + alpha * (p - 1) + beta * p * (p - 1)) * (1 + 0.001 * sign);
        sign = -sign;
        series.points.push_back(mark);
    }
    run.series.push_back(series);
    return run;
}

TEST(Fits, HaveTheirNumbersAndIntervals) {
    const auto said = fit_sentences(run_over({1, 2, 4, 8, 12, 16}, 0.05, 0.002));
    ASSERT_EQ(said.size(), 2u);
    EXPECT_THAT(said[0], AllOf(HasSubstr("Amdahl's law through these marks: f = 0.9"),
                               HasSubstr("it misses them by")));
    EXPECT_THAT(said[1], AllOf(HasSubstr("α = 0.0"), HasSubstr("β = 0.00"),
                               HasSubstr("the most speedup at 2")));
}

TEST(Fits, TwoCoresGiveOneNumberAndNotTwo) {
    const auto said = fit_sentences(run_over({1, 2}, 0.05, 0));
    EXPECT_THAT(said, ElementsAre(HasSubstr("one mark says nothing of its error"),
                                  HasSubstr("is not fitted: ")));
}

TEST(Fits, OnlyWhatIsSureCounts) {
    lockstep::Run run = run_over({1, 2, 4, 8}, 0.05, 0.002);
    for (Estimate& mark : run.series[0].points)
        mark.status = PointStatus::Disturbed;
    EXPECT_THAT(fit_sentences(run), IsEmpty());
    run = run_over({1}, 0.05, 0.002);
    EXPECT_THAT(fit_sentences(run),
                ElementsAre(HasSubstr("Amdahl's law is not fitted: "), HasSubstr("not fitted")));
}

TEST(Fits, AreOfASpeedupOverWorkers) {
    lockstep::Run run = run_over({1, 2, 4, 8}, 0.05, 0.002);
    run.x = "f";
    EXPECT_THAT(fit_sentences(run), IsEmpty());
    run.x = "p";
    run.quantity = "relative_time";
    EXPECT_THAT(fit_sentences(run), IsEmpty());
}

} // namespace
} // namespace lockstep
