// SPDX-License-Identifier: MIT
// What is written can be read; what cannot be read is nothing.
#include "app/experiment/events.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Events, GuessesComeBack) {
    Guess guess;
    guess.sliders = {{"p", 2}};
    guess.curve = {{0, 1}, {0.125, 1.0625}};
    guess.number = 8.5;
    guess.choice = 3;
    guess.order = {2, 0, 1};
    const auto back = events::read_guess(events::write_guess(guess, true));
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->replaces);
    EXPECT_EQ(back->guess.sliders, guess.sliders);
    EXPECT_EQ(back->guess.curve, guess.curve);
    EXPECT_EQ(back->guess.number, guess.number);
    EXPECT_EQ(back->guess.choice, guess.choice);
    EXPECT_EQ(back->guess.order, guess.order);
    EXPECT_FALSE(back->guess.no_idea);
    Guess none;
    none.no_idea = true;
    EXPECT_TRUE(events::read_guess(events::write_guess(none, false))->guess.no_idea);
}

TEST(Events, RunsMarksNumbersAndAnswersComeBack) {
    const auto run = events::read_run(events::write_run({"id-1", "workers", {{"f", 0.95}}}));
    EXPECT_EQ(run->run_id, "id-1");
    EXPECT_EQ(run->experiment, "workers");
    EXPECT_EQ(run->sliders.at("f"), 0.95);
    const events::RunEvent here{"id-2", "main", {}, "2 cores, AVX2", "here"};
    EXPECT_EQ(events::read_run(events::write_run(here))->machine, "2 cores, AVX2");
    EXPECT_EQ(events::read_run(events::write_run(here))->machine_hash, "here");
    EXPECT_EQ(events::read_run("{\"run\":\"old\"}")->machine, "") << "of an earlier version";
    EXPECT_EQ(events::read_number(events::write_number(3)), 3);
    EXPECT_EQ(events::read_marks(events::write_marks({2, true}))->choice, 2);
    EXPECT_TRUE(events::read_marks(events::write_marks({2, true}))->right);
    BlockState block, back;
    block.tries = {0, 2};
    block.answered = true;
    block.number = 1.5;
    block.order = {1, 0};
    ASSERT_TRUE(events::read_answer(events::write_answer(block), back));
    EXPECT_EQ(back.tries, block.tries);
    EXPECT_TRUE(back.answered);
    EXPECT_EQ(back.number, block.number);
    EXPECT_EQ(back.order, block.order);
}

TEST(Events, AnEditedKernelComesBack) {
    const std::string text = "// \"mine\"\n\tint i; // ü\n";
    EXPECT_EQ(events::read_kernel(events::write_kernel(text)), text);
    EXPECT_EQ(events::read_kernel(events::write_kernel("")), "");
    EXPECT_EQ(events::write_kernel(text).find('\n'), std::string::npos);
}

TEST(Events, EachIsOneLine) {
    Guess guess;
    guess.curve = {{0, 1}};
    EXPECT_EQ(events::write_guess(guess, false).find('\n'), std::string::npos);
}

TEST(Events, NonsenseIsNothing) {
    for (const char* line : {"", "null", "[]", "{", "{\"value\":\"x\"}", "12", "{\"run\":3}"}) {
        EXPECT_FALSE(events::read_number(line)) << line;
        EXPECT_FALSE(events::read_run(line)) << line;
        EXPECT_FALSE(events::read_marks(line)) << line;
        EXPECT_FALSE(events::read_kernel(line)) << line;
        BlockState block;
        EXPECT_FALSE(events::read_answer(line, block)) << line;
    }
    EXPECT_FALSE(events::read_guess("nonsense"));
    EXPECT_TRUE(
        events::read_guess("{\"curve\":[[1],\"x\",[1,2,3],[\"a\",2]]}")->guess.curve.empty());
}

} // namespace
} // namespace lockstep
