// SPDX-License-Identifier: MIT
// Live values as words, and paragraphs that are not shown.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

std::string filled(const Scene& scene, const char* text, const char* block = "") {
    return fill(scene.session, *scene.session.lesson(), text, block);
}

TEST(LiveValue, TheMachine) {
    Scene scene;
    EXPECT_EQ(filled(scene, "{{cores}} {{lanes}} {{line}} {{simd}} {{cpu}} {{no_gpu}}"),
              "2 8 64 AVX2 Test CPU no NVIDIA driver found");
    EXPECT_EQ(filled(scene, "{{gpu}}"), "");
}

TEST(LiveValue, AParagraphWithoutItsValueIsNotShown) {
    Scene scene;
    EXPECT_EQ(filled(scene, "First, {{cores}}.\n\nIt gave {{measured f=0.5}}.\n\nLast."),
              "First, 2.\n\nLast.");
    EXPECT_EQ(filled(scene, "Broken {{9}}.\n\nWhole."), "Whole.");
    EXPECT_EQ(filled(scene, ""), "");
    scene.reach_compare();
    EXPECT_THAT(filled(scene, "It gave {{measured f=0.5}}."),
                testing::MatchesRegex("It gave 1\\.3[0-9]+\\."));
}

TEST(LiveValue, MeasuredHasTheDigitsOfItsInterval) {
    Scene scene;
    scene.reach_compare();
    const Estimate& mark = *scene.lab().by_block.at("first").series[0].at(0.5);
    const std::string text = filled(scene, "{{measured f=0.5}}");
    const double shown = std::stod(text);
    EXPECT_NEAR(shown, mark.value, mark.high - mark.low);
    EXPECT_GE(text.size(), 4u); // the interval here is some thousandths wide
    EXPECT_LE(text.size(), 6u);
}

TEST(LiveValue, SlidersInTheLearnersWords) {
    Scene scene;
    EXPECT_EQ(filled(scene, "{{slider piece_us}}"), "20 µs");
    EXPECT_EQ(filled(scene, "{{slider p}}"), "2");
    EXPECT_EQ(filled(scene, "{{slider nothing}}"), "");
}

TEST(LiveValue, TheBaselineIsGivenBeforeTheRun) {
    Scene scene;
    EXPECT_EQ(filled(scene, "{{baseline}}"), "") << "nothing is known before the run";
    content::Experiment& main = scene.session.course.lessons.front().experiments.front();
    main.quantity = content::Quantity::TimePerItem;
    main.unit = "ns";
    main.given = content::Given::AtomicAdd;
    EXPECT_EQ(filled(scene, "{{baseline}}"), "") << "a machine that was not asked";
    scene.session.machine.atomic_add_ns = 5.94;
    EXPECT_EQ(filled(scene, "{{baseline}}"), "5.94 ns");
}

TEST(LiveValue, NothingIsSaidOfADisturbedOrWrongPoint) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.answer(amdahl_time, protocol::sample_disturbed);
    EXPECT_EQ(filled(scene, "{{measured f=0.5}}"), "");
}

} // namespace
} // namespace lockstep
