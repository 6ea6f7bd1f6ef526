// SPDX-License-Identifier: MIT
// Live values as words, and paragraphs that are not shown.
#include "app/experiment/estimates.hpp"
#include "sim/base/units.hpp"
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
    content::Slider shared;
    shared.parameter = "f";
    shared.start = {0.95};
    shared.low = {0};
    shared.high = {1};
    content::Course course = scene.session.course;
    course.lessons.front().experiments.front().sliders.push_back(shared);
    scene.session.course = course;
    for (protocol::WorkloadInfo& workload : scene.session.catalogue.workloads)
        for (protocol::ParameterInfo& parameter : workload.parameters)
            if (parameter.name == "f")
                parameter.unit = "share";
    EXPECT_EQ(filled(scene, "{{slider f}}"), "95 %") << "a share is said in per cent";
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

TEST(LiveValue, ClaimsAreTimesAndLieApart) {
    Scene scene;
    scene.reach_compare();
    lockstep::Run& run = scene.lab().by_block.at("first");
    run.quantity = "claimed";
    const Estimate mark = *run.series[0].at(0.5);
    Point& point = run.points[static_cast<std::size_t>(mark.point)];
    const Point& real = *run.point(mark.baseline);
    for (std::size_t i = 0; i < point.time_ns.size(); ++i)
        point.claimed_ns.push_back(3 * real.time_ns[i] * (i + 1 == point.time_ns.size() ? 4 : 1));
    update_series(run);
    EXPECT_EQ(filled(scene, "{{claimed f=0.5}}", "first"),
              format_time_ns(3 * time_of(run, real).value, 3));
    EXPECT_EQ(filled(scene, "{{lowest f=0.5}} to {{highest f=0.5}}", "first"), "3.0 to 12");
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
