// SPDX-License-Identifier: MIT
// Pairs of CPUs by what they have in common.
#include "app/experiment/latency_groups.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

using protocol::CoreLatencies;
using protocol::Layout;

/// CPUs 0 and 1 are one core, 2 shares its L3, 3 is in the same socket, 4 in another.
Layout layout() {
    Layout made;
    made.packages = 2;
    made.kinds = {{}};
    made.cores = {
        {0, 0, 0, {0, 1}, true}, {0, 0, 0, {2}, true}, {0, 0, 0, {3}, true}, {1, 1, 0, {4}, true}};
    made.caches = {{1, "data", 32768, 64, 8, 4, 2, {{0, 1}, {2}, {3}, {4}}},
                   {3, "unified", 1 << 25, 64, 8, 3, 3, {{0, 1, 2}, {3}, {4}}}};
    return made;
}

TEST(LatencyGroups, GoFromNearToFar) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const CoreLatencies latencies{
        {0, 1, 2, 3, 4}, {{}, {8}, {20, 30}, {50, 60, none}, {100, 110, 120, 130}}, 9};
    const auto groups = latency_groups(layout(), latencies);
    ASSERT_EQ(groups.size(), 4u);
    EXPECT_EQ(groups[0].words, "same core");
    EXPECT_EQ(groups[0].pairs, 1);
    EXPECT_EQ(groups[1].words, "same L3");
    EXPECT_EQ(groups[1].low_ns, 20);
    EXPECT_EQ(groups[1].median_ns, 25);
    EXPECT_EQ(groups[1].high_ns, 30);
    EXPECT_EQ(groups[2].words, "same socket");
    EXPECT_EQ(groups[2].pairs, 2) << "what was not measured is left out";
    EXPECT_EQ(groups[3].words, "another socket");
}

TEST(LatencyGroups, WithoutALayoutTheyAreStillShown) {
    EXPECT_TRUE(latency_groups({}, {}).empty());
    const auto groups = latency_groups({}, {{0, 1}, {{}, {50}}, 1});
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].words, "not known how far apart");
}

} // namespace
} // namespace lockstep
