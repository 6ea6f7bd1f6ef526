// SPDX-License-Identifier: MIT
#include "sim/stats/fit.hpp"

#include "noise.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <string>

namespace lockstep::stats {

static double amdahl(double f, double p) {
    return 1 / ((1 - f) + f / p);
}

static double usl(double alpha, double beta, double p) {
    return p / (1 + alpha * (p - 1) + beta * p * (p - 1));
}

static void expect_refused(const Result<UslFit>& fit, const char* reason) {
    ASSERT_FALSE(fit) << reason;
    EXPECT_NE(fit.error().text().find(reason), std::string::npos) << fit.error().text();
}

TEST(KarpFlattTest, FindsTheSerialFractionOfAmdahlsLaw) {
    for (const double p : {2.0, 3.0, 16.0})
        EXPECT_NEAR(karp_flatt(amdahl(0.9, p), p), 0.1, 1e-12);
    EXPECT_DOUBLE_EQ(karp_flatt(2, 2), 0);
    EXPECT_DOUBLE_EQ(karp_flatt(1, 2), 1) << "no gain: all of it is as good as serial";
    EXPECT_LT(karp_flatt(2.2, 2), 0);
    EXPECT_TRUE(std::isnan(karp_flatt(1, 1)));
    EXPECT_TRUE(std::isnan(karp_flatt(0, 2)));
}

TEST(LineFitTest, GoesThroughPointsOnALine) {
    const auto line = fit_line(std::vector<double>{1, 2, 4}, std::vector<double>{5, 7, 11});
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->a, 3, 1e-12);
    EXPECT_NEAR(line->b, 2, 1e-12);
    EXPECT_NEAR(line->residual, 0, 1e-12);
    EXPECT_EQ(line->points, 3);
}

TEST(LineFitTest, LeavesTheLeastSquares) {
    // By hand: means 1 and 4/3, slope 2/2, start 1/3; what is left is 2/3, -4/3, 2/3.
    // squared.
    const auto line = fit_line(std::vector<double>{0, 1, 2}, std::vector<double>{1, 0, 3});
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->b, 1, 1e-12);
    EXPECT_NEAR(line->a, 1.0 / 3, 1e-12);
    EXPECT_NEAR(line->residual, std::sqrt((4.0 / 9 + 16.0 / 9 + 4.0 / 9) / 3), 1e-12);
}

TEST(LineFitTest, IsRefusedWithoutTwoPlaces) {
    EXPECT_FALSE(fit_line({}, {}));
    EXPECT_FALSE(fit_line(std::vector<double>{1, 1}, std::vector<double>{2, 3}));
    EXPECT_FALSE(fit_line(std::vector<double>{1, 2}, std::vector<double>{2}));
}

TEST(AmdahlFitTest, FindsTheSharedPart) {
    const std::vector<double> workers{1, 2, 4, 8};
    std::vector<double> speedups;
    for (const double p : workers)
        speedups.push_back(amdahl(0.75, p));
    const auto fit = fit_amdahl(workers, speedups);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->f, 0.75, 1e-12);
    EXPECT_NEAR(fit->residual, 0, 1e-12);
    EXPECT_EQ(fit->points, 3);
}

TEST(AmdahlFitTest, OnePointWithTwoWorkersIsEnoughAndNoneIsNot) {
    const auto two = fit_amdahl(std::vector<double>{2}, std::vector<double>{1.6});
    ASSERT_TRUE(two);
    EXPECT_NEAR(two->f, 0.75, 1e-12) << "1/1.6 = 1 - f/2";
    EXPECT_FALSE(fit_amdahl(std::vector<double>{1, 1}, std::vector<double>{1, 1}));
    EXPECT_FALSE(fit_amdahl(std::vector<double>{2}, std::vector<double>{-1}));
}

TEST(AmdahlFitTest, TheResidualShowsThatTheLawDoesNotFit) {
    const std::vector<double> workers{2, 4, 8, 16};
    std::vector<double> speedups;
    for (const double p : workers)
        speedups.push_back(usl(0.02, 0.01, p));
    const auto fit = fit_amdahl(workers, speedups);
    ASSERT_TRUE(fit);
    EXPECT_GT(fit->residual, 0.1);
}

/// Four or more points with p > 1: Amdahl's law with a relative scatter.
static std::vector<double> noisy_amdahl(Random& random, double f, double sigma,
                                        const std::vector<double>& workers) {
    std::vector<double> speedups;
    for (const double p : workers)
        speedups.push_back(1 / (1 / amdahl(f, p) + sigma * normal(random)));
    return speedups;
}

TEST(StudentT, IsThatOfTheTable) {
    const std::pair<int, double> table[] = {{1, 12.706}, {4, 2.776},  {5, 2.571},
                                            {6, 2.447},  {10, 2.228}, {30, 2.042}};
    for (const auto& [degrees, t] : table)
        EXPECT_NEAR(student_t(degrees), t, 0.003) << degrees;
    EXPECT_TRUE(std::isinf(student_t(0)));
}

TEST(LineFitTest, ItsRangesCover) {
    Random random(2);
    const std::vector<double> x{1, 2, 3, 5, 8, 13};
    int a = 0, b = 0;
    constexpr int trials = 4000;
    for (int i = 0; i < trials; ++i) {
        std::vector<double> y;
        for (const double at : x)
            y.push_back(3 + 2 * at + 0.1 * normal(random));
        const auto line = fit_line(x, y);
        ASSERT_TRUE(line);
        a += line->a_range.contains(3) ? 1 : 0;
        b += line->b_range.contains(2) ? 1 : 0;
    }
    EXPECT_NEAR(a, 0.95 * trials, 5 * std::sqrt(0.05 * 0.95 * trials));
    EXPECT_NEAR(b, 0.95 * trials, 5 * std::sqrt(0.05 * 0.95 * trials));
}

TEST(LineFitTest, TwoPointsHaveALineAndNoRange) {
    const auto line = fit_line(std::vector<double>{1, 2}, std::vector<double>{3, 5});
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->b, 2, 1e-12);
    EXPECT_FALSE(line->b_range.bounded());
    EXPECT_FALSE(line->a_range.bounded());
}

TEST(AmdahlFitTest, ItsRangeCovers) {
    Random random(3);
    const std::vector<double> workers{1, 2, 3, 4, 6, 8};
    int held = 0;
    constexpr int trials = 4000;
    for (int i = 0; i < trials; ++i) {
        const auto fit = fit_amdahl(workers, noisy_amdahl(random, 0.9, 0.005, workers));
        ASSERT_TRUE(fit);
        held += fit->range.contains(0.9) ? 1 : 0;
    }
    EXPECT_NEAR(held, 0.95 * trials, 5 * std::sqrt(0.05 * 0.95 * trials));
}

TEST(AmdahlFitTest, OnePointHasNoRangeAndScatterIsRefused) {
    const auto one = fit_amdahl(std::vector<double>{1, 2}, std::vector<double>{1, 1.6});
    ASSERT_TRUE(one);
    EXPECT_FALSE(one->range.bounded());
    const auto scattered =
        fit_amdahl(std::vector<double>{2, 3, 4}, std::vector<double>{1.9, 0.7, 3.5});
    ASSERT_FALSE(scattered);
    EXPECT_NE(scattered.error().text().find("anything from none to all"), std::string::npos);
}

TEST(UslFitTest, ItsRangesCoverAndNeverGoBelowZero) {
    Random random(4);
    const std::vector<double> workers{2, 4, 6, 8, 12, 16, 24, 32};
    int held = 0;
    constexpr int trials = 2000;
    for (int i = 0; i < trials; ++i) {
        std::vector<double> speedups;
        for (const double p : workers)
            speedups.push_back(usl(0.05, 0.002, p) * lognormal(random, 0.01));
        const auto fit = fit_usl(workers, speedups);
        ASSERT_TRUE(fit) << fit.error().text();
        held += fit->beta_range.contains(0.002) ? 1 : 0;
        EXPECT_GE(fit->alpha_range.low, 0);
        EXPECT_GE(fit->beta_range.low, 0);
    }
    EXPECT_NEAR(held, 0.95 * trials, 5 * std::sqrt(0.05 * 0.95 * trials));
}

TEST(UslFitTest, FindsContentionAndCoherency) {
    const std::vector<double> workers{1, 2, 4, 8, 16, 32};
    std::vector<double> speedups;
    for (const double p : workers)
        speedups.push_back(usl(0.05, 0.002, p));
    const auto fit = fit_usl(workers, speedups);
    ASSERT_TRUE(fit) << fit.error().text();
    EXPECT_NEAR(fit->alpha, 0.05, 1e-9);
    EXPECT_NEAR(fit->beta, 0.002, 1e-10);
    EXPECT_NEAR(fit->peak_workers, std::sqrt(0.95 / 0.002), 1e-5);
    EXPECT_NEAR(fit->residual, 0, 1e-9);
}

TEST(UslFitTest, ItsErrorsCoverUnderNoise) {
    Random random(1);
    const std::vector<double> workers{2, 4, 6, 8, 12, 16, 24, 32};
    int held = 0;
    constexpr int trials = 4000;
    for (int i = 0; i < trials; ++i) {
        std::vector<double> speedups;
        for (const double p : workers)
            speedups.push_back(usl(0.05, 0.002, p) * lognormal(random, 0.01));
        const auto fit = fit_usl(workers, speedups);
        ASSERT_TRUE(fit) << fit.error().text();
        held += std::abs(fit->alpha - 0.05) < 2.447 * fit->alpha_error ? 1 : 0;
    }
    // Student's t of 6 degrees of freedom is within 2.447 in 95 %.
    EXPECT_NEAR(held, 0.95 * trials, 5 * std::sqrt(0.05 * 0.95 * trials));
}

TEST(UslFitTest, AmdahlsLawHasNoCoherencyAndNoPeak) {
    const std::vector<double> workers{1, 2, 4, 8};
    std::vector<double> speedups;
    for (const double p : workers)
        speedups.push_back(amdahl(0.9, p));
    const auto fit = fit_usl(workers, speedups);
    ASSERT_TRUE(fit) << fit.error().text();
    EXPECT_NEAR(fit->alpha, 0.1, 1e-9);
    EXPECT_NEAR(fit->beta, 0, 1e-9);
    EXPECT_GT(fit->peak_workers, 1000);
}

TEST(UslFitTest, TwoCoresCannotIdentifyIt) {
    expect_refused(fit_usl(std::vector<double>{1, 2}, std::vector<double>{1, 1.8}),
                   "at least three different worker counts");
    expect_refused(
        fit_usl(std::vector<double>{1, 2, 2, 4, 4}, std::vector<double>{1, 1.8, 1.8, 3, 3}),
        "at least three different worker counts");
}

TEST(UslFitTest, CountsCloseTogetherCannotIdentifyIt) {
    expect_refused(fit_usl(std::vector<double>{9, 10, 11}, std::vector<double>{6, 6.5, 7}),
                   "too close together");
}

TEST(UslFitTest, ScatterIsRefusedRatherThanFitted) {
    expect_refused(
        fit_usl(std::vector<double>{2, 4, 6, 8}, std::vector<double>{1.2, 3.9, 2.2, 6.1}),
        "scatter too much");
}

TEST(UslFitTest, FasterThanPTimesIsNotItsShape) {
    expect_refused(fit_usl(std::vector<double>{2, 4, 8}, std::vector<double>{2.2, 4.9, 10.9}),
                   "do not have the law's shape");
}

TEST(UslFitTest, NonsenseIsRefused) {
    EXPECT_FALSE(fit_usl(std::vector<double>{2, 4}, std::vector<double>{1.8}));
    EXPECT_FALSE(fit_usl(std::vector<double>{2, 4, 8}, std::vector<double>{1.8, 0, 4}));
    EXPECT_FALSE(fit_usl(std::vector<double>{0, 4, 8}, std::vector<double>{1, 3, 4}));
}

} // namespace lockstep::stats
