// SPDX-License-Identifier: MIT
// The columns at every width and text size: nothing overlaps, nothing is lost.
#include "app/shell/layout.hpp"

#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

Settings unfolded() {
    Settings settings;
    settings.rail_folded = false;
    return settings;
}

TEST(Layout, IsThatOfTheDesignAtItsSize) {
    const Layout layout = layout_of(1440, 900, 1, unfolded(), false, true);
    EXPECT_EQ(layout.arrangement, Arrangement::ThreeColumns);
    EXPECT_NEAR(layout.rail, rail_width, 2);
    EXPECT_NEAR(layout.text, 455, 3);
    EXPECT_FLOAT_EQ(layout.rail + layout.text + layout.lab, 1440);
    EXPECT_FLOAT_EQ(layout.height + layout.status, 900);
}

TEST(Layout, FoldsTheRailBelow1100) {
    EXPECT_FALSE(layout_of(1100, 900, 1, unfolded(), false, true).rail_folded);
    const Layout narrow = layout_of(1099, 900, 1, unfolded(), false, true);
    EXPECT_TRUE(narrow.rail_folded);
    EXPECT_EQ(narrow.arrangement, Arrangement::TwoColumns);
    EXPECT_FLOAT_EQ(narrow.rail, rail_strip);
}

TEST(Layout, StacksBelow800) {
    EXPECT_EQ(layout_of(800, 900, 1, unfolded(), false, true).arrangement, Arrangement::TwoColumns);
    const Layout stacked = layout_of(799, 900, 1, unfolded(), false, true);
    EXPECT_EQ(stacked.arrangement, Arrangement::Stacked);
    EXPECT_FLOAT_EQ(stacked.text, stacked.lab);
}

TEST(Layout, FollowsTheTextSize) {
    // At 200 % a window of 1440 has the room of one of 720.
    EXPECT_EQ(layout_of(1440, 900, 2, unfolded(), false, true).arrangement, Arrangement::Stacked);
    EXPECT_EQ(layout_of(2880, 1800, 2, unfolded(), false, true).arrangement,
              Arrangement::ThreeColumns);
    EXPECT_NEAR(layout_of(2880, 1800, 2, unfolded(), false, true).rail, 2 * rail_width, 4);
}

TEST(Layout, HidesTheRailWhilePresenting) {
    const Layout layout = layout_of(1280, 720, 1.6f, unfolded(), true, true);
    EXPECT_EQ(layout.rail, 0);
    EXPECT_EQ(layout.arrangement, Arrangement::TwoColumns); // 1280 / 1.6 is 800
    EXPECT_GT(layout.lab, layout.text);
}

TEST(Layout, GivesAPageWithoutLabTheWholeWidth) {
    const Layout layout = layout_of(1440, 900, 1, unfolded(), false, false);
    EXPECT_FLOAT_EQ(layout.text, 1440 - layout.rail);
    EXPECT_EQ(layout.lab, 0);
}

TEST(Layout, NeverOverlapsNorVanishes) {
    for (const float scale : {0.8f, 1.0f, 1.6f, 2.0f, 3.0f})
        for (float width = 320; width < 4000; width += 37)
            for (const double share : {0.0, 0.1, 0.316, 0.9}) {
                Settings settings = unfolded();
                settings.rail_share = settings.lesson_share = share;
                const Layout layout = layout_of(width, 700, scale, settings, false, true);
                EXPECT_GT(layout.text, 0);
                EXPECT_GT(layout.lab, 0);
                if (layout.arrangement != Arrangement::Stacked) {
                    EXPECT_NEAR(layout.rail + layout.text + layout.lab, width, 0.01);
                    EXPECT_GE(layout.lab, layout.text * 0.4f);
                }
            }
}

} // namespace
} // namespace lockstep::shell
