// SPDX-License-Identifier: MIT
// Having the machine measured: never beside something else that is timed, and stopped at any time.
#include "app/experiment/bench_news.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

TEST(DoPassport, AsksForAllAndIsTimed) {
    Scene scene;
    scene.session.passport.problem = "The last try failed.";
    scene.act(command::TakePassport{});
    ASSERT_THAT(scene.effects.passports_asked, SizeIs(1));
    EXPECT_TRUE(scene.effects.passports_asked[0].full);
    EXPECT_EQ(scene.effects.passports_asked[0].id, passport_id);
    EXPECT_TRUE(scene.session.timing());
    EXPECT_TRUE(scene.session.taking_passport());
    EXPECT_EQ(scene.session.passport.problem, "");
    EXPECT_EQ(scene.session.bench.command, "lockstep passport --again");
}

TEST(DoPassport, SaysHowFarItIs) {
    Scene scene;
    scene.act(command::TakePassport{});
    protocol::Progress progress;
    progress.id = passport_id;
    progress.phase = "bandwidth";
    progress.rounds_done = 2;
    progress.rounds_planned = 4;
    receive(scene.session, progress, scene.effects);
    EXPECT_EQ(scene.session.bench.activity, "bandwidth");
    EXPECT_EQ(scene.session.bench.rounds_done, 2);
}

TEST(DoPassport, NeverBesideARun) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    ASSERT_TRUE(scene.session.timing());
    scene.act(command::TakePassport{});
    EXPECT_TRUE(scene.effects.passports_asked.empty());
    scene.answer();
    scene.act(command::TakePassport{});
    ASSERT_THAT(scene.effects.passports_asked, SizeIs(1));
    const auto runs = scene.effects.requests.size();
    scene.act(command::StartRun{"main"});
    scene.act(command::TakePassport{});
    EXPECT_THAT(scene.effects.requests, SizeIs(runs)) << "and no run beside it";
    EXPECT_THAT(scene.effects.passports_asked, SizeIs(1));
}

TEST(DoPassport, NotBeforeTheBenchHasGreetedNorAfterItFailed) {
    Scene scene;
    for (const BenchPhase phase : {BenchPhase::Starting, BenchPhase::Failed}) {
        scene.session.bench.phase = phase;
        scene.act(command::TakePassport{});
        EXPECT_TRUE(scene.effects.passports_asked.empty());
    }
}

TEST(DoPassport, ATraceIsNotMeasuredAlong) {
    Scene scene;
    scene.act(command::TakePassport{});
    EXPECT_EQ(scene.effects.simulation_cancels, 0);
    Scene tracing;
    tracing.session.tracing.simulating = true;
    tracing.act(command::TakePassport{});
    EXPECT_EQ(tracing.effects.simulation_cancels, 1);
}

TEST(DoPassport, IsStoppedAsARunIs) {
    Scene scene;
    scene.act(command::TakePassport{});
    scene.act(command::StopRun{});
    EXPECT_EQ(scene.effects.cancels, 1);
    EXPECT_FALSE(scene.session.taking_passport());
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Starting) << "another bench is on its way";
    EXPECT_FALSE(scene.session.passport.taken);
    EXPECT_TRUE(scene.session.notices.empty());
}

TEST(DoPassport, ABenchThatDiesIsSaid) {
    Scene scene;
    scene.act(command::TakePassport{});
    bench_failed(scene.session, {"The bench was killed by signal 11.", {"a line"}}, scene.effects);
    EXPECT_FALSE(scene.session.taking_passport());
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_THAT(scene.session.notices[0].sentence, Not(HasSubstr("Samples")));
    EXPECT_THAT(scene.session.notices[0].details.back(), HasSubstr("lockstep passport --again"));
}

TEST(DoPassport, AnErrorEndsItToo) {
    Scene scene;
    scene.act(command::TakePassport{});
    receive(scene.session, protocol::ErrorMessage{passport_id, {"passport", "It failed.", ""}},
            scene.effects);
    EXPECT_FALSE(scene.session.running());
    EXPECT_THAT(scene.session.notices, SizeIs(1));
}

} // namespace
} // namespace lockstep
