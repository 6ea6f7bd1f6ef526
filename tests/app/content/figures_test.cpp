// SPDX-License-Identifier: MIT
#include "app/content/figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

struct FiguresTest : testing::Test {
    std::vector<Problem> problems;
    Tree tree;
    Keys keys(std::string_view text) {
        tree = read_toml(text, "f.toml").value();
        return {tree, "this file", "f.toml", problems};
    }
};

TEST_F(FiguresTest, AFigureHasItsValueAndTheTextOfItsSource) {
    Keys k = keys("[sources]\npaper = 'Author 2020, table 3'\n[figures]\n"
                  "sms = { value = 40, source = 'paper' }\n"
                  "clock = { value = 1.59, source = 'paper' }\n");
    const Sources sources = read_sources(k);
    Figures figures(k, "figures", sources);
    EXPECT_EQ(figures.whole("sms").value, 40);
    const CitedFigure clock = figures.number("clock");
    EXPECT_EQ(clock.value, 1.59);
    EXPECT_EQ(clock.source, "Author 2020, table 3");
    figures.done();
    k.done();
    EXPECT_TRUE(problems.empty()) << problems[0].text();
    ASSERT_EQ(figures.taken().size(), 2u);
    EXPECT_EQ(figures.taken()[0].name, "sms");
    EXPECT_EQ(figures.taken()[1].name, "clock");
}

TEST_F(FiguresTest, EachMistakeIsOneProblemOnItsLine) {
    Keys k = keys("[sources]\npaper = 'Author 2020'\n[figures]\n"
                  "a = { value = 1, source = 'papre' }\n"   // 4
                  "b = { value = 1 }\n"                     // 5
                  "c = { source = 'paper' }\n"              // 6
                  "d = { value = 1.5, source = 'paper' }\n" // 7
                  "e = 5\n"                                 // 8
                  "f = { value = 1, source = 'paper', unit = 'x' }\n");
    const Sources sources = read_sources(k);
    Figures figures(k, "figures", sources);
    for (const char* name : {"a", "b", "c", "d", "e", "f"})
        figures.whole(name);
    ASSERT_EQ(problems.size(), 6u);
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(problems[static_cast<std::size_t>(i)].line, i + 4);
    EXPECT_THAT(problems[0].text(), HasSubstr("'papre' of 'a' is none of [sources]"));
    EXPECT_THAT(problems[0].remedy, HasSubstr("'paper'"));
    EXPECT_THAT(problems[1].what, HasSubstr("has no 'source'"));
    EXPECT_THAT(problems[2].what, HasSubstr("'c' has no value"));
    EXPECT_THAT(problems[3].what, HasSubstr("no whole number"));
    EXPECT_THAT(problems[4].what, HasSubstr("not a table"));
    EXPECT_THAT(problems[5].what, HasSubstr("knows no key 'unit'"));
}

TEST_F(FiguresTest, WhatIsMissingIsNamed) {
    Keys k = keys("[sources]\n[figures]\n");
    const Sources sources = read_sources(k);
    Figures figures(k, "figures", sources);
    EXPECT_EQ(figures.whole("sms").value, 0);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_EQ(problems[0].what, "'sms' is missing.");
    EXPECT_TRUE(figures.taken().empty());
}

TEST_F(FiguresTest, AFileWithoutTheTablesSaysSoOnce) {
    Keys k = keys("name = 'x'\n");
    const Sources sources = read_sources(k);
    Figures figures(k, "figures", sources);
    figures.whole("sms");
    figures.number("clock");
    figures.done();
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].what, "there is no [sources].");
    EXPECT_EQ(problems[1].what, "there is no [figures].");
}

TEST_F(FiguresTest, AFigureThatNobodyAsksForIsAProblem) {
    Keys k = keys("[sources]\np = 'x'\n[figures]\nsmss = { value = 1, source = 'p' }\n");
    const Sources sources = read_sources(k);
    Figures figures(k, "figures", sources);
    figures.whole("sms");
    figures.done();
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[1].text(), "f.toml:4: [figures] knows no key 'smss'. Did you mean 'sms'?");
}

} // namespace
} // namespace lockstep::content
