// SPDX-License-Identifier: MIT
#include "tests/app/content/checked.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

/// The lesson with one change in lesson.toml: its only problem, on the changed line.
Problem spoiled(const std::string& from, const std::string& to) {
    const std::string toml = replaced(good_toml, from, to);
    Problem problem = only(checked(toml, good_markdown));
    EXPECT_EQ(problem.line, line_with(toml, to)) << problem.text();
    return problem;
}

TEST(CheckExperiments, UnknownNamesWithTheNearest) {
    EXPECT_EQ(spoiled("workload = 'amdahl'", "workload = 'amdal'").remedy,
              "Did you mean 'amdahl'?");
    EXPECT_EQ(spoiled("['multicore']", "['multicor']").remedy, "Did you mean 'multicore'?");
    EXPECT_EQ(spoiled("baseline = 'serial'", "baseline = 'seral'").remedy,
              "Did you mean 'serial'?");
    EXPECT_EQ(spoiled("['amdahl']", "['amdhal']").remedy, "Did you mean 'amdahl'?");
    EXPECT_THAT(spoiled("sliders.p ", "sliders.q ").remedy, HasSubstr("piece_us, kind, p"));
}

TEST(CheckExperiments, WhatIsGivenIsATimeOfABaseline) {
    EXPECT_THAT(
        spoiled("variants = ['multicore']", "given = 'atomic_add'\nvariants = ['multicore']")
            .remedy,
        HasSubstr("quantity = 'time_per_item'"));
}

TEST(CheckExperiments, ValuesOutOfRange) {
    EXPECT_EQ(spoiled("[0.0, 0.5, 1.0]", "[0.0, 0.5, 1.5]").remedy, "It goes from 0 to 1.");
    EXPECT_THAT(spoiled("max = 1000", "max = 10000").what, HasSubstr("'piece_us' cannot be 10000"));
    EXPECT_THAT(spoiled("max = 1000", "max = 10000").remedy, HasSubstr("0.05 to 1000 us"));
    EXPECT_THAT(
        spoiled("variants = ['multicore']", "set = { kind = 2 }\nvariants = ['multicore']").remedy,
        HasSubstr("0 = work, 1 = wait"));
}

TEST(CheckExperiments, SlidersThatCannotBe) {
    EXPECT_THAT(spoiled("start = 20", "start = 2000").what, HasSubstr("cannot be 2000"));
    const std::string crossed = replaced(good_toml, "start = 20, min = 0.05", "start = 3, min = 5");
    const std::string linked = replaced(good_markdown, "set:piece_us=1", "set:piece_us=9");
    EXPECT_THAT(only(checked(crossed, linked)).what, HasSubstr("not between 5 and 1000"));
    EXPECT_THAT(spoiled("min = 1, max = 'cores'", "min = 1.5, max = 'cores'").what,
                HasSubstr("whole number"));
    const std::string swept = replaced(good_toml, "sliders.p ",
                                       "sliders.f = { start = 0, min = 0, max = 1 }\nsliders.p ");
    EXPECT_THAT(only(checked(swept, good_markdown)).what, HasSubstr("swept and has a slider"));
}

TEST(CheckExperiments, ASliderThatMovesNothingBesideAnother) {
    EXPECT_THAT(spoiled("start = 20, min", "only = { q = 2 }, start = 20, min").what,
                HasSubstr("no parameter 'q'"));
    EXPECT_THAT(spoiled("start = 20, min", "only = { p = 1.5 }, start = 20, min").what,
                HasSubstr("whole number"));
    EXPECT_THAT(spoiled("start = 20, min", "only = { kind = 1 }, start = 20, min").what,
                HasSubstr("'kind' has no slider"));
    const std::string good =
        replaced(good_toml, "start = 20, min", "only = { p = 2 }, start = 20, min");
    EXPECT_TRUE(checked(good, good_markdown).empty());
}

TEST(CheckExperiments, TheCachesHaveASliderButNoPointHasItsOwn) {
    const auto with = [](const std::string& line) {
        return replaced(good_toml, "sliders.p ", line + "\nsliders.p ");
    };
    EXPECT_TRUE(
        checked(with("sliders.caches = { start = 0, min = 0, max = 1 }"), good_markdown).empty());
    EXPECT_THAT(
        only(checked(with("sliders.caches = { start = 0, min = 0, max = 2 }"), good_markdown))
            .remedy,
        HasSubstr("0 = warm, 1 = cold"));
    EXPECT_TRUE(checked(with("set = { caches = 1 }"), good_markdown).empty());
    EXPECT_THAT(
        spoiled("baseline = 'serial'", "baseline = { variant = 'serial', caches = 1 }").what,
        HasSubstr("warm or cold for a whole run"));
    const std::string side =
        replaced(good_markdown, "a = { f = 0.5 }", "a = { f = 0.5, caches = 1 }");
    EXPECT_THAT(only(checked(good_toml, side)).what, HasSubstr("warm or cold for a whole run"));
}

TEST(CheckExperiments, ACureMovesASliderForALossOfTheStrip) {
    const auto with = [](const std::string& cure) {
        return replaced(good_toml, "sliders.p ", "cures." + cure + "\nsliders.p ");
    };
    const std::string right = "coordination = { words = 'w', set = { piece_us = 20 } }";
    EXPECT_TRUE(checked(with(right), good_markdown).empty());
    const std::string of_a_card = "launch = { words = 'w', set = { piece_us = 20 } }";
    EXPECT_TRUE(checked(with(of_a_card), good_markdown).empty());
    const auto what = [&](const std::string& cure) {
        return only(checked(with(cure), good_markdown)).text();
    };
    EXPECT_THAT(what("coordnation = { words = 'w', set = { piece_us = 20 } }"),
                HasSubstr("has no loss 'coordnation'. Did you mean 'coordination'?"));
    EXPECT_THAT(what("kernel = { words = 'w', set = { piece_us = 20 } }"),
                HasSubstr("has no loss 'kernel'"));
    EXPECT_THAT(what("rate = { words = 'w', set = { kind = 1 } }"),
                HasSubstr("'kind' has no slider here"));
    EXPECT_THAT(what("rate = { words = 'w' }"), HasSubstr("this cure changes nothing"));
    EXPECT_THAT(what("rate = { words = 'w', set = { piece_us = 5000 } }"),
                HasSubstr("'piece_us' cannot be 5000"));
    EXPECT_THAT(what("rate = 3"), HasSubstr("is not a table"));
}

TEST(CheckExperiments, AtMostThreeSliders) {
    const std::string more =
        replaced(good_toml, "sliders.p ", R"(sliders.kind = { start = 0, min = 0, max = 1 }
sliders.g = { start = 0, min = 0, max = 1 }
sliders.p )");
    const auto problems = checked(more, good_markdown);
    ASSERT_EQ(problems.size(), 2u); // and g is no parameter
    EXPECT_THAT(problems[0].what, HasSubstr("4 sliders"));
}

TEST(CheckExperiments, ALessonNeedsOne) {
    const auto begin = good_toml.find("[experiment.main]");
    const auto end = good_toml.find("[[card]]");
    std::string none = good_toml;
    none.erase(begin, end - begin);
    bool said = false;
    for (const Problem& problem : checked(none, good_markdown))
        said |= problem.what.find("has no experiment") != std::string::npos;
    EXPECT_TRUE(said);
}

} // namespace
} // namespace lockstep::content
