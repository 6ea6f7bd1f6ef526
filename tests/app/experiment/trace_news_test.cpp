// SPDX-License-Identifier: MIT
// What the second bench says of its trace.
#include "tests/app/experiment/tracing.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(TraceNews, ATraceBringsItsTextAndItsFirstSteps) {
    TracedScene scene;
    scene.act(command::TracePoint{scene.kernel});
    EXPECT_TRUE(scene.hear(scene.simulated()));
    EXPECT_FALSE(scene.tracing().simulating);
    EXPECT_TRUE(scene.tracing().has_trace());
    EXPECT_EQ(scene.asked<protocol::PtxRequest>().from, 1);
    EXPECT_EQ(scene.asked<protocol::StepsRequest>().from, 0);
    scene.send_steps();
    EXPECT_TRUE(scene.tracing().in_window(0));
    EXPECT_FALSE(scene.tracing().in_window(TracedScene::steps - 1));
}

TEST(TraceNews, LongTextComesInPieces) {
    TracedScene scene;
    scene.begin();
    protocol::PtxText text{std::string(trace_id), 1, 3, {"a", "b"}};
    scene.hear(text);
    EXPECT_EQ(scene.asked<protocol::PtxRequest>().from, 3);
    scene.hear(protocol::PtxText{std::string(trace_id), 3, 3, {"c"}});
    EXPECT_EQ(scene.tracing().ptx, (std::vector<std::string>{"a", "b", "c"}));
}

TEST(TraceNews, FurtherStepsAreFetchedAheadOfTheCursor) {
    TracedScene scene;
    scene.begin();
    const std::size_t asked = scene.effects.asked.size();
    scene.act(command::ShowStep{500});
    EXPECT_EQ(scene.effects.asked.size(), asked + 1) << "registers only";
    scene.act(command::ShowStep{950});
    EXPECT_EQ(scene.asked<protocol::StepsRequest>().from, 550);
    scene.send_steps();
    EXPECT_TRUE(scene.tracing().in_window(1400));
}

TEST(TraceNews, RegistersOfAStepThatWasLeftAreNotShown) {
    TracedScene scene;
    scene.begin();
    scene.act(command::ShowStep{7});
    protocol::Registers late;
    late.id = std::string(trace_id);
    late.step = 3;
    scene.hear(late);
    EXPECT_FALSE(scene.tracing().registers);
    late.step = 7;
    scene.hear(late);
    EXPECT_TRUE(scene.tracing().registers);
}

TEST(TraceNews, ASearchMovesTheCursorOrSaysThatThereIsNone) {
    TracedScene scene;
    scene.begin();
    scene.hear(protocol::SoughtStep{std::string(trace_id), 42});
    EXPECT_EQ(scene.tracing().cursor, 42);
    scene.hear(protocol::SoughtStep{std::string(trace_id), -1});
    EXPECT_EQ(scene.tracing().cursor, 42);
    EXPECT_FALSE(scene.tracing().nothing_found.empty());
}

TEST(TraceNews, ALineThatIsNotComeToIsNamed) {
    TracedScene scene;
    scene.begin();
    scene.act(command::SeekStep{"line", false, 12, 1});
    scene.hear(protocol::SoughtStep{std::string(trace_id), -1});
    EXPECT_EQ(scene.tracing().nothing_found, "Warp 0 does not come to line 12 any more.");
    scene.act(command::SeekStep{"divergence"});
    scene.hear(protocol::SoughtStep{std::string(trace_id), -1});
    EXPECT_EQ(scene.tracing().nothing_found, "There is no further one.");
}

TEST(TraceNews, AnotherTraceBringsEverythingAnew) {
    TracedScene scene;
    scene.begin();
    scene.hear(protocol::PtxText{std::string(trace_id), 1, 1, {"a"}});
    scene.act(command::SummariseBlock{2});
    scene.hear(protocol::Overview{std::string(trace_id), 0, 5000, 2, {"99", "9x"}});
    ASSERT_TRUE(scene.tracing().overview);
    // Two were asked for, and the answers come one behind the other.
    scene.hear(scene.simulated());
    EXPECT_TRUE(scene.tracing().ptx.empty());
    EXPECT_TRUE(scene.tracing().window.warp.empty());
    EXPECT_FALSE(scene.tracing().overview);
    EXPECT_EQ(scene.tracing().overview_asked, 0);
}

TEST(TraceNews, AVersionThatCannotBeCompiledSaysWhere) {
    TracedScene scene;
    scene.act(command::TracePoint{scene.kernel, "nonsense"});
    protocol::Simulated answer;
    answer.id = std::string(trace_id);
    answer.status = PointStatus::Unavailable;
    answer.reason = "cuda_1.cu:1: this declaration has no storage class.";
    answer.error_line = 1;
    scene.hear(answer);
    EXPECT_FALSE(scene.tracing().has_trace());
    EXPECT_EQ(scene.tracing().problem, answer.reason);
    EXPECT_EQ(scene.tracing().error_line, 1);
}

TEST(TraceNews, ARunsOwnMessagesAreNotAboutTheTrace) {
    TracedScene scene;
    protocol::Simulated of_a_run;
    of_a_run.id = "a-run";
    EXPECT_FALSE(scene.hear(of_a_run));
    EXPECT_FALSE(scene.hear(protocol::Done{"a-run", false, 1}));
    EXPECT_TRUE(scene.hear(protocol::Done{std::string(trace_id), false, 1}));
}

TEST(TraceNews, WithTheBenchTheTraceIsGone) {
    TracedScene scene;
    scene.begin();
    forget_trace(scene.session, "The simulator ended.");
    EXPECT_FALSE(scene.tracing().has_trace());
    EXPECT_EQ(scene.tracing().problem, "The simulator ended.");
    EXPECT_EQ(scene.tracing().point.variant, "cuda_1") << "it is not asked for again and again";
    forget_trace(scene.session, "");
    EXPECT_TRUE(scene.tracing().point.workload.empty()) << "a stopped one may come again";
}

} // namespace
} // namespace lockstep
