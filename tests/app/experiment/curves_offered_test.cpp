// SPDX-License-Identifier: MIT
// What a class votes on: the law among the wrong readings, in an order that tells nothing.
#include "app/experiment/curves_offered.hpp"

#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

content::PredictBody asked(const std::vector<std::string>& readings) {
    content::PredictBody body = curve_body();
    body.readings.clear();
    for (const std::string& name : readings)
        body.readings.push_back({name, {}, "A sentence."});
    return body;
}

std::vector<std::string> names(const std::vector<Series>& offered) {
    std::vector<std::string> all;
    for (const Series& curve : offered)
        all.push_back(curve.label + " " + curve.variant);
    return all;
}

TEST(CurvesOffered, TheLawStandsAmongTheReadingsByHeight) {
    const Scene scene(4);
    const auto offered = curves_offered(scene.session, scene.open(),
                                        asked({"high_at_one", "flat", "straight_line"}));
    EXPECT_EQ(names(offered),
              (std::vector<std::string>{"1 flat", "2 amdahl", "3 straight_line", "4 high_at_one"}));
    EXPECT_GT(offered[1].points.size(), 50u) << "a curve, no corners";
}

TEST(CurvesOffered, NoMoreThanTheKeysReach) {
    const Scene scene(4);
    auto body = asked({"high_at_one", "flat", "straight_line"});
    body.readings.push_back({"flat", {{"level", 3}}, "A sentence."});
    body.readings.push_back({"linear", {}, "A sentence."});
    EXPECT_EQ(curves_offered(scene.session, scene.open(), body).size(), 4u);
}

TEST(CurvesOffered, CurvesThatLookAlikeAreOfferedOnce) {
    const Scene scene(4);
    EXPECT_EQ(
        curves_offered(scene.session, scene.open(), asked({"amdahl", "amdahl", "flat"})).size(),
        2u);
    EXPECT_TRUE(curves_offered(scene.session, scene.open(), asked({"amdahl"})).empty())
        << "one is no choice";
}

TEST(CurvesOffered, OnlyForACurve) {
    const Scene scene(4);
    auto body = asked({"flat", "straight_line"});
    body.kind = content::PredictKind::Number;
    EXPECT_TRUE(curves_offered(scene.session, scene.open(), body).empty());
}

} // namespace
} // namespace lockstep
