// SPDX-License-Identifier: MIT
#include "sim/simt/sharing.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace lockstep::simt {

struct Shared {
    Shared() { memory.upload("x", std::vector<std::byte>(256, std::byte{1})); }
    Region region(Sharing& sharing) {
        Allocation& one = memory.allocations()[0];
        Region made;
        made.begin = one.address;
        made.end = one.address + one.bytes.size();
        made.bytes = one.bytes.data();
        made.ownership = sharing.of(0);
        made.index = 0;
        return made;
    }
    bool claim(Sharing& sharing, std::uint64_t block, Use use, std::uint64_t at) {
        const Region here = region(sharing);
        std::uint64_t addresses[32]{};
        addresses[0] = here.begin + at;
        return sharing.claim(here, block, use, addresses, 1, 4, false);
    }
    Memory memory;
};

TEST(SharingTest, ReadingAloneIsFree) {
    Shared shared;
    Sharing sharing(shared.memory.allocations(), {Expected{}});
    for (std::uint64_t block = 0; block < 5; ++block)
        EXPECT_TRUE(shared.claim(sharing, block, Use::Read, 0));
    EXPECT_EQ(sharing.learned(), std::vector<Expected>{Expected{}});
}

TEST(SharingTest, AReadThatMeetsAWriteAsksForClaims) {
    Shared shared;
    Sharing first(shared.memory.allocations(), {Expected{}});
    EXPECT_TRUE(shared.claim(first, 0, Use::Read, 0));
    EXPECT_FALSE(shared.claim(first, 0, Use::Write, 0));
    EXPECT_EQ(first.learned(), (std::vector<Expected>{{true, Grain::Words}}));
    Sharing second(shared.memory.allocations(), first.learned());
    EXPECT_TRUE(shared.claim(second, 0, Use::Read, 0));
    EXPECT_TRUE(shared.claim(second, 0, Use::Write, 0));
    EXPECT_TRUE(shared.claim(second, 1, Use::Read, 4));
    EXPECT_FALSE(shared.claim(second, 1, Use::Read, 0));
}

TEST(SharingTest, BlocksThatMeetInALineAskForClaimsOnWords) {
    Shared shared;
    Sharing first(shared.memory.allocations(), {{false, Grain::Lines}});
    EXPECT_TRUE(shared.claim(first, 0, Use::Write, 0));
    EXPECT_TRUE(shared.claim(first, 0, Use::Write, 8));
    EXPECT_TRUE(shared.claim(first, 1, Use::Write, 128));
    EXPECT_EQ(first.learned(), (std::vector<Expected>{{false, Grain::Lines}}));
    EXPECT_FALSE(shared.claim(first, 1, Use::Write, 4));
    EXPECT_EQ(first.learned(), (std::vector<Expected>{{false, Grain::Words}}));
    Sharing second(shared.memory.allocations(), first.learned());
    EXPECT_TRUE(shared.claim(second, 0, Use::Write, 0));
    EXPECT_TRUE(shared.claim(second, 1, Use::Write, 4));
    EXPECT_FALSE(shared.claim(second, 1, Use::Write, 0));
    EXPECT_EQ(second.learned(), first.learned());
}

TEST(SharingTest, RestoringPutsBackWhatWasWritten) {
    Shared shared;
    Sharing sharing(shared.memory.allocations(), {Expected{}});
    ASSERT_TRUE(shared.claim(sharing, 0, Use::Write, 8));
    shared.memory.allocations()[0].bytes[8] = std::byte{99};
    sharing.restore();
    EXPECT_EQ(shared.memory.allocations()[0].bytes[8], std::byte{1});
}

TEST(SharingTest, PagesComeBackWhetherTheirBytesAreAlikeOrNot) {
    // One page of fives, one of many bytes, one that is alike but for its last, and a last byte.
    std::vector<std::byte> before(3 * 4096 + 1, std::byte{5});
    for (std::size_t i = 4096; i < 8192; ++i)
        before[i] = static_cast<std::byte>(i % 251);
    before[3 * 4096 - 1] = std::byte{6};
    before.back() = std::byte{7};
    Memory memory;
    const std::uint64_t x = memory.upload("x", before);
    Sharing sharing(memory.allocations(), {Expected{}});
    Allocation& one = memory.allocations()[0];
    const std::vector<std::uint64_t> written = one.written;
    Region region;
    region.begin = x;
    region.end = x + before.size();
    region.bytes = one.bytes.data();
    region.ownership = sharing.of(0);
    region.index = 0;
    for (std::uint64_t at = 0; at < before.size(); at += 1024) {
        std::uint64_t addresses[32]{x + at};
        ASSERT_TRUE(sharing.claim(region, 0, Use::Write, addresses, 1, 1, false));
        one.bytes[at] = std::byte{99};
    }
    for (std::uint64_t& bits : one.written)
        bits = 0;
    sharing.restore();
    EXPECT_TRUE(one.bytes == before);
    EXPECT_TRUE(one.written == written);
}

TEST(SharingTest, SeveralThreadsSaveAPageOnce) {
    // Four blocks write to their own words of every line; all is as before afterwards.
    Memory memory;
    const std::uint64_t x =
        memory.upload("x", std::vector<std::byte>(10 * 4096 + 128, std::byte{1}));
    Sharing sharing(memory.allocations(), {Expected{}});
    Region region;
    region.begin = x;
    region.end = x + memory.allocations()[0].bytes.size();
    region.bytes = memory.allocations()[0].bytes.data();
    region.ownership = sharing.of(0);
    region.index = 0;
    std::atomic<int> refused{0};
    {
        std::vector<std::jthread> team;
        for (std::uint64_t block = 0; block < 4; ++block)
            team.emplace_back([&, block] {
                for (std::uint64_t line = 0; line < 10 * 32; ++line) {
                    std::uint64_t addresses[32]{};
                    for (std::uint64_t k = 0; k < 8; ++k)
                        addresses[k] = x + line * 128 + 32 * block + 4 * k;
                    if (!sharing.claim(region, block, Use::Write, addresses, 0xff, 4, false))
                        ++refused;
                    for (std::uint64_t k = 0; k < 32; ++k)
                        region.bytes[line * 128 + 32 * block + k] = std::byte{9};
                }
            });
    }
    EXPECT_EQ(refused, 0);
    sharing.restore();
    for (const std::byte one : memory.allocations()[0].bytes)
        ASSERT_EQ(one, std::byte{1});
    std::uint64_t addresses[32]{x};
    EXPECT_FALSE(sharing.claim(region, 3, Use::Read, addresses, 1, 4, false));
}

} // namespace lockstep::simt
