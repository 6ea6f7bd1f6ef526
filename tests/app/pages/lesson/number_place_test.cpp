// SPDX-License-Identifier: MIT
#include "app/pages/lesson/number_place.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lockstep::lab {
namespace {

constexpr ImVec2 low{0, 0}, high{400, 200};
constexpr float radius = 10;

float apart(ImVec2 a, ImVec2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(NumberPlaces, LieWhereCurvesAreApart) {
    // One line up to the middle, two from there on.
    const auto places = number_places({{{0, 100}, {400, 100}}, {{0, 100}, {200, 100}, {400, 20}}},
                                      {}, low, high, radius);
    ASSERT_EQ(places.size(), 2u);
    for (const ImVec2 at : places) {
        EXPECT_GT(at.x, 280);
        EXPECT_LE(at.x, 390);
    }
    EXPECT_EQ(places[0].y, 100);
    EXPECT_LT(places[1].y, 80);
    EXPECT_GT(apart(places[0], places[1]), 2 * radius);
}

TEST(NumberPlaces, OfEqualCurvesAreBesideEachOther) {
    const std::vector<ImVec2> line{{0, 100}, {400, 100}};
    const auto places = number_places({line, line, line}, {}, low, high, radius);
    ASSERT_EQ(places.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_GT(apart(places[i], places[k]), 2 * radius) << i << " and " << k;
}

TEST(NumberPlaces, AreInTheMiddleWhereAllIsFree) {
    const auto places =
        number_places({{{0, 180}, {400, 180}}, {{0, 20}, {400, 20}}}, {}, low, high, radius);
    ASSERT_EQ(places.size(), 2u);
    EXPECT_NEAR(places[0].x, 200, 6);
    EXPECT_NEAR(places[1].x, 200, 6);
}

TEST(NumberPlaces, CoverNoMark) {
    const std::vector<ImVec2> marks{{200, 100}, {260, 100}};
    const auto places = number_places({{{0, 100}, {400, 100}}}, marks, low, high, radius);
    ASSERT_EQ(places.size(), 1u);
    for (const ImVec2 mark : marks)
        EXPECT_GT(apart(places[0], mark), 2 * radius);
}

TEST(NumberPlaces, AlongTheEdge) {
    const auto places =
        number_places({{{0, 199}, {400, 199}}, {{0, 199}, {400, 20}}}, {}, low, high, radius);
    EXPECT_GT(places[0].x, 60) << "not where both begin";
    EXPECT_EQ(places[0].y, 199);
}

TEST(NumberPlaces, OfNothing) {
    EXPECT_TRUE(number_places({}, {}, low, high, radius).empty());
    EXPECT_EQ(number_places({{}, {{5, 5}}}, {}, low, high, radius).size(), 2u);
}

} // namespace
} // namespace lockstep::lab
