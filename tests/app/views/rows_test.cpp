// SPDX-License-Identifier: MIT
#include "app/views/timeline/rows.hpp"

#include <gtest/gtest.h>

namespace lockstep::timeline {
namespace {

struct Stretch {
    int worker, phase, task, kind;
    double begin_ms, end_ms;
};

protocol::Spans spans(std::initializer_list<Stretch> all, double time_ms) {
    protocol::Spans made;
    made.time_ns = time_ms * 1e6;
    for (const Stretch& one : all) {
        made.worker.push_back(one.worker);
        made.phase.push_back(one.phase);
        made.task.push_back(one.task);
        made.kind.push_back(one.kind);
        made.begin_ns.push_back(one.begin_ms * 1e6);
        made.end_ns.push_back(one.end_ms * 1e6);
    }
    return made;
}

TEST(Rows, OnePerWorkerInOrderOfTime) {
    const Rows rows =
        rows_of(spans({{1, 0, 2, 0, 5, 7}, {0, 0, 0, 1, 0, 5}, {0, 0, 1, 0, 5, 7}}, 7.5), 0);
    ASSERT_EQ(rows.workers.size(), 2u);
    ASSERT_EQ(rows.workers[0].size(), 2u);
    EXPECT_EQ(rows.workers[0][0].kind, Kind::Serial);
    EXPECT_EQ(rows.workers[0][1].kind, Kind::Busy);
    EXPECT_DOUBLE_EQ(rows.workers[1][0].begin_ms, 5);
    EXPECT_DOUBLE_EQ(rows.end_ms, 7.5);
}

TEST(Rows, JoinSliversOfOneKindAndPhase) {
    const Rows rows = rows_of(spans({{0, 0, 0, 0, 0, 1},
                                     {0, 0, 1, 0, 1.005, 2},
                                     {0, 0, 2, 0, 2.5, 3},
                                     {0, 1, 3, 0, 3.001, 4}},
                                    4),
                              0.01);
    ASSERT_EQ(rows.workers[0].size(), 3u);
    EXPECT_EQ(rows.workers[0][0].tasks, 2);
    EXPECT_DOUBLE_EQ(rows.workers[0][0].end_ms, 2);
    EXPECT_EQ(rows.workers[0][2].phase, 1);
}

TEST(Rows, BarriersStandWhereTheSlowestEnds) {
    const Rows rows = rows_of(
        spans({{0, 0, 0, 0, 0, 2}, {1, 0, 0, 0, 0, 10}, {0, 1, 0, 0, 10, 12}, {1, 1, 0, 0, 10, 12}},
              12),
        0);
    ASSERT_EQ(rows.barriers_ms.size(), 1u);
    EXPECT_DOUBLE_EQ(rows.barriers_ms[0], 10);
}

TEST(Rows, EndWithTheSpansWhereOnlyTheBeginningWasRecorded) {
    const Rows cut = rows_of(spans({{0, 0, 0, 0, 0, 10}}, 600), 0);
    EXPECT_TRUE(cut.cut);
    EXPECT_NEAR(cut.end_ms, 10.2, 1e-9);
    const Rows whole = rows_of(spans({{0, 0, 0, 0, 0, 400}}, 600), 0);
    EXPECT_FALSE(whole.cut);
    EXPECT_DOUBLE_EQ(whole.end_ms, 600);
}

TEST(Rows, OfNoSpansAreNone) {
    EXPECT_TRUE(rows_of({}, 0).workers.empty());
    EXPECT_TRUE(rows_of(spans({{-1, 0, 0, 0, 0, 1}}, 1), 0).workers.empty());
}

TEST(Idle, IsWhatNoBarCovers) {
    const Rows rows = rows_of(spans({{0, 0, 0, 0, 0, 2}, {0, 0, 1, 2, 2, 8}}, 8), 0);
    EXPECT_DOUBLE_EQ(idle_share(rows.workers[0], rows.end_ms), 0.75);
    EXPECT_EQ(idle_share({}, 0), 0);
}

} // namespace
} // namespace lockstep::timeline
