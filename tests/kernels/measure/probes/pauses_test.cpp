// SPDX-License-Identifier: MIT
// Breaths come before a slice would be too long, and at the beginning of each probe.
#include "kernels/measure/probes/pauses.hpp"

#include "kernels/measure/recorder.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(Pauses, EveryProbeBeginsWithABreath) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 2, 20);
    pauses.begin("first");
    pauses.begin("second");
    ASSERT_THAT(scribe.news, SizeIs(2));
    EXPECT_EQ(scribe.news[0].id, "p1");
    EXPECT_EQ(scribe.news[0].phase, "first");
    EXPECT_EQ(scribe.news[0].rounds_done, 0);
    EXPECT_EQ(scribe.news[1].rounds_done, 1);
    EXPECT_EQ(scribe.news[1].rounds_planned, 2);
    EXPECT_TRUE(scribe.news[1].await_go);
}

TEST(Pauses, ASliceIsNotOutlasted) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 20);
    pauses.begin("first");
    pauses.before(190e6); // would just fit, on a machine that does nothing else
    pauses.before(250e6);
    ASSERT_GE(scribe.news.size(), 2u);
    EXPECT_GE(scribe.news.back().next_slice_ms, 250) << "a long piece is announced";
    const std::size_t breaths = scribe.news.size();
    for (const std::int64_t end_ns = Recorder::now_ns() + 20'000'000;
         Recorder::now_ns() < end_ns;) {
    }
    pauses.before(190e6);
    EXPECT_EQ(scribe.news.size(), breaths + 1);
}

TEST(Pauses, TimeRunsOut) {
    Scribe scribe;
    Crews crews;
    const Pauses pauses(scribe, crews, "p1", 1, 0);
    EXPECT_LT(pauses.left_ns(), 1);
    EXPECT_GE(pauses.seconds(), 0);
}

TEST(Pauses, WorkersDoubleUpToAll) {
    EXPECT_THAT(doubling_up_to(1), ElementsAre(1));
    EXPECT_THAT(doubling_up_to(2), ElementsAre(1, 2));
    EXPECT_THAT(doubling_up_to(6), ElementsAre(1, 2, 4, 6));
    EXPECT_THAT(doubling_up_to(8), ElementsAre(1, 2, 4, 8));
}

TEST(Pauses, NoTeamIsLargerThanTheMachine) {
    Crews crews;
    EXPECT_NE(gathered(crews, 1), nullptr);
    EXPECT_EQ(gathered(crews, 100'000), nullptr);
}

} // namespace
} // namespace lockstep
