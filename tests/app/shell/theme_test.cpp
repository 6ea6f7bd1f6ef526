// SPDX-License-Identifier: MIT
// Text can be read on every surface of every theme.
#include "app/shell/theme.hpp"

#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

const Palette& light() {
    return palette_of(Theme::Light, false);
}
const Palette& dark() {
    return palette_of(Theme::Dark, false);
}
const Palette& strong() {
    return palette_of(Theme::HighContrast, false);
}

class Themes : public testing::TestWithParam<const Palette* (*)()> {};

TEST(Contrast, IsThatOfTheStandard) {
    EXPECT_NEAR(contrast(IM_COL32_BLACK, IM_COL32_WHITE), 21, 0.01);
    EXPECT_NEAR(contrast(IM_COL32_WHITE, IM_COL32_WHITE), 1, 0.001);
    // #777777 on white, the well-known near miss of 4.5.
    EXPECT_NEAR(contrast(IM_COL32(0x77, 0x77, 0x77, 255), IM_COL32_WHITE), 4.48, 0.01);
}

TEST_P(Themes, TextCanBeReadOnEverySurface) {
    const Palette& p = *GetParam()();
    for (const ImU32 surface : {p.background, p.surface}) {
        for (const ImU32 text :
             {p.ink, p.soft, p.accent, p.measured, p.predicted, p.simulated, p.good})
            EXPECT_GE(contrast(text, surface), 4.5);
        EXPECT_GE(contrast(p.faint, surface), 3.0);
        EXPECT_GE(contrast(p.model, surface), 3.0); // a line, and its label
    }
    EXPECT_GE(contrast(p.cost, p.surface), 4.5);
    EXPECT_GE(contrast(p.cost, p.background), 4.0);
    EXPECT_GE(contrast(p.ink, p.accent_surface), 4.5);
    EXPECT_GE(contrast(p.accent, p.accent_surface), 4.5);
    EXPECT_GE(contrast(p.soft, p.accent_surface), 4.5);
    EXPECT_GE(contrast(p.on_accent, p.accent), 4.5);
    EXPECT_GE(contrast(p.ink, p.code_surface), 4.5);
}

TEST_P(Themes, LinesAreSeen) {
    const Palette& p = *GetParam()();
    EXPECT_GT(contrast(p.line, p.surface), 1.15);
    EXPECT_GT(contrast(p.track, p.surface), 1.15);
}

INSTANTIATE_TEST_SUITE_P(All, Themes,
                         testing::Values([] { return &light(); }, [] { return &dark(); },
                                         [] { return &strong(); }));

TEST(Theme, HighContrastReadsAtSeven) {
    const Palette& p = strong();
    for (const ImU32 text :
         {p.ink, p.soft, p.faint, p.accent, p.measured, p.predicted, p.good, p.cost})
        EXPECT_GE(contrast(text, p.surface), 7.0);
    EXPECT_GE(contrast(p.line, p.surface), 4.5);
}

TEST(Theme, SystemFollowsTheDesktop) {
    EXPECT_EQ(&palette_of(Theme::System, true), &dark());
    EXPECT_EQ(&palette_of(Theme::System, false), &light());
}

TEST(Theme, TheTokensOfTheDesignStand) {
    EXPECT_EQ(light().background, IM_COL32(0xF6, 0xF5, 0xF2, 255));
    EXPECT_EQ(light().accent, IM_COL32(0x2F, 0x5B, 0xD3, 255));
    EXPECT_EQ(dark().surface, IM_COL32(0x1C, 0x1F, 0x24, 255));
    EXPECT_EQ(dark().predicted, IM_COL32(0xF0, 0x8A, 0x4B, 255));
}

TEST(Colour, FadesAndMixes) {
    EXPECT_EQ(faded(IM_COL32(10, 20, 30, 255), 0), IM_COL32(10, 20, 30, 0));
    EXPECT_EQ(mixed(IM_COL32_BLACK, IM_COL32_WHITE, 0), IM_COL32_BLACK);
    EXPECT_EQ(mixed(IM_COL32_BLACK, IM_COL32_WHITE, 1), IM_COL32_WHITE);
    EXPECT_EQ(text_on(IM_COL32_BLACK), IM_COL32_WHITE);
    EXPECT_NE(text_on(IM_COL32_WHITE), IM_COL32_WHITE);
}

TEST(Colour, PathsOfAWarpDiffer) {
    for (int a = 0; a < 8; ++a)
        for (int b = a + 1; b < 8; ++b)
            EXPECT_NE(path_colour(a), path_colour(b)) << a << " " << b;
}

} // namespace
} // namespace lockstep::shell
