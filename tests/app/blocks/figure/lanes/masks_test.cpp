// SPDX-License-Identifier: MIT
// Every lane has one path, every path that is wanted has one row.
#include "app/blocks/figure/lanes/masks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace lockstep::lanes {
namespace {

TEST(LaneMasks, AsManyLeaveAsWereAsked) {
    for (int lanes : {1, 4, 5, 8, 10, 16, 32})
        for (int leave = 0; leave <= lanes; ++leave) {
            const auto paths = paths_of({lanes, leave, 3, false});
            const auto stay = std::count(paths.begin(), paths.end(), 0);
            EXPECT_EQ(stay, lanes - leave) << lanes << " lanes, " << leave << " leave";
        }
}

TEST(LaneMasks, OneLaneCostsASecondRow) {
    EXPECT_EQ(rows_of(paths_of({16, 0, 2, false}), 2).size(), 3u);  // load, A, store
    EXPECT_EQ(rows_of(paths_of({16, 1, 2, false}), 2).size(), 4u);  // load, A, B, store
    EXPECT_EQ(rows_of(paths_of({16, 16, 2, false}), 2).size(), 3u); // load, B, store
}

TEST(LaneMasks, EachOf32PathsHasALetter) {
    const auto rows = rows_of(paths_of({32, 31, 32, false}), 32);
    ASSERT_EQ(rows.size(), 34u);
    EXPECT_EQ(rows[1].name, "path A");
    EXPECT_EQ(rows[26].name, "path Z");
    EXPECT_EQ(rows[32].name, "path f");
}

TEST(LaneMasks, RowsSwitchEachLaneOnOnce) {
    const auto rows = rows_of(paths_of({32, 20, 4, false}), 4);
    for (std::size_t lane = 0; lane < 32; ++lane) {
        int on = 0;
        for (const Row& row : rows) on += row.path >= 0 && row.on[lane];
        EXPECT_EQ(on, 1) << "lane " << lane;
    }
    EXPECT_EQ(rows.front().active(), 32);
}

TEST(LaneMasks, SortedNumbersGiveMostGroupsTheCommonestPath) {
    using testing::Each;
    EXPECT_THAT(paths_of({16, 6, 3, true}), Each(0)) << "10 stay, 3 take B and 3 C";
    EXPECT_THAT(paths_of({16, 12, 3, true}), Each(1)) << "4 stay, 6 take B and 6 C";
    EXPECT_THAT(paths_of({16, 16, 2, true}), Each(1)) << "all leave";
    EXPECT_THAT(paths_of({16, 0, 2, true}), Each(0)) << "nobody leaves";
}

} // namespace
} // namespace lockstep::lanes
