// SPDX-License-Identifier: MIT
// Ranges, defaults and words of parameters.
#include "app/experiment/parameters.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

TEST(Parameters, DefaultsThenTheLessonThenSliders) {
    content::Experiment experiment = shared_part();
    experiment.set = {{"order", 1}};
    const Values values = parameters_of(catalogue(), experiment, machine(4), {{"piece_us", 50}});
    EXPECT_EQ(values.at("f"), 0.5);
    EXPECT_EQ(values.at("order"), 1);
    EXPECT_EQ(values.at("p"), 4);
    EXPECT_EQ(values.at("piece_us"), 50);
}

TEST(Parameters, CachesAreKnownOfEveryWorkloadAndSetByNobody) {
    const auto caches = parameter_info(catalogue(), "amdahl", "caches");
    ASSERT_TRUE(caches);
    EXPECT_EQ(value_words(*caches, 1), "cold caches");
    EXPECT_TRUE(check_parameter(catalogue(), "amdahl", "caches", 1).has_value());
    EXPECT_FALSE(check_parameter(catalogue(), "amdahl", "caches", 2).has_value());
    EXPECT_FALSE(parameters_of(catalogue(), shared_part(), machine(), {}).contains("caches"));
}

TEST(Parameters, AMachineOfOneCoreHasASliderThatStands) {
    const SliderRange range = slider_range(shared_part().sliders[0], machine(1));
    EXPECT_LE(range.low, range.high);
    EXPECT_EQ(range.start, 1);
}

TEST(Parameters, ASliderMayEndWithTheLanesOfTheVectorUnit) {
    content::Slider slider;
    slider.start = slider.low = {2};
    slider.high = {.lanes = true};
    protocol::Machine here = machine();
    here.simd_lanes_f32 = 8;
    EXPECT_EQ(slider_range(slider, here).high, 8);
    here.simd_lanes_f32 = 1;
    EXPECT_EQ(slider_range(slider, here).high, 2) << "one lane has no such range";
}

TEST(Parameters, SlidersKeepToTheirRangeAndStops) {
    content::Slider slider{.parameter = "piece_us",
                           .words = {},
                           .start = {20, false},
                           .low = {1, false},
                           .high = {100, false},
                           .stops = {}};
    EXPECT_EQ(fitted(slider, machine(), false, 500), 100);
    EXPECT_EQ(fitted(slider, machine(), false, -5), 1);
    EXPECT_EQ(fitted(slider, machine(), true, 7.6), 8);
    EXPECT_EQ(fitted(slider, machine(), false, std::nan("")), 20);
    slider.stops = {1, 10, 100};
    EXPECT_EQ(fitted(slider, machine(), false, 30), 10);
}

TEST(Parameters, AnImpossibleValueNamesTheRange) {
    EXPECT_TRUE(check_parameter(catalogue(), "amdahl", "f", 1).has_value());
    const auto text = [](const char* name, double value) {
        const auto checked = check_parameter(catalogue(), "amdahl", name, value);
        return checked ? std::string() : checked.error().text();
    };
    EXPECT_THAT(text("f", 1.5), HasSubstr("0 to 1"));
    EXPECT_THAT(text("order", 3), HasSubstr("mixed, sorted"));
    EXPECT_THAT(text("p", 0), HasSubstr("whole"));
    EXPECT_THAT(text("f", std::nan("")), HasSubstr("cannot be"));
    EXPECT_THAT(text("pieces_us", 3), HasSubstr("piece_us"));
}

TEST(Parameters, WordsOfAValue) {
    EXPECT_EQ(value_words(*parameter_info(catalogue(), "amdahl", "piece_us"), 20), "20 µs");
    EXPECT_EQ(value_words(*parameter_info(catalogue(), "amdahl", "order"), 1), "sorted");
    EXPECT_EQ(value_words(*parameter_info(catalogue(), "amdahl", "f"), 0.5, true), "50 %");
    EXPECT_EQ(parameter_info(catalogue(), "amdahl", "p")->words, "workers");
    EXPECT_FALSE(parameter_info(catalogue(), "amdahl", "q"));
}

TEST(Parameters, WorkersDoubleUpToTheCores) {
    EXPECT_THAT(worker_values(1), testing::ElementsAre(1));
    EXPECT_THAT(worker_values(8), testing::ElementsAre(1, 2, 4, 8));
    EXPECT_THAT(worker_values(12), testing::ElementsAre(1, 2, 4, 8, 12));
}

} // namespace
} // namespace lockstep
