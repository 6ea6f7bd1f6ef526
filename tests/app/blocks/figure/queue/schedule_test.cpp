// SPDX-License-Identifier: MIT
// The queue before and after a run: whole work is 1, whoever is free takes the next.
#include "app/blocks/figure/queue/schedule.hpp"

#include <gtest/gtest.h>

namespace lockstep::queue {
namespace {

TEST(QueueSchedule, ThreeCustomersTwoCashiersNeedTwoRounds) {
    const Schedule plan = planned(3, 2, 1);
    EXPECT_NEAR(plan.end, 2.0 / 3, 1e-12); // two rounds of a third each
    EXPECT_EQ(plan.services[0].cashier, 0);
    EXPECT_EQ(plan.services[1].cashier, 1);
    EXPECT_NEAR(plan.services[2].begin, 1.0 / 3, 1e-12);
}

TEST(QueueSchedule, OneCustomerGainsNothing) { EXPECT_NEAR(planned(1, 12, 1).end, 1, 1e-12); }

TEST(QueueSchedule, TheLargestCustomerSetsTheEnd) {
    // 8 of 8 + 3 parts of the work; the other three fit in beside it.
    EXPECT_NEAR(planned(4, 2, 8).end, 8.0 / 11, 1e-12);
}

TEST(QueueSchedule, ReplaysStampsInMilliseconds) {
    protocol::Spans spans;
    spans.worker = {1, 0};
    spans.phase = {0, 0};
    spans.task = {7, 3};
    spans.kind = {0, 0};
    spans.begin_ns = {2e6, 1e6};
    spans.end_ns = {5e6, 4e6};
    const Schedule schedule = replayed(spans, 2);
    EXPECT_TRUE(schedule.measured);
    EXPECT_EQ(schedule.customers, 2);
    EXPECT_DOUBLE_EQ(schedule.end, 5);
    EXPECT_EQ(schedule.services.front().customer, 3);
    const Standing at = standing_at(schedule, 4.5);
    EXPECT_EQ(at.waiting, 0);
    EXPECT_EQ(at.served, 1);
    EXPECT_EQ(at.done, 1);
    EXPECT_EQ(standing_at(schedule, 0).waiting, 2);
}

} // namespace
} // namespace lockstep::queue
