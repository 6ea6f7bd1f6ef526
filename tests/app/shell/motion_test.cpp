// SPDX-License-Identifier: MIT
#include "app/shell/motion.hpp"

#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

class Motion : public testing::Test {
  protected:
    void SetUp() override { forget_motion(""); }
};

TEST_F(Motion, StartsAtItsTarget) {
    begin_motion_frame(1, false);
    EXPECT_FLOAT_EQ(eased("a", 5), 5);
    EXPECT_FALSE(motion_wants_frame());
}

TEST_F(Motion, ApproachesANewTargetAndStops) {
    begin_motion_frame(1, false);
    eased("a", 0);
    begin_motion_frame(1.1, false);
    EXPECT_FLOAT_EQ(eased("a", 10, 0.2f), 0);
    EXPECT_TRUE(motion_wants_frame());
    begin_motion_frame(1.2, false);
    EXPECT_NEAR(eased("a", 10, 0.2f), 5, 0.01);
    EXPECT_TRUE(motion_wants_frame());
    begin_motion_frame(1.4, false);
    EXPECT_FLOAT_EQ(eased("a", 10, 0.2f), 10);
    EXPECT_FALSE(motion_wants_frame()); // an idle window draws nothing
}

TEST_F(Motion, TurnsInFlightWithoutAJump) {
    begin_motion_frame(1, false);
    eased("a", 0);
    eased("a", 10, 0.2f);
    begin_motion_frame(1.1, false);
    const float half = eased("a", 10, 0.2f);
    EXPECT_NEAR(eased("a", 0, 0.2f), half, 0.01);
}

TEST_F(Motion, DrawsAThingOnce) {
    begin_motion_frame(2, false);
    EXPECT_FLOAT_EQ(drawn_once("model"), 0);
    EXPECT_TRUE(motion_wants_frame());
    begin_motion_frame(3, false);
    EXPECT_FLOAT_EQ(drawn_once("model"), 1);
    EXPECT_FALSE(motion_wants_frame());
    forget_motion("mod");
    EXPECT_FLOAT_EQ(drawn_once("model"), 0);
}

TEST_F(Motion, IsAtItsEndWhereLessIsAskedFor) {
    begin_motion_frame(1, true);
    eased("a", 0);
    EXPECT_FLOAT_EQ(eased("a", 10), 10);
    EXPECT_FLOAT_EQ(drawn_once("b"), 1);
    EXPECT_FALSE(motion_wants_frame());
    EXPECT_TRUE(motion_is_reduced());
}

} // namespace
} // namespace lockstep::shell
