// SPDX-License-Identifier: MIT
// What the learner asks of the stepper.
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

TEST(DoTrace, AnEmptyVersionIsTheProjectsOwn) {
    TracedScene scene;
    scene.act(command::EditKernel{"gather/cuda_1", "changed"});
    EXPECT_EQ(scene.session.own_kernels.at("gather/cuda_1"), "changed");
    scene.act(command::EditKernel{"gather/cuda_1", ""});
    EXPECT_TRUE(scene.session.own_kernels.empty());
}

} // namespace
} // namespace lockstep
