// SPDX-License-Identifier: MIT
// Which run a sentence speaks of.
#include "app/experiment/lookup.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(Lookup, ABlockSpeaksOfItsOwnRunAndTextOfTheFirst) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::StartBlockRun{"fine"});
    scene.answer();
    const lockstep::Run& first = scene.lab().by_block.at("first");
    const lockstep::Run& fine = scene.lab().by_block.at("fine");
    const auto best = [&](std::string_view block) {
        const auto runs = runs_to_look_in(scene.session, scene.open(), scene.main(), block);
        return runs.empty() ? nullptr : runs.front();
    };
    EXPECT_EQ(best("fine"), &fine);
    EXPECT_EQ(best("first"), &first);
    EXPECT_EQ(best("text-1"), &first);
    EXPECT_EQ(best(""), &first);
    ASSERT_TRUE(best("curve"));
    EXPECT_EQ(best("curve")->parameters, first.parameters); // the guess was made for these sliders
}

TEST(Lookup, AGuessIsHeldAgainstARunOfItsSliders) {
    Scene scene;
    scene.reach_compare();
    const Guess& guess = *standing_guess(&scene.block("curve"));
    EXPECT_TRUE(run_for_guess(scene.state(), "main", guess));
    Guess other = guess;
    other.sliders["piece_us"] = 77;
    EXPECT_FALSE(run_for_guess(scene.state(), "main", other));
    EXPECT_FALSE(run_for_guess(scene.state(), "no such", guess));
}

TEST(Lookup, NoIdeaIsNoGuess) {
    BlockState block;
    EXPECT_FALSE(standing_guess(&block));
    EXPECT_FALSE(standing_guess(nullptr));
    block.guesses.resize(2);
    block.guesses[1].no_idea = true;
    EXPECT_EQ(standing_guess(&block), &block.guesses[0]);
}

TEST(Lookup, FindsAMarkByItsPlace) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    EXPECT_EQ(find_mark(plan.run, {"", {{"f", 0.5}}, false})->x, 0.5);
    EXPECT_EQ(find_mark(plan.run, {"multicore", {{"f", 0.5}, {"p", 2}}, false})->x, 0.5);
    EXPECT_TRUE(find_mark(plan.run, {"", {{"f", 0.5}}, true})); // p=cores is 2 here
    EXPECT_FALSE(find_mark(plan.run, {"", {{"f", 0.5}, {"p", 8}}, false}));
    EXPECT_FALSE(find_mark(plan.run, {"", {{"f", 0.4}}, false}));
    EXPECT_FALSE(find_mark(plan.run, {"", {}, false}));
    EXPECT_FALSE(find_mark(plan.run, {"simd", {{"f", 0.5}}, false}));
}

TEST(Lookup, TheGateIsTheFirstRunOfItsExperiment) {
    const content::Lesson open = lesson();
    EXPECT_EQ(gate_block(open, "main")->id, "first");
    EXPECT_FALSE(gate_block(open, "workers"));
}

TEST(Lookup, ComparesOnlyWhatBothHave) {
    EXPECT_TRUE(same_where_both({{"a", 1}, {"b", 2}}, {{"a", 1}, {"c", 3}}));
    EXPECT_FALSE(same_where_both({{"a", 1}}, {{"a", 1.1}}));
    EXPECT_TRUE(same_where_both({{"a", 0.1 + 0.2}}, {{"a", 0.3}}));
}

TEST(Lookup, CountsXInTheLessonsWords) {
    content::Experiment experiment = shared_part();
    experiment.x_percent = true;
    EXPECT_EQ(counted_x(experiment, 0.625), "") << "no word for it";
    experiment.x_unit = "shared";
    EXPECT_EQ(counted_x(experiment, 0.625), "62.5 % shared");
    experiment.x_percent = false;
    experiment.x_unit = "customer";
    EXPECT_EQ(counted_x(experiment, 1), "1 customer");
    EXPECT_EQ(counted_x(experiment, 9), "9 customers");
    EXPECT_EQ(counted_x(experiment, 65536), "65536 customers") << "a setting stands in full";
    experiment.x_unit.clear();
    EXPECT_EQ(counted_x(experiment, 9), "");
    experiment.x = "p";
    EXPECT_EQ(counted_x(experiment, 64), "64 workers");
}

} // namespace
} // namespace lockstep
