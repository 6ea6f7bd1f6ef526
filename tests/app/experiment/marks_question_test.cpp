// SPDX-License-Identifier: MIT
// The shape of measured marks, in the words of the three choices.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

/// The right choice for marks of these heights at x = 0, 1, 2 ..., each known to a thousandth.
std::string shape(const std::vector<double>& heights, bool log_x = false,
                  content::Quantity quantity = content::Quantity::Speedup) {
    Scene scene;
    lockstep::Run run;
    run.finished = true;
    run.series.emplace_back();
    for (std::size_t i = 0; i < heights.size(); ++i) {
        Estimate mark;
        mark.x = log_x ? static_cast<double>(1u << i) : static_cast<double>(i);
        mark.value = heights[i];
        mark.low = heights[i] * 0.999;
        mark.high = heights[i] * 1.001;
        mark.n = 15;
        run.series[0].points.push_back(mark);
    }
    scene.lab().run = run;
    content::Experiment experiment = shared_part();
    experiment.x_log = log_x;
    experiment.quantity = quantity;
    const auto question = marks_question(scene.session, scene.open(), experiment);
    if (!question)
        return "";
    EXPECT_EQ(question->choices.size(), 3u);
    EXPECT_EQ(std::set<std::string>(question->choices.begin(), question->choices.end()).size(), 3u);
    return question->choices.at(static_cast<std::size_t>(question->right));
}

TEST(MarksQuestion, NamesTheShapesOfTheFirstLessons) {
    EXPECT_THAT(shape({1.0, 1.07, 1.14, 1.23, 1.33, 1.45, 1.6, 1.78, 2.0}),
                HasSubstr("at the end"));
    EXPECT_THAT(shape({1.0, 2.0, 1.5, 2.0, 1.67, 2.0, 1.75, 2.0}), HasSubstr("several times"));
    EXPECT_THAT(shape({4.5, 4.5, 4.4, 4.5, 1.0, 1.0, 1.0}), HasSubstr("drop once"));
    EXPECT_THAT(shape({1.0, 2.0, 2.02, 1.99, 2.01, 1.0}), HasSubstr("drop at the end"));
    EXPECT_THAT(shape({1.0, 1.5, 2.0, 1.5, 1.0}), HasSubstr("fall again"));
    EXPECT_THAT(shape({2.0, 2.01, 1.99, 2.0}), HasSubstr("one height"));
    EXPECT_THAT(shape({1.0, 2.0, 3.0, 4.0, 5.0}), HasSubstr("as much"));
    EXPECT_THAT(shape({2.1, 2.3, 2.6, 3.2, 4.2, 5.8, 7.8}, true), HasSubstr("at the end"));
    EXPECT_THAT(shape({1.0, 3.0, 4.0, 4.4, 4.6, 4.7}), HasSubstr("hardly at the end"));
    EXPECT_THAT(shape({5.0, 4.0, 3.0, 2.0, 1.0}), HasSubstr("fall by about as much"));
    EXPECT_THAT(shape({1, 2, 4, 6, 8, 12, 12, 12, 12}, true), HasSubstr("rise, and then stay"));
    EXPECT_THAT(shape({4.0, 3.0, 2.0, 1.0, 1.0, 1.0}), HasSubstr("fall, and then stay"));
}

TEST(MarksQuestion, OfClaimsItAsksWhereTheyLie) {
    using content::Quantity;
    EXPECT_THAT(shape({1, 1.2, 0, 1, 0, 2, 1.1}, false, Quantity::Claimed), HasSubstr("both"));
    EXPECT_THAT(shape({1, 1.2, 1, 2}, false, Quantity::Claimed), HasSubstr("none below"));
    EXPECT_THAT(shape({1, 0.2, 1, 0}, false, Quantity::Claimed), HasSubstr("none above"));
    EXPECT_THAT(shape({1, 1.01, 0.99}, false, Quantity::Claimed), HasSubstr("close to"));
}

TEST(MarksQuestion, IsNotAskedOfTwoMarks) {
    EXPECT_EQ(shape({1.0, 2.0}), "");
    Scene scene;
    EXPECT_FALSE(marks_question(scene.session, scene.open(), scene.main()));
}

} // namespace
} // namespace lockstep
