// SPDX-License-Identifier: MIT
// Where a list of lines scrolls to.
#include "app/shell/line_list.hpp"

#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

TEST(LineList, ALineInSightMovesNothing) {
    EXPECT_EQ(scrolled_to(10, 4, 12, 80), 4);
    EXPECT_EQ(scrolled_to(3, 0, 12, 80), 0);
}

TEST(LineList, ALineOutOfSightComesToTheMiddle) {
    EXPECT_EQ(scrolled_to(40, 4, 12, 80), 34);
    EXPECT_EQ(scrolled_to(20, 60, 12, 80), 14);
}

TEST(LineList, BothEndsStayFull) {
    EXPECT_EQ(scrolled_to(80, 0, 12, 80), 68);
    EXPECT_EQ(scrolled_to(1, 60, 12, 80), 0);
    EXPECT_EQ(scrolled_to(4, 3, 12, 5), 0) << "all of them have room";
}

TEST(LineList, OneLineOfRoomShowsTheLine) {
    EXPECT_EQ(scrolled_to(7, 0, 1, 9), 6);
}

} // namespace
} // namespace lockstep::shell
