// SPDX-License-Identifier: MIT
#include "app/shell/unit_breaks.hpp"

#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

TEST(UnitBreaks, ANumberKeepsItsUnit) {
    EXPECT_TRUE(parts_unit("at most 20 s", 10));
    EXPECT_TRUE(parts_unit("29.6 GB/s, and", 4));
    EXPECT_TRUE(parts_unit("by 12 %.", 5));
    EXPECT_FALSE(parts_unit("at most 20 s", 7)) << "before the number";
    EXPECT_FALSE(parts_unit("2 steps", 1)) << "a word that begins like a unit";
    EXPECT_FALSE(parts_unit("in s", 2)) << "no number";
    EXPECT_FALSE(parts_unit("2 ", 1));
    EXPECT_FALSE(parts_unit("2", 1));
}

TEST(UnitBreaks, FormulasAndCodeStayAsTheyAre) {
    EXPECT_EQ(with_kept_units("5 ms, $3 s$, `4 B` and 2 cores in 6 µs"),
              "5\u00a0ms, $3 s$, `4 B` and 2 cores in 6\u00a0µs");
    EXPECT_EQ(with_kept_units(""), "");
}

TEST(UnitBreaks, AUnitIsSaidByAWholeWord) {
    EXPECT_TRUE(says_unit("workers", "workers"));
    EXPECT_TRUE(says_unit("words added to a row", "words"));
    EXPECT_FALSE(says_unit("items of a sample", "ms"));
    EXPECT_FALSE(says_unit("part that can be shared", "share")) << "shown as per cent";
    EXPECT_FALSE(says_unit("largest share", "share"));
    EXPECT_FALSE(says_unit("workers", ""));
}

} // namespace
} // namespace lockstep::shell
