// SPDX-License-Identifier: MIT
// The reveal in its order, with a guess, without one, and when it cannot ask.
#include "app/experiment/chosen.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

TEST(DoReveal, MarksThenQuestionThenVerdictThenModelThenStrip) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    EXPECT_EQ(scene.state().reveal, Reveal::Nothing);
    scene.begin();
    EXPECT_EQ(scene.state().reveal, Reveal::Marks);
    scene.act(command::NextReveal{}); // not while it is timed
    EXPECT_EQ(scene.state().reveal, Reveal::Marks);
    scene.answer();
    EXPECT_EQ(scene.state().reveal, Reveal::Question);
    EXPECT_EQ(scene.state().reached, Step::Compare);
    EXPECT_EQ(scene.state().scroll_to, "first") << "the question is brought into sight";
    const auto question = marks_question(scene.session, scene.open(), scene.main());
    ASSERT_TRUE(question);
    scene.act(command::MarksDid{"first", 99});
    EXPECT_EQ(scene.state().reveal, Reveal::Question);
    scene.act(command::MarksDid{"first", (question->right + 1) % 3});
    EXPECT_EQ(scene.state().reveal, Reveal::Verdict);
    EXPECT_FALSE(*scene.block("first").marks_did_right);
    EXPECT_EQ(scene.state().scroll_to, "curve") << "then what is said about the guess";
    scene.act(command::NextReveal{});
    EXPECT_EQ(scene.state().reveal, Reveal::Model);
    scene.act(command::NextReveal{});
    EXPECT_EQ(scene.state().reveal, Reveal::Strip);
    scene.act(command::NextReveal{});
    EXPECT_EQ(scene.state().reveal, Reveal::Strip);
}

TEST(DoReveal, ThePlotLooksAtThePointOfTheVerdict) {
    Scene scene;
    scene.guess([](double f) { return f == 0.75 ? 1.1 : 1 / (1 - f / 2); });
    scene.lab().cursor_x = 1; // where the pencil was put down
    scene.act(command::StartRun{"main"});
    scene.answer();
    scene.act(command::MarksDid{"first", 0});
    ASSERT_EQ(scene.state().reveal, Reveal::Verdict);
    const auto said = refutation(scene.session, scene.open(), curve_body(), "curve");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->x, 0.75) << said->headline;
    const auto chosen = chosen_point(scene.lab());
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->x, 0.75);
    scene.lab().cursor_x = 0.5;
    scene.act(command::NextReveal{});
    EXPECT_EQ(chosen_point(scene.lab())->x, 0.5) << "whoever looks elsewhere goes on looking there";
}

TEST(DoReveal, NoIdeaSkipsTheVerdict) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    scene.answer();
    ASSERT_EQ(scene.state().reveal, Reveal::Question);
    scene.act(command::MarksDid{"first", 0});
    EXPECT_EQ(scene.state().reveal, Reveal::Model);
    EXPECT_FALSE(refutation(scene.session, scene.open(), curve_body(), "curve"));
    EXPECT_TRUE(verdicts(scene.session, scene.open(), curve_body(), "curve").empty());
}

TEST(DoReveal, WhereNothingCouldBeMeasuredNoQuestionIsAsked) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    for (const auto& point : scene.effects.requests.back().points) {
        protocol::PointState state;
        state.id = scene.effects.requests.back().id;
        state.point = point.id;
        state.status = PointStatus::Unavailable;
        state.reason = "no";
        receive(scene.session, state, scene.effects);
    }
    protocol::Done done;
    done.id = scene.effects.requests.back().id;
    receive(scene.session, done, scene.effects);
    EXPECT_EQ(scene.state().reveal, Reveal::Verdict);
    EXPECT_EQ(scene.state().reached, Step::Compare);
}

TEST(DoReveal, TheCursorChoosesAMark) {
    Scene scene;
    scene.act(command::MoveCursor{"main", "multicore", 0.5});
    EXPECT_EQ(scene.lab().cursor_x, 0.5);
    EXPECT_EQ(scene.lab().cursor_variant, "multicore");
    scene.act(command::ClearCursor{});
    EXPECT_FALSE(scene.lab().cursor_x);
}

} // namespace
} // namespace lockstep
