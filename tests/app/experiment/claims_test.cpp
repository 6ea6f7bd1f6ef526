// SPDX-License-Identifier: MIT
#include "app/experiment/claims.hpp"

#include "app/experiment/estimates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using testing::DoubleNear;
using testing::Each;

/// The work takes 100 to 114 ns in 15 rounds, and a way claims twice that: in the last round ten
/// times.
Run run_of_one() {
    lockstep::Run run;
    run.quantity = "claimed";
    run.points.resize(2);
    for (int round = 0; round < 15; ++round) {
        const double work_ns = 100 + round;
        for (Point& point : run.points) {
            point.round.push_back(round);
            point.flags.push_back(round == 3 ? protocol::sample_disturbed : 0);
            point.time_ns.push_back(&point == &run.points[0] ? work_ns : 4000);
        }
        run.points[1].claimed_ns.push_back((round == 14 ? 10 : 2) * work_ns);
    }
    run.points[1].id = 1;
    Series series;
    series.points.resize(1);
    series.points[0].point = 1;
    series.points[0].baseline = 0;
    run.series.push_back(series);
    update_series(run);
    return run;
}

TEST(Claims, AreHeldAgainstTheirOwnRounds) {
    const lockstep::Run run = run_of_one();
    std::vector<double> claims = claims_of(run, run.series[0].points[0]);
    ASSERT_EQ(claims.size(), 14U) << "one round was disturbed";
    EXPECT_NEAR(claims.back(), 10, 1e-9);
    claims.pop_back();
    EXPECT_THAT(claims, Each(DoubleNear(2, 1e-9)));
}

TEST(Claims, AVariantThatDoesNotMeasureSaysItsTime) {
    const lockstep::Run run = run_of_one();
    EXPECT_EQ(said_ns(run.points[0], 2), 102);
    EXPECT_EQ(said_ns(run.points[1], 2), 204);
}

TEST(Claims, AsLiveValues) {
    const lockstep::Run run = run_of_one();
    const Estimate& mark = run.series[0].points[0];
    EXPECT_NEAR(claim_number(run, mark, "claimed")->value, 2 * 107, 3);
    EXPECT_NEAR(claim_number(run, mark, "lowest")->value, 2, 1e-9);
    EXPECT_NEAR(claim_number(run, mark, "highest")->value, 10, 1e-9);
}

TEST(Claims, ThereAreNoneInOtherRuns) {
    lockstep::Run run = run_of_one();
    run.quantity = "relative_time";
    EXPECT_TRUE(claims_of(run, run.series[0].points[0]).empty());
    run = run_of_one();
    run.points[1].status = PointStatus::Wrong;
    update_series(run);
    EXPECT_TRUE(claims_of(run, run.series[0].points[0]).empty());
    EXPECT_FALSE(claim_number(run, run.series[0].points[0], "claimed"));
}

} // namespace
} // namespace lockstep
