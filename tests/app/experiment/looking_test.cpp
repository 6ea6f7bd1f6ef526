// SPDX-License-Identifier: MIT
#include "app/experiment/looking.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Zoom, KeepsWhatIsUnderTheMouse) {
    const Zoom closer = zoomed({}, {0.25, 0.5}, 2);
    EXPECT_NEAR(closer.x_high - closer.x_low, 0.5, 1e-12);
    EXPECT_NEAR(closer.x_low + 0.25 * (closer.x_high - closer.x_low), 0.25, 1e-12);
    EXPECT_FALSE(closer.is_whole());
}

TEST(Zoom, NeverShowsMoreThanThereIs) {
    const Zoom closer = zoomed({}, {0, 1}, 4);
    EXPECT_EQ(closer.x_low, 0);
    EXPECT_EQ(closer.y_high, 1);
    EXPECT_TRUE(zoomed(closer, {0.5, 0.5}, 0.01).is_whole());
}

TEST(Zoom, HasAnEnd) {
    Zoom zoom;
    for (int i = 0; i < 60; ++i)
        zoom = zoomed(zoom, {0.5, 0.5}, 2);
    EXPECT_NEAR(zoom.x_high - zoom.x_low, 0.02, 1e-9);
}

TEST(Zoom, PansAsFarAsTheAxesGo) {
    const Zoom closer = zoomed({}, {0.5, 0.5}, 2);
    EXPECT_NEAR(panned(closer, {0.2, 0}).x_low, 0.35, 1e-12);
    EXPECT_NEAR(panned(closer, {5, -5}).x_high, 1, 1e-12);
    EXPECT_NEAR(panned(closer, {5, -5}).y_low, 0, 1e-12);
}

} // namespace
} // namespace lockstep
