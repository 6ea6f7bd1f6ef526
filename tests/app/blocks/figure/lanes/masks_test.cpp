// SPDX-License-Identifier: MIT
// Every lane has one path, every path that is wanted has one row.
#include "app/blocks/figure/lanes/masks.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace lockstep::lanes {
namespace {

TEST(LaneMasks, AsManyLeaveAsWereAsked) {
    for (int lanes : {1, 4, 5, 8, 10, 16, 32})
        for (int leave = 0; leave <= lanes; ++leave) {
            const auto paths = paths_of({lanes, leave, 3, false, 0});
            const auto stay = std::count(paths.begin(), paths.end(), 0);
            EXPECT_EQ(stay, lanes - leave) << lanes << " lanes, " << leave << " leave";
        }
}

TEST(LaneMasks, OneLaneCostsASecondRow) {
    EXPECT_EQ(rows_of(paths_of({16, 0, 2, false, 0}), 2).size(), 3u);  // load, A, store
    EXPECT_EQ(rows_of(paths_of({16, 1, 2, false, 0}), 2).size(), 4u);  // load, A, B, store
    EXPECT_EQ(rows_of(paths_of({16, 16, 2, false, 0}), 2).size(), 3u); // load, B, store
}

TEST(LaneMasks, RowsSwitchEachLaneOnOnce) {
    const auto rows = rows_of(paths_of({32, 20, 4, false, 0}), 4);
    for (std::size_t lane = 0; lane < 32; ++lane) {
        int on = 0;
        for (const Row& row : rows) on += row.path >= 0 && row.on[lane];
        EXPECT_EQ(on, 1) << "lane " << lane;
    }
    EXPECT_EQ(rows.front().active(), 32);
}

TEST(LaneMasks, SortedLanesLieTogether) {
    const auto paths = paths_of({16, 6, 3, true, 0});
    EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
}

} // namespace
} // namespace lockstep::lanes
