// SPDX-License-Identifier: MIT
// What the learner asks of the stepper.
#include "tests/app/experiment/trace_example.hpp"
#include "tests/app/experiment/tracing.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(DoTrace, ATraceIsOfThePointsFirstBlock) {
    TracedScene scene;
    scene.act(command::TracePoint{scene.kernel});
    const auto request = scene.asked<protocol::SimulateRequest>();
    EXPECT_EQ(request.id, trace_id);
    ASSERT_EQ(request.points.size(), 1u);
    EXPECT_EQ(request.points[0].variant, "cuda_1");
    EXPECT_EQ(request.traced_block, 0);
    EXPECT_TRUE(request.checks) << "races and uninitialised memory are looked for";
    EXPECT_TRUE(request.source.empty());
    EXPECT_TRUE(scene.tracing().simulating);
}

TEST(DoTrace, AVersionOfTheLearnersTravelsAsItsText) {
    TracedScene scene;
    scene.act(command::TracePoint{scene.kernel, "__global__ void cuda_1() {}"});
    EXPECT_EQ(scene.asked<protocol::SimulateRequest>().source, "__global__ void cuda_1() {}");
    EXPECT_EQ(scene.tracing().source, "__global__ void cuda_1() {}");
}

TEST(DoTrace, NothingIsTracedWhileSomethingIsTimed) {
    TracedScene scene;
    scene.session.bench.phase = BenchPhase::Running;
    scene.act(command::TracePoint{scene.kernel});
    EXPECT_TRUE(scene.effects.asked.empty());
    EXPECT_TRUE(scene.tracing().point.workload.empty());
}

TEST(DoTrace, AStepBringsItsRegisters) {
    TracedScene scene;
    scene.begin();
    scene.act(command::ShowStep{7});
    EXPECT_EQ(scene.tracing().cursor, 7);
    EXPECT_EQ(scene.asked<protocol::RegistersRequest>().step, 7);
}

TEST(DoTrace, AStepOutsideIsTheNearestInside) {
    TracedScene scene;
    scene.begin();
    scene.act(command::ShowStep{-3});
    EXPECT_EQ(scene.tracing().cursor, 0);
    scene.act(command::ShowStep{1 << 20});
    EXPECT_EQ(scene.tracing().cursor, TracedScene::steps - 1);
}

TEST(DoTrace, ASearchIsAboutTheWarpThatIsShown) {
    TracedScene scene;
    scene.begin();
    scene.act(command::TraceWarp{1});
    EXPECT_EQ(scene.asked<protocol::SeekRequest>().what, "step");
    EXPECT_EQ(scene.asked<protocol::SeekRequest>().warp, 1);
    scene.act(command::SeekStep{"divergence", true});
    const auto request = scene.asked<protocol::SeekRequest>();
    EXPECT_EQ(request.what, "divergence");
    EXPECT_EQ(request.warp, 1);
    EXPECT_TRUE(request.backward);
    scene.act(command::TraceWarp{9});
    EXPECT_EQ(scene.tracing().warp, 1) << "there are two";
}

TEST(DoTrace, WithoutATraceThereIsNothingToSearch) {
    TracedScene scene;
    scene.act(command::SeekStep{"divergence"});
    scene.act(command::ShowStep{3});
    EXPECT_TRUE(scene.effects.asked.empty());
}

TEST(DoTrace, ALineIsComeToAnew) {
    TracedScene scene;
    scene.begin();
    scene.act(command::ShowStep{7});
    scene.act(command::SeekStep{"line", false, 12, 1});
    const auto request = scene.asked<protocol::SeekRequest>();
    EXPECT_EQ(request.what, "line");
    EXPECT_EQ(request.line, 12);
    EXPECT_EQ(request.file, 1);
    EXPECT_EQ(request.from, 7);
    EXPECT_EQ(request.warp, 0);
    EXPECT_TRUE(request.anew) << "not the next instruction of the line that it is at";
    scene.act(command::SeekStep{"step"});
    EXPECT_FALSE(scene.asked<protocol::SeekRequest>().anew);
}

TEST(DoTrace, AWarpIsShownFromAStepOn) {
    TracedScene scene;
    scene.begin();
    scene.act(command::TraceWarp{1, 0});
    EXPECT_EQ(scene.asked<protocol::SeekRequest>().from, -1) << "its very first step counts, too";
    scene.act(command::TraceWarp{1, 400});
    EXPECT_EQ(scene.asked<protocol::SeekRequest>().from, 399);
    scene.act(command::TraceWarp{0, 400, true});
    EXPECT_EQ(scene.asked<protocol::SeekRequest>().from, 400);
    EXPECT_TRUE(scene.asked<protocol::SeekRequest>().backward);
    EXPECT_EQ(scene.tracing().warp, 0);
}

TEST(DoTrace, ASummaryIsAskedForOnceForAWidth) {
    TracedScene scene;
    scene.act(command::SummariseBlock{320});
    EXPECT_TRUE(scene.effects.asked.empty()) << "there is no trace";
    scene.begin();
    scene.act(command::SummariseBlock{320});
    EXPECT_EQ(scene.asked<protocol::OverviewRequest>().columns, 320);
    const std::size_t asked = scene.effects.asked.size();
    scene.act(command::SummariseBlock{320});
    EXPECT_EQ(scene.effects.asked.size(), asked);
    scene.act(command::SummariseBlock{640});
    EXPECT_EQ(scene.effects.asked.size(), asked + 1);
}

TEST(DoTrace, ACloserLookGoesWhereTheCursorGoes) {
    TracedScene scene;
    scene.begin();
    const auto range = [&] {
        scene.act(command::SummariseBlock{320});
        const auto request = scene.asked<protocol::OverviewRequest>();
        return std::pair{request.from, request.count};
    };
    scene.act(command::ShowStep{2500});
    scene.act(command::ZoomBlock{true});
    EXPECT_EQ(range(), (std::pair<std::int64_t, std::int64_t>{1875, 1250}));
    scene.act(command::ShowStep{1900});
    EXPECT_EQ(scene.tracing().overview_asked, 320) << "it is in sight";
    scene.act(command::ShowStep{4999});
    EXPECT_EQ(range(), (std::pair<std::int64_t, std::int64_t>{3750, 1250}));
    for (int i = 0; i < 9; ++i)
        scene.act(command::ZoomBlock{true});
    EXPECT_EQ(range().second, 64) << "there is an end to it";
    for (int i = 0; i < 9; ++i)
        scene.act(command::ZoomBlock{false});
    EXPECT_EQ(range(), (std::pair<std::int64_t, std::int64_t>{0, 0})) << "all of them";
}

TEST(DoTrace, AsItWasWrittenItIsCompiledForADebugger) {
    TracedScene scene;
    scene.act(command::TracePoint{scene.kernel, "__global__ void cuda_1() {}", true});
    EXPECT_TRUE(scene.asked<protocol::SimulateRequest>().as_written);
    EXPECT_TRUE(scene.tracing().as_written);
    scene.act(command::TracePoint{scene.kernel});
    EXPECT_FALSE(scene.asked<protocol::SimulateRequest>().as_written);
}

TEST(DoTrace, ATraceFileIsDoneAgainAsItSays) {
    TracedScene scene;
    scene.act(command::ReplayTrace{});
    EXPECT_TRUE(scene.effects.asked.empty()) << "none is open";
    scene.session.opened_trace = OpenedTrace{"/home/add.trace.json", trace_of_kernel()};
    scene.act(command::ReplayTrace{});
    const auto request = scene.asked<protocol::SimulateRequest>();
    EXPECT_EQ(request.id, trace_id);
    EXPECT_EQ(request.kernels.at(0).name, "add.cu.ptx");
    EXPECT_EQ(request.traced_block, 3);
    EXPECT_EQ(scene.tracing().file, "/home/add.trace.json");
    forget_trace(scene.session, "The simulator ended.");
    EXPECT_EQ(scene.tracing().file, "/home/add.trace.json") << "it is not asked for for ever";
}

TEST(DoTrace, TheLedgerIsToldOfAnEditedKernelAndNotOfEachStroke) {
    TracedScene scene;
    const auto told = [&] { return scene.effects.count("kernel"); };
    scene.act(command::EditKernel{"gather/cuda_1", "a"});
    scene.act(command::EditKernel{"gather/cuda_1", "ab"});
    EXPECT_EQ(told(), 0);
    scene.act(command::TracePoint{scene.kernel, "ab"});
    EXPECT_EQ(told(), 1);
    scene.act(command::ChooseView{"lanes"});
    EXPECT_EQ(told(), 1) << "nothing was changed since";
    scene.act(command::EditKernel{"gather/cuda_1", "abc"});
    scene.act(command::Quit{});
    EXPECT_EQ(told(), 2);
    EXPECT_EQ(scene.effects.events.back().block, "gather/cuda_1");
    EXPECT_EQ(scene.effects.events.back().json, "{\"text\":\"abc\"}");
    scene.act(command::EditKernel{"gather/cuda_1", ""});
    EXPECT_EQ(told(), 3) << "as it was: at once";
}

TEST(DoTrace, AnEmptyVersionIsTheProjectsOwn) {
    TracedScene scene;
    scene.act(command::EditKernel{"gather/cuda_1", "changed"});
    EXPECT_EQ(scene.session.own_kernels.at("gather/cuda_1"), "changed");
    scene.act(command::EditKernel{"gather/cuda_1", ""});
    EXPECT_TRUE(scene.session.own_kernels.empty());
}

} // namespace
} // namespace lockstep
