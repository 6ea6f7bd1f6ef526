// SPDX-License-Identifier: MIT
// A bench that fails in the middle of a run, and one that fails while nothing runs.
#include "app/experiment/bench_news.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

TEST(BenchNews, SamplesReceivedStayAndTheCommandIsSaid) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.begin();
    bench_failed(scene.session, {"The bench fell silent.", {"last words"}}, scene.effects);
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Failed);
    ASSERT_EQ(scene.session.notices.size(), 1u);
    const Notice& notice = scene.session.notices[0];
    EXPECT_THAT(notice.sentence, HasSubstr("fell silent"));
    EXPECT_EQ(notice.details.at(0), "last words");
    EXPECT_THAT(notice.details.at(1), HasSubstr("lockstep run amdahl --sweep f=0,0.25"));
    EXPECT_EQ(scene.lab().run->series[0].points.size(), 5u);
    EXPECT_TRUE(scene.lab().run->cancelled);
    EXPECT_EQ(scene.state().reached, content::Step::Compare);
    EXPECT_EQ(scene.effects.kept.size(), 1u);
}

TEST(BenchNews, WhileNothingRunsThereIsNothingToRepeat) {
    Scene scene;
    bench_failed(scene.session, {"The bench ended with code 1.", {}}, scene.effects);
    EXPECT_TRUE(scene.session.notices[0].details.empty());
    EXPECT_EQ(scene.state().reached, content::Step::Predict);
}

TEST(BenchNews, FindsARunWhereverItLies) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    const auto place = find_run(scene.session, scene.effects.requests[0].id);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->lesson, "amdahl");
    EXPECT_EQ(place->experiment, "main");
    EXPECT_FALSE(find_run(scene.session, "gone"));
    EXPECT_FALSE(find_run(scene.session, ""));
    finish_run(scene.session, "gone", false, scene.effects);
    EXPECT_TRUE(scene.effects.kept.empty());
}

} // namespace
} // namespace lockstep
