// SPDX-License-Identifier: MIT
// Every item has one thread, and every lane a part or none.
#include "app/blocks/figure/launch/shape.hpp"

#include <gtest/gtest.h>

namespace lockstep::launch {
namespace {

TEST(LaunchShapeFigure, EveryItemHasOneThread) {
    for (const int block : {1, 31, 32, 33, 48, 256, 1024})
        for (const int items : {1, 31, 48, 1000, 4097}) {
            const Shape shape{items, block};
            int working = 0;
            for (int b = 0; b < shape.blocks(); ++b)
                for (int place = 0; place < shape.lanes(); ++place)
                    working += lane_of(shape, b, place) == Lane::Works;
            EXPECT_EQ(working, items) << block << " threads";
        }
}

TEST(LaunchShapeFigure, SpareLanesHaveNoThreadInAnyBlock) {
    const Shape shape{1000, 48};
    EXPECT_EQ(shape.blocks(), 21);
    EXPECT_EQ(shape.warps(), 2);
    EXPECT_EQ(lane_of(shape, 0, 47), Lane::Works);
    EXPECT_EQ(lane_of(shape, 0, 48), Lane::NoThread);
    EXPECT_EQ(lane_of(shape, 20, 39), Lane::Works);  // item 999
    EXPECT_EQ(lane_of(shape, 20, 40), Lane::NoItem); // item 1000
    EXPECT_EQ(threads_without_item(shape, 20), 8);
    EXPECT_EQ(threads_without_item(shape, 19), 0);
}

TEST(LaunchShapeFigure, NoItemIsStillABlock) {
    const Shape shape{0, 64};
    EXPECT_EQ(shape.blocks(), 1);
    EXPECT_EQ(threads_without_item(shape, 0), 64);
}

TEST(LaunchShapeFigure, SaysWhoComputesWhat) {
    const Shape shape{1000, 48};
    EXPECT_EQ(who_is(shape, 2, 35), "block 2, warp 1, lane 3: item 2 × 48 + 32 + 3 = 131");
    EXPECT_EQ(who_is(shape, 2, 50), "block 2, warp 1, lane 18: no thread, a block has 48");
    EXPECT_EQ(who_is(shape, 20, 40),
              "block 20, warp 1, lane 8: item 20 × 48 + 32 + 8 = 1000, which is none");
    EXPECT_EQ(sentence_of(shape, 0),
              "48 threads are 2 warps: 64 lanes, 16 of them have no thread.");
    EXPECT_EQ(sentence_of({1000, 64}, 0),
              "64 threads are 2 warps: 64 lanes, and each of them has a thread.");
    EXPECT_EQ(sentence_of({7, 1}, 0), "1 thread is 1 warp: 32 lanes, 31 of them have no thread.");
    EXPECT_EQ(grid_words(shape), "21 blocks of 48 threads for 1000 items");
}

} // namespace
} // namespace lockstep::launch
