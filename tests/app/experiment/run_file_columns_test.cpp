// SPDX-License-Identifier: MIT
// Columns from a file: missing, of different lengths, with holes.
#include "app/experiment/run_file_columns.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(RunFileColumns, FillsWhatIsMissing) {
    Point point;
    point.time_ns = {10, 11, 12};
    point.busy_ns = {{4, 5}, {6, 5}, {}};
    EXPECT_EQ(fit_columns(point), "");
    EXPECT_EQ(point.round, (std::vector{0, 1, 2}));
    EXPECT_EQ(point.flags, (std::vector{0, 0, 0}));
    EXPECT_EQ(point.longest_ns, (std::vector<double>{5, 6, 0}));
    EXPECT_EQ(point.serial_ns.size(), 3u);
    EXPECT_EQ(point.lanes_offered.size(), 3u);
    EXPECT_TRUE(point.claimed_ns.empty()) << "nobody claims that it took no time";
}

TEST(RunFileColumns, TakesOutSamplesWithoutATimeFromEveryColumn) {
    Point point;
    point.time_ns = {10, none, 12, -1, 0, 13};
    point.round = {3, 4, 5, 6, 7, 8};
    point.serial_ns = {1, 2, none, 4, 5, 6};
    EXPECT_EQ(fit_columns(point), "");
    EXPECT_EQ(point.time_ns, (std::vector<double>{10, 12, 13}));
    EXPECT_EQ(point.round, (std::vector{3, 5, 8}));
    EXPECT_EQ(point.serial_ns, (std::vector<double>{1, 0, 6}));
    EXPECT_EQ(point.busy_ns.size(), 3u);
}

TEST(RunFileColumns, ASampleWhoseClaimIsMissingIsTakenOut) {
    Point point;
    point.time_ns = {10, 11, 12, 13};
    point.claimed_ns = {0, none, 5, -1};
    EXPECT_EQ(fit_columns(point), "");
    EXPECT_EQ(point.time_ns, (std::vector<double>{10, 12}));
    EXPECT_EQ(point.claimed_ns, (std::vector<double>{0, 5}));
}

TEST(RunFileColumns, ACardsColumnsStayAwayOrKeepTheirHoles) {
    Point point;
    point.time_ns = {10, 11, none};
    EXPECT_EQ(fit_columns(point), "");
    EXPECT_TRUE(point.kernel_ns.empty() && point.copy_ns.empty()) << "an older file";
    point.time_ns = {10, 11, none};
    point.round = point.flags = {0, 1, 2};
    point.longest_ns = point.serial_ns = point.lanes_used = point.lanes_offered = {0, 0, 0};
    point.busy_ns.resize(3);
    point.kernel_ns = {8, none, 9};
    EXPECT_EQ(fit_columns(point), "");
    ASSERT_EQ(point.kernel_ns.size(), 2u);
    EXPECT_EQ(point.kernel_ns[0], 8);
    EXPECT_TRUE(std::isnan(point.kernel_ns[1])) << "it is not known, and not 0";
    EXPECT_TRUE(point.copy_ns.empty());
    point.copy_ns = {1};
    EXPECT_EQ(fit_columns(point), "copy_ns has 1 entries and time_ns has 2.");
}

TEST(RunFileColumns, SaysWhichColumnDoesNotFit) {
    Point point;
    point.time_ns = {10, 11};
    point.flags = {0};
    EXPECT_EQ(fit_columns(point), "flags has 1 entries and time_ns has 2.");
}

TEST(RunFileColumns, NoSamplesAreFine) {
    Point point;
    EXPECT_EQ(fit_columns(point), "");
    EXPECT_TRUE(point.round.empty());
}

} // namespace
} // namespace lockstep
