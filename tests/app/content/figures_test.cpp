// SPDX-License-Identifier: MIT
// A figure without a source is no figure.
#include "app/content/figures.hpp"
#include "app/content/tree.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
    std::vector<Problem> problems;
    std::vector<CitedFigure> taken;
};

Read read(const std::string& text) {
    Read made;
    const auto tree = read_toml(text, "card.toml");
    EXPECT_TRUE(tree);
    Keys keys(*tree, "this card", "card.toml", made.problems);
    const Sources sources = read_sources(keys);
    Figures figures(keys, "figures", sources);
    figures.whole("sms");
    figures.number("clock");
    figures.done();
    made.taken = figures.taken();
    return made;
}

TEST(Figures, ComeWithTheTextOfTheirSource) {
    const Read good = read("[sources]\npaper = 'A 2018'\n[figures]\n"
                           "sms = { value = 40, source = 'paper' }\n"
                           "clock = { value = 1.5, source = 'paper' }\n");
    EXPECT_THAT(good.problems, IsEmpty());
    ASSERT_EQ(good.taken.size(), 2u);
    EXPECT_EQ(good.taken[0].name, "sms");
    EXPECT_EQ(good.taken[0].value, 40);
    EXPECT_EQ(good.taken[1].value, 1.5);
    EXPECT_EQ(good.taken[1].source, "A 2018");
}

TEST(Figures, WithoutASourceAreProblemsWithTheirLine) {
    const Read bad = read("[sources]\npaper = 'A 2018'\n[figures]\n"
                          "sms = { value = 40, source = 'book' }\n"
                          "clock = { value = 1.5 }\n");
    ASSERT_EQ(bad.problems.size(), 2u);
    EXPECT_EQ(bad.problems[0].line, 4);
    EXPECT_THAT(bad.problems[0].text(), HasSubstr("book"));
    EXPECT_EQ(bad.problems[1].line, 5);
}

TEST(Figures, ThatNobodyAsksForAreProblems) {
    const Read more = read("[sources]\npaper = 'A 2018'\n[figures]\n"
                           "sms = { value = 40, source = 'paper' }\n"
                           "clock = { value = 1.5, source = 'paper' }\n"
                           "moons = { value = 2, source = 'paper' }\n");
    ASSERT_EQ(more.problems.size(), 1u);
    EXPECT_EQ(more.problems[0].line, 6);
}

} // namespace
} // namespace lockstep::content
