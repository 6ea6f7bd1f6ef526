// SPDX-License-Identifier: MIT
#include "app/pages/lesson/equal_curves.hpp"

#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

Series counted(std::initializer_list<double> values) {
    Series series;
    series.provenance = Provenance::Simulated;
    for (const double value : values) {
        Estimate mark;
        mark.x = static_cast<double>(series.points.size());
        mark.value = value;
        series.points.push_back(mark);
    }
    return series;
}

SeriesShown named(const Series& series, const char* label) {
    SeriesShown shown;
    shown.series = &series;
    shown.provenance = Provenance::Simulated;
    shown.label = label;
    return shown;
}

Axis axis() {
    Axis y;
    y.low = 0;
    y.high = 10;
    return y;
}

TEST(EqualCurves, HaveOneNameTogether) {
    const Series a = counted({1, 2}), b = counted({1, 3}), c = counted({1, 2});
    std::vector<SeriesShown> shown{named(a, "naive"), named(b, "tile"), named(c, "padded")};
    name_equal_curves_once(shown, axis());
    EXPECT_EQ(shown[0].label, "naive = padded");
    EXPECT_EQ(shown[1].label, "tile");
    EXPECT_EQ(shown[2].label, "");
}

TEST(EqualCurves, WhatTheEyeCannotTellApartHasOneNameToo) {
    const Series a = counted({1, 2}), b = counted({1.05, 1.95}), c = counted({1, 2.5});
    std::vector<SeriesShown> shown{named(a, "one"), named(b, "two"), named(c, "three")};
    name_equal_curves_once(shown, axis());
    EXPECT_EQ(shown[0].label, "one \xE2\x89\x88 two");
    EXPECT_EQ(shown[1].label, "");
    EXPECT_EQ(shown[2].label, "three");
}

TEST(EqualCurves, GhostsKeepTheirs) {
    const Series a = counted({1, 2}), b = counted({1, 2});
    std::vector<SeriesShown> shown{named(a, "naive"), named(b, "before: 8")};
    shown[1].ghost = true;
    name_equal_curves_once(shown, axis());
    EXPECT_EQ(shown[0].label, "naive");
    EXPECT_EQ(shown[1].label, "before: 8");
}

TEST(EqualCurves, ATimeIsNoCount) {
    const Series a = counted({1, 2}), b = counted({1, 2});
    std::vector<SeriesShown> shown{named(a, "counted"), named(b, "timed")};
    shown[1].provenance = Provenance::Measured;
    name_equal_curves_once(shown, axis());
    EXPECT_EQ(shown[1].label, "timed");
}

TEST(EqualCurves, WhatHasNoMarkIsNotEqualToAnything) {
    const Series a = counted({}), b = counted({});
    std::vector<SeriesShown> shown{named(a, "one"), named(b, "other")};
    name_equal_curves_once(shown, axis());
    EXPECT_EQ(shown[1].label, "other");
}

} // namespace
} // namespace lockstep::lab
