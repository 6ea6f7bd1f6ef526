// SPDX-License-Identifier: MIT
#include "app/blocks/figure/claims/cloud.hpp"
#include "app/experiment/estimates.hpp"

#include <gtest/gtest.h>

namespace lockstep::claims {
namespace {

/// One way that claims twice the truth, and one that claims nothing; 15 rounds each.
Run run_of_two() {
    Run run;
    run.quantity = "claimed";
    for (int id = 0; id < 3; ++id) {
        Point point;
        point.id = id;
        for (int round = 0; round < 15; ++round) {
            point.round.push_back(round);
            point.flags.push_back(0);
            point.time_ns.push_back(id == 0 ? 100 + round : 5000);
            if (id > 0)
                point.claimed_ns.push_back(id == 1 ? 2.0 * (100 + round) : 0);
        }
        run.points.push_back(std::move(point));
    }
    Series series;
    for (int way = 0; way < 2; ++way) {
        Estimate mark;
        mark.x = way;
        mark.point = way + 1;
        mark.baseline = 0;
        series.points.push_back(mark);
    }
    run.series.push_back(std::move(series));
    update_series(run);
    return run;
}

TEST(ClaimsFigure, HoldsEachClaimAgainstTheTimeOfItsRound) {
    const lockstep::Run run = run_of_two();
    const Picture picture = picture_of(&run, {"twice", "nothing", "not run"});
    ASSERT_EQ(picture.rows.size(), 3U);
    EXPECT_EQ(picture.rows[0].cloud, std::vector<double>(15, 2.0));
    EXPECT_TRUE(picture.rows[0].known);
    EXPECT_NEAR(picture.rows[0].value, 2, 1e-12);
    EXPECT_NEAR(picture.rows[0].claimed_ns, 2 * 107, 1e-9);
    EXPECT_NEAR(picture.true_ns, 107, 1e-9);
    EXPECT_TRUE(picture.rows[1].known) << "a claim of nothing is a claim";
    EXPECT_EQ(picture.rows[1].value, 0);
    EXPECT_FALSE(picture.rows[2].known);
    EXPECT_TRUE(picture.rows[2].cloud.empty());
}

TEST(ClaimsFigure, HasRowsBeforeARun) {
    const Picture picture = picture_of(nullptr, {"a", "b"});
    EXPECT_EQ(picture.rows.size(), 2U);
    EXPECT_EQ(picture.true_ns, 0);
    EXPECT_GE(picture.most, 2);
}

TEST(ClaimsFigure, AWrongResultHasAReasonAndNoClaim) {
    lockstep::Run run = run_of_two();
    run.points[1].status = PointStatus::Wrong;
    run.points[1].reason = "its result is not the serial variant's";
    update_series(run);
    const Picture picture = picture_of(&run, {"twice", "nothing"});
    EXPECT_FALSE(picture.rows[0].known);
    EXPECT_EQ(picture.rows[0].reason, run.points[1].reason);
}

TEST(ClaimsFigure, ItsAxisLeavesTheTruthInSight) {
    lockstep::Run run = run_of_two();
    for (double& claim : run.points[1].claimed_ns)
        claim *= 100;
    update_series(run);
    EXPECT_LE(picture_of(&run, {"far off", "nothing"}).most, 5);
}

} // namespace
} // namespace lockstep::claims
