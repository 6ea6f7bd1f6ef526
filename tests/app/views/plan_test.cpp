// SPDX-License-Identifier: MIT
// Columns and stretches of the warps' picture.
#include "app/views/warps/parts.hpp"

#include <gtest/gtest.h>

namespace lockstep::warps_view {
namespace {

protocol::Overview overview(std::int64_t from, std::int64_t count, std::vector<std::string> warps) {
    protocol::Overview made;
    made.from = from;
    made.count = count;
    made.columns = static_cast<int>(warps.front().size());
    made.warps = std::move(warps);
    return made;
}

TEST(WarpsPlan, EqualNeighboursAreOneStretch) {
    const auto all = stretches_of(overview(0, 8, {"99ww.9xx", "..999..9"}));
    ASSERT_EQ(all.size(), 2u);
    ASSERT_EQ(all[0].size(), 4u);
    EXPECT_EQ(all[0][1].letter, 'w');
    EXPECT_EQ(all[0][1].begin, 2);
    EXPECT_EQ(all[0][1].end, 4);
    EXPECT_EQ(all[1].size(), 2u) << "no turn in between parts them";
}

TEST(WarpsPlan, StepsAndColumnsFitTogether) {
    for (const std::int64_t count : {7, 80, 10'000'019}) {
        const auto seen = overview(100, count, {"9999999"});
        EXPECT_EQ(first_step_of(seen, 0), 100);
        EXPECT_EQ(first_step_of(seen, 7), 100 + count);
        for (int column = 0; column < 7; ++column) {
            EXPECT_EQ(first_step_of(seen, column), 100 + column * count / 7) << "as the bench cuts";
            EXPECT_EQ(column_of(seen, first_step_of(seen, column)), column);
            EXPECT_EQ(column_of(seen, first_step_of(seen, column + 1) - 1), column);
        }
    }
    EXPECT_EQ(column_of(overview(0, 7, {"9999999"}), 99), 6);
}

TEST(WarpsPlan, ColumnsAreAskedForInPortions) {
    EXPECT_EQ(columns_for(700, 2, 1'000'000), 320);
    EXPECT_EQ(columns_for(703, 2, 1'000'000), 320);
    EXPECT_EQ(columns_for(700, 2, 18), 18) << "a column has a step";
    EXPECT_EQ(columns_for(1, 2, 1'000'000), 32);
    EXPECT_EQ(columns_for(1e6f, 1, 1'000'000), protocol::most_columns);
}

TEST(WarpsPlan, AColumnInWords) {
    const auto seen = overview(0, 8, {"94wx"});
    EXPECT_EQ(words_of(seen, 0, 0), "warp 0, steps 1 to 2: all its threads are at work");
    EXPECT_EQ(words_of(seen, 0, 1), "warp 0, steps 3 to 4: about 4/8 of its threads are at work");
    EXPECT_EQ(words_of(overview(0, 1, {"w"}), 0, 0),
              "warp 0, step 1: it waits at a barrier for the others");
}

} // namespace
} // namespace lockstep::warps_view
