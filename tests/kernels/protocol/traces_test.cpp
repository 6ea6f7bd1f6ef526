// SPDX-License-Identifier: MIT
// Addresses as columns, and columns that do not belong together.
#include "tests/kernels/protocol/examples.hpp"

#include <gtest/gtest.h>

namespace lockstep::protocol {
namespace {

TEST(Traces, AddressesComeBackLaneByLane) {
    std::array<std::uint64_t, 32> even{}, odd{};
    for (std::size_t lane = 0; lane < 32; ++lane) {
        even[lane] = 0x7000'0000'0000 + 4 * lane;
        odd[lane] = 0x7000'0000'1000 - lane * lane;
    }
    for (const std::uint32_t on : {~0u, 1u, 0x8000'0000u, 0x0f0f'0f0fu, 6u})
        for (const auto& addresses : {even, odd}) {
            Steps steps;
            add_addresses(steps, addresses, on);
            const auto back = lane_addresses(steps, 0);
            for (std::size_t lane = 0; lane < 32; ++lane)
                EXPECT_EQ(back[lane], (on >> lane & 1) != 0
                                          ? static_cast<std::int64_t>(addresses[lane])
                                          : 0);
        }
}

TEST(Traces, EqualDistancesAreTwoNumbers) {
    std::array<std::uint64_t, 32> addresses{};
    for (std::size_t lane = 0; lane < 32; ++lane)
        addresses[lane] = 100 + 8 * lane;
    Steps steps;
    add_addresses(steps, addresses, ~0u);
    EXPECT_TRUE(steps.access_apart[0].empty());
    EXPECT_EQ(steps.access_base[0], 100);
    EXPECT_EQ(steps.access_stride[0], 8);
    // Every other lane: the stride is from one that is on to the next.
    add_addresses(steps, addresses, 0x5555'5555u);
    EXPECT_EQ(steps.access_stride[1], 16);
}

TEST(Traces, ColumnsThatDoNotBelongTogether) {
    const Steps good = examples::steps();
    ASSERT_TRUE(columns_agree(good));
    const auto bad = [&](auto change) {
        Steps steps = good;
        change(steps);
        return !columns_agree(steps);
    };
    EXPECT_TRUE(bad([](Steps& s) { s.on.pop_back(); }));
    EXPECT_TRUE(bad([](Steps& s) { s.kind[0] = 99; }));
    EXPECT_TRUE(bad([](Steps& s) { s.kind[0] = -1; }));
    EXPECT_TRUE(bad([](Steps& s) { s.chain[0] = 7; }));
    EXPECT_TRUE(bad([](Steps& s) { s.chain[0] = -2; }));
    EXPECT_TRUE(bad([](Steps& s) { s.chains[0].push_back(1); }));
    EXPECT_TRUE(bad([](Steps& s) { s.access_step[0] = 2; }));
    EXPECT_TRUE(bad([](Steps& s) { s.access_space[0] = 6; }));
    EXPECT_TRUE(bad([](Steps& s) { s.access_on[0] = 0; }));
    EXPECT_TRUE(bad([](Steps& s) { s.access_apart[0] = {0}; }));
    EXPECT_TRUE(bad([](Steps& s) { s.access_base.clear(); }));
    EXPECT_TRUE(bad([](Steps& s) { s.found_step[0] = 2; }));
    EXPECT_FALSE(bad([](Steps& s) { s.chain[0] = -1; }));
}

TEST(Traces, AnOverviewHasALetterForEachWarpAndColumn) {
    const Overview good{"t6", 0, 8, 4, {"91wx", "...8"}};
    EXPECT_TRUE(columns_agree(good));
    const auto bad = [&](auto change) {
        Overview overview = good;
        change(overview);
        return !columns_agree(overview);
    };
    EXPECT_TRUE(bad([](Overview& o) { o.warps[1].pop_back(); }));
    EXPECT_TRUE(bad([](Overview& o) { o.warps[0][2] = '0'; }));
    EXPECT_TRUE(bad([](Overview& o) { o.warps[0][2] = '\n'; }));
    EXPECT_TRUE(bad([](Overview& o) { o.columns = -1; }));
    EXPECT_TRUE(bad([](Overview& o) { o.count = 3; })) << "a column without a step";
}

} // namespace
} // namespace lockstep::protocol
