// SPDX-License-Identifier: MIT
#include "app/content/keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct KeysTest : testing::Test {
    std::vector<Problem> problems;
    Tree tree;
    Keys keys(std::string_view text) {
        tree = read_toml(text, "f.toml").value();
        return {tree, "this table", "f.toml", problems};
    }
};

TEST_F(KeysTest, TakesEachType) {
    Keys k = keys("t = 'x'\nn = 2.5\nw = 3\nf = true\nl = ['a', 'b']\nd = [1, 2]\nv = { p = 2 }\n");
    EXPECT_EQ(k.text("t"), "x");
    EXPECT_EQ(k.number("n", 0), 2.5);
    EXPECT_EQ(k.whole("w", 0), 3);
    EXPECT_TRUE(k.flag("f", false));
    EXPECT_THAT(k.texts("l"), ElementsAre("a", "b"));
    EXPECT_THAT(k.numbers("d"), ElementsAre(1, 2));
    EXPECT_EQ(k.values("v"), (Values{{"p", 2}}));
    k.done();
    EXPECT_TRUE(problems.empty());
}

TEST_F(KeysTest, MissingKeysGiveTheirFallback) {
    Keys k = keys("");
    EXPECT_EQ(k.text("t", "none"), "none");
    EXPECT_EQ(k.number("n", 7), 7);
    EXPECT_FALSE(k.flag("f", false));
    EXPECT_TRUE(k.texts("l").empty());
    EXPECT_TRUE(problems.empty());
}

TEST_F(KeysTest, AWrongTypeIsReportedWithItsLine) {
    Keys k = keys("a = 1\nb = 'two'\nc = 1.5\nd = ['x', 1]\ne = { f = 'x' }\n");
    k.text("a");
    k.number("b", 0);
    k.whole("c", 0);
    k.texts("d");
    k.values("e");
    ASSERT_EQ(problems.size(), 5u);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(problems[static_cast<std::size_t>(i)].line, i + 1);
    EXPECT_THAT(problems[1].what, HasSubstr("'b' in this table is not a number"));
}

TEST_F(KeysTest, AnUnknownKeyNamesTheNearest) {
    Keys k = keys("worklaod = 'amdahl'\n");
    k.text("workload");
    k.text("variants");
    k.done();
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 1);
    EXPECT_EQ(problems[0].text(),
              "f.toml:1: this table knows no key 'worklaod'. Did you mean 'workload'?");
}

TEST_F(KeysTest, ANeededTextIsMissedOnce) {
    Keys k = keys("a = 1\n");
    k.needed_text("b");
    k.needed_text("a"); // the wrong type is one problem, not two
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_THAT(problems[0].what, HasSubstr("has no 'b'"));
    EXPECT_THAT(problems[1].what, HasSubstr("not a 'text in quotes'"));
}

TEST_F(KeysTest, OneOfAFewWords) {
    constexpr std::pair<std::string_view, int> words[] = {{"curve", 1}, {"number", 2}};
    Keys k = keys("a = 'number'\nb = 'cruve'\n");
    EXPECT_EQ(k.one_of("a", words, 0), 2);
    EXPECT_EQ(k.one_of("b", words, 7), 7);
    EXPECT_EQ(k.one_of("c", words, 8), 8);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0].remedy, HasSubstr("'curve'"));
}

TEST_F(KeysTest, LinesOfTablesInTablesAndLists) {
    const Keys k = keys("a = { f = 1 }\n[[r]]\nsays = 'x'\n[[r]]\nsays = 'y'\n");
    const Lines lines = k.lines();
    EXPECT_EQ(lines.at("a.f"), 1);
    EXPECT_EQ(lines.at("r.0.says"), 3);
    EXPECT_EQ(lines.at("r.1.says"), 5);
}

} // namespace
} // namespace lockstep::content
