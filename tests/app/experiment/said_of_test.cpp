// SPDX-License-Identifier: MIT
#include "app/experiment/said_of.hpp"

#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

/// Guessed and run, with a second tab beside it.
struct Said : Scene {
    Said() {
        reach_compare();
        content::Experiment other = main();
        other.id = "workers";
        session.course.lessons[0].experiments[0].tab = "shared part";
        session.course.lessons[0].experiments.push_back(other);
    }
    std::string of_run() { return said_of(session, open(), main(), lab().run_sliders); }
    std::string of_guess() { return guess_said_of(session, open(), main(), "curve"); }
};

TEST(SaidOf, NothingWhereThePlotShowsTheSame) {
    Said scene;
    EXPECT_EQ(scene.of_run(), "");
    EXPECT_EQ(scene.of_guess(), "");
}

TEST(SaidOf, TheSlidersThatWereMovedSince) {
    Said scene;
    const Values before = scene.lab().run_sliders;
    scene.act(command::SetSlider{"main", "piece_us", 100, true});
    EXPECT_EQ(said_of(scene.session, scene.open(), scene.main(), before),
              "From the run with size of one piece 20 µs.");
    EXPECT_EQ(scene.of_guess(), "From the run with size of one piece 20 µs.");
}

TEST(SaidOf, AChoiceStandsAsItsButtonDoes) {
    Said scene;
    content::Experiment with_order = scene.main();
    content::Slider order;
    order.parameter = "order";
    order.high = {1, false};
    with_order.sliders = {order};
    EXPECT_EQ(said_of(scene.session, scene.open(), with_order, {{"order", 1}}),
              "From the run with \"sorted\".");
}

TEST(SaidOf, WhileAnotherTabIsShownThatOfTheRunIsNamed) {
    Said scene;
    const Values before = scene.lab().run_sliders;
    scene.act(command::ChooseTab{"workers"});
    EXPECT_EQ(scene.of_run(), "From the tab \"shared part\".");
    EXPECT_EQ(scene.of_guess(), scene.of_run());
    scene.lab().sliders["piece_us"] = 100;
    EXPECT_EQ(said_of(scene.session, scene.open(), scene.main(), before),
              "From the tab \"shared part\", with size of one piece 20 µs.");
    scene.act(command::ChooseTab{"main"});
    EXPECT_EQ(scene.of_run(), "From the run with size of one piece 20 µs.");
}

TEST(SaidOf, NothingWithoutAGuess) {
    Said scene;
    EXPECT_EQ(guess_said_of(scene.session, scene.open(), scene.main(), "no such"), "");
    EXPECT_EQ(guess_said_of(scene.session, scene.open(), scene.main(), "limit"), "");
}

} // namespace
} // namespace lockstep
