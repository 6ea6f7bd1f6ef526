// SPDX-License-Identifier: MIT
// What was done is there again: the events that the commands wrote give the state back.
#include "app/experiment/restore.hpp"

#include "app/experiment/chosen.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

std::vector<ledger::Event> events_of(const WrittenEffects& effects) {
    std::vector<ledger::Event> events;
    for (const Remembered& one : effects.events) {
        ledger::Event event;
        event.id = static_cast<std::int64_t>(events.size());
        event.kind = one.kind;
        event.lesson = one.lesson;
        event.block = one.block;
        event.json = one.json;
        events.push_back(event);
    }
    return events;
}

LoadRun loader(const WrittenEffects& effects, int* loads = nullptr) {
    return [&effects, loads](const std::string& id) -> std::optional<Run> {
        if (loads)
            ++*loads;
        for (const Run& run : effects.kept)
            if (run.id == id)
                return run;
        return std::nullopt;
    };
}

/// Guessed wrong, ran, answered, tweaked, ran a block, answered questions.
Scene played() {
    Scene scene;
    scene.reach_compare();
    scene.act(command::NextReveal{});
    scene.act(command::NextReveal{});
    scene.act(command::StartBlockRun{"fine"});
    scene.answer();
    scene.act(command::SetSlider{"main", "piece_us", 100, true});
    scene.answer();
    scene.act(command::FollowLink{"step:explain"});
    scene.act(command::AnswerChoice{"choice", 0});
    scene.act(command::AnswerChoice{"choice", 2});
    return scene;
}

TEST(Restore, EverythingIsThereAgain) {
    const Scene scene = played();
    const LessonState& before = scene.session.lessons.at("amdahl");
    const auto states =
        restore(events_of(scene.effects), scene.session.course, loader(scene.effects));
    ASSERT_TRUE(states.contains("amdahl"));
    const LessonState& after = states.at("amdahl");
    EXPECT_EQ(after.reached, Step::Explain);
    EXPECT_EQ(after.reveal, before.reveal);
    EXPECT_EQ(after.blocks.at("curve").guesses.at(0).curve,
              before.blocks.at("curve").guesses[0].curve);
    EXPECT_EQ(after.blocks.at("first").marks_did, before.blocks.at("first").marks_did);
    EXPECT_EQ(after.blocks.at("choice").tries, before.blocks.at("choice").tries);
    EXPECT_TRUE(after.blocks.at("choice").answered);
    EXPECT_TRUE(after.blocks.at("fine").ran);
    const LabState& lab = after.labs.at("main");
    ASSERT_TRUE(lab.run);
    EXPECT_EQ(lab.run->id, before.labs.at("main").run->id);
    EXPECT_TRUE(lab.run->from_file);
    EXPECT_EQ(lab.run->series[0].provenance, Provenance::Recorded);
    EXPECT_EQ(lab.sliders.at("piece_us"), 100);
    EXPECT_EQ(lab.by_block.at("first").id, before.labs.at("main").by_block.at("first").id);
    EXPECT_EQ(lab.by_block.at("fine").parameters.at("piece_us"), 0.05);
}

TEST(Restore, SentencesSpeakAgain) {
    Scene scene = played();
    const auto said = refutation(scene.session, scene.open(), curve_body(), "curve");
    ASSERT_TRUE(said);
    scene.session.lessons =
        restore(events_of(scene.effects), scene.session.course, loader(scene.effects));
    const auto again = refutation(scene.session, scene.open(), curve_body(), "curve");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->headline, said->headline);
    EXPECT_EQ(again->says, said->says);
}

TEST(Restore, TheLabLooksAtWhatItLookedAt) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::StartBlockRun{"fine"});
    scene.answer();
    ASSERT_EQ(chosen_point(scene.lab())->x, 1.0);
    scene.session.lessons =
        restore(events_of(scene.effects), scene.session.course, loader(scene.effects));
    ASSERT_TRUE(chosen_point(scene.lab()));
    EXPECT_EQ(chosen_point(scene.lab())->x, 1.0);
}

TEST(Restore, AChangedGuessReplacesTheOneBefore) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::ChangeGuess{"curve"});
    scene.guess([](double) { return 1.0; });
    const auto states = restore(events_of(scene.effects), scene.session.course, nullptr);
    ASSERT_EQ(states.at("amdahl").blocks.at("curve").guesses.size(), 1u);
    EXPECT_EQ(*states.at("amdahl").blocks.at("curve").guesses[0].at(0.5), 1.0);
    EXPECT_EQ(states.at("amdahl").reached, Step::Run);
}

TEST(Restore, ARunThatIsGoneLeavesTheRest) {
    const Scene scene = played();
    const auto nothing = [](const std::string&) -> std::optional<lockstep::Run> {
        return std::nullopt;
    };
    const auto states = restore(events_of(scene.effects), scene.session.course, nothing);
    EXPECT_FALSE(states.at("amdahl").labs.at("main").run);
    EXPECT_EQ(states.at("amdahl").reached, Step::Explain);
}

TEST(Restore, EachRunIsLoadedOnceAndOnlyWhatIsShown) {
    const Scene scene = played();
    int loads = 0;
    restore(events_of(scene.effects), scene.session.course, loader(scene.effects, &loads));
    EXPECT_EQ(loads, 3); // the gate's, the block's and the latest
}

TEST(Restore, EditedKernelsAreAsTheyWereLeft) {
    Scene scene;
    const auto edit = [&](const char* kernel, const char* text) {
        scene.act(command::EditKernel{kernel, text});
        scene.act(command::ChooseView{"kernel"});
    };
    edit("gather/cuda_1", "first");
    edit("gather/cuda_1", "second");
    edit("divergence/cuda_1", "gone");
    edit("divergence/cuda_1", "");
    auto events = events_of(scene.effects);
    const auto kernels = restore_kernels(events);
    EXPECT_EQ(kernels, (std::map<std::string, std::string>{{"gather/cuda_1", "second"}}));
    events.back().json = "nonsense";
    EXPECT_EQ(restore_kernels(events).at("divergence/cuda_1"), "gone");
    EXPECT_TRUE(restore_kernels({}).empty());
}

TEST(Restore, UnknownEventsAreLeftAlone) {
    std::vector<ledger::Event> events(4);
    events[0].kind = "card";
    events[0].lesson = "amdahl";
    events[1].kind = "guess";
    events[1].lesson = "a lesson that is gone";
    events[2].kind = "step";
    events[2].lesson = "amdahl";
    events[2].json = "{\"value\":99}";
    events[3].kind = "guess";
    events[3].lesson = "amdahl";
    events[3].block = "no such block";
    events[3].json = "{}";
    const Scene scene;
    const auto states = restore(events, scene.session.course, nullptr);
    ASSERT_EQ(states.size(), 1u);
    EXPECT_EQ(states.at("amdahl").reached, Step::Predict);
    EXPECT_EQ(last_lesson(events, scene.session.course), "amdahl");
    EXPECT_EQ(last_lesson({}, scene.session.course), "");
}

} // namespace
} // namespace lockstep
