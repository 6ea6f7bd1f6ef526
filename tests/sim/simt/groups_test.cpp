// SPDX-License-Identifier: MIT
#include "sim/simt/groups.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

// Frames are only compared here, never looked into.
static Frame* frame(int number) {
    return reinterpret_cast<Frame*>(static_cast<std::intptr_t>(number) * 64);
}

TEST(GroupsTest, FallingThroughRunsFirstAndBothMeet) {
    Groups groups;
    groups.reset(0xff, frame(1));
    ASSERT_TRUE(groups.next());
    const Target targets[] = {{0xf0, 1}, {0x0f, 5}};
    groups.split(targets, 9);
    ASSERT_TRUE(groups.next());
    EXPECT_EQ(groups.current.lanes, 0xf0u);
    EXPECT_FALSE(groups.arrive());
    groups.current.pc = 9;
    EXPECT_TRUE(groups.arrive());
    ASSERT_TRUE(groups.next());
    EXPECT_EQ(groups.current.lanes, 0x0fu);
    groups.current.pc = 9;
    EXPECT_TRUE(groups.arrive());
    ASSERT_TRUE(groups.next());
    EXPECT_EQ(groups.current.lanes, 0xffu);
    EXPECT_EQ(groups.current.pc, 9u);
    EXPECT_FALSE(groups.any_at_joins());
    EXPECT_FALSE(groups.any_ready());
}

TEST(GroupsTest, AnArmThatIsTheMeetingPlaceWaitsAtOnce) {
    Groups groups;
    groups.reset(0x3, frame(1));
    groups.next();
    const Target targets[] = {{0x1, 1}, {0x2, 4}};
    groups.split(targets, 4);
    EXPECT_TRUE(groups.any_at_joins());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0x1u);
    EXPECT_FALSE(groups.any_ready());
}

TEST(GroupsTest, ALoopThatLanesLeaveOneByOneHasOneJoin) {
    Groups groups;
    groups.reset(0x7, frame(1));
    groups.next();
    for (const Mask leaves : {0x1u, 0x2u}) {
        const Target targets[] = {{leaves, 7}, {groups.current.lanes & ~leaves, 0}};
        groups.split(targets, 7);
        groups.next();
        EXPECT_EQ(groups.current.pc, 0u);
    }
    groups.current.pc = 7;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0x7u);
    EXPECT_EQ(groups.current.join, -1);
}

TEST(GroupsTest, TheSamePlaceOfAnotherFrameIsNotTheMeetingPlace) {
    Groups groups;
    groups.reset(0x3, frame(1));
    groups.next();
    const Target targets[] = {{0x1, 1}, {0x2, 2}};
    groups.split(targets, 5);
    groups.next();
    groups.current.frame = frame(2);
    groups.current.pc = 5;
    EXPECT_FALSE(groups.arrive());
}

TEST(GroupsTest, NobodyWaitsForLanesThatExited) {
    Groups groups;
    groups.reset(0xf, frame(1));
    groups.next();
    const Target targets[] = {{0x3, 1}, {0xc, 5}};
    groups.split(targets, 9);
    groups.next();
    const Group gone = groups.current;
    groups.current = {};
    groups.leave(gone.join, 0x3, -1);
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0xcu);
    groups.current.pc = 9;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0xcu);
    EXPECT_EQ(groups.current.join, -1);
}

TEST(GroupsTest, ReleasedLanesGoOnAndMeetTheOthersFurtherOut) {
    Groups groups;
    groups.reset(0xf, frame(1));
    groups.next();
    const Target outer[] = {{0x7, 1}, {0x8, 20}};
    groups.split(outer, 30);
    groups.next();
    const Target inner[] = {{0x1, 2}, {0x6, 10}};
    groups.split(inner, 10);
    // Lanes 1 and 2 wait at 10 for lane 0; let go, they come to 30 before it.
    ASSERT_TRUE(groups.release());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0x6u);
    groups.current.pc = 30;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0x1u);
    groups.current.pc = 10;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    groups.current.pc = 30;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    groups.current.pc = 30;
    EXPECT_TRUE(groups.arrive());
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0xfu);
}

TEST(GroupsTest, PuttingBackLetsEveryGroupHaveItsTurn) {
    Groups groups;
    groups.reset(0x7, frame(1));
    groups.next();
    const Target targets[] = {{0x1, 1}, {0x2, 2}, {0x4, 3}};
    groups.split(targets, 9);
    std::vector<Mask> turns;
    for (int i = 0; i < 6; ++i) {
        groups.next();
        turns.push_back(groups.current.lanes);
        groups.put_back();
    }
    EXPECT_EQ(turns, (std::vector<Mask>{1, 2, 4, 1, 2, 4}));
}

TEST(GroupsTest, GroupsAtOnePlaceRunTogether) {
    Groups groups;
    groups.reset(0x1, frame(1));
    groups.push({0x2, 0, frame(1), -1});
    groups.push({0x4, 3, frame(1), -1});
    groups.push({0x8, 0, frame(1), -1});
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0xbu);
    groups.next();
    EXPECT_EQ(groups.current.lanes, 0x4u);
}

} // namespace lockstep::simt
