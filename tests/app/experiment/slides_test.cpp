// SPDX-License-Identifier: MIT
#include "app/experiment/slides.hpp"

#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

/// With a heading above the case that fails and running text after the first comparison.
struct Sections : Scene {
    Sections() {
        content::TextBody text;
        text.markdown = "The grey line is a law.";
        content::TextBody heading;
        heading.markdown = "## Where it fails\n\nIt knows nothing of coordination.";
        auto& blocks = session.course.lessons[0].blocks;
        const auto fine = std::ranges::find(blocks, "fine", &content::Block::id);
        blocks.insert(fine, {testing_support::block("text", "law", Step::Compare, text),
                             testing_support::block("text", "fails", Step::Compare, heading)});
    }
};

TEST(Slides, EachBeginsWithItsOwnBlock) {
    Sections scene;
    const auto first = [&](Slide slide) {
        return first_block(scene.open(), slide, Reveal::Question);
    };
    EXPECT_EQ(first(Slide::Question), "text-1");
    EXPECT_EQ(first(Slide::Guess), "curve");
    EXPECT_EQ(first(Slide::Run), "first");
    EXPECT_EQ(first(Slide::Model), "law");
    EXPECT_EQ(first(Slide::Failing), "fails");
    EXPECT_EQ(first(Slide::Quiz), "choice");
}

TEST(Slides, WhatTheMarksDidIsAskedBeforeTheyAreCompared) {
    Sections scene;
    EXPECT_EQ(first_block(scene.open(), Slide::Compare, Reveal::Question), "first");
    EXPECT_EQ(first_block(scene.open(), Slide::Compare, Reveal::Verdict), "law");
}

TEST(Slides, WithoutAHeadingTheFailingCaseItselfComesFirst) {
    Scene scene;
    EXPECT_EQ(first_block(scene.open(), Slide::Failing, Reveal::Strip), "fine");
    ASSERT_TRUE(failing_case(scene.open()));
    EXPECT_EQ(failing_case(scene.open())->id, "fine");
}

TEST(Slides, OnlyTheSliderThatMakesItFailMoves) {
    Scene scene;
    std::vector<std::string> moved;
    for (const content::Slider& slider : scene.main().sliders)
        if (moves_where_it_fails(scene.session, scene.open(), scene.main(), slider))
            moved.push_back(slider.parameter);
    EXPECT_EQ(moved, std::vector<std::string>{"piece_us"});
    content::Experiment other = scene.main();
    other.id = "other";
    EXPECT_FALSE(moves_where_it_fails(scene.session, scene.open(), other, other.sliders[1]));
}

TEST(Slides, NumbersOutsideAreTheFirstAndTheLast) {
    Presenter presenter;
    presenter.slide = 99;
    EXPECT_EQ(slide_of(presenter), Slide::Quiz);
    presenter.slide = -1;
    EXPECT_EQ(slide_of(presenter), Slide::Question);
}

} // namespace
} // namespace lockstep
