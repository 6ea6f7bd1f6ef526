// SPDX-License-Identifier: MIT
#include "sim/simt/sharing.hpp"

#include <gtest/gtest.h>

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
    Sharing sharing(shared.memory.allocations(), {false});
    for (std::uint64_t block = 0; block < 5; ++block)
        EXPECT_TRUE(shared.claim(sharing, block, Use::Read, 0));
    EXPECT_EQ(sharing.mixed(), std::vector<bool>{false});
}

TEST(SharingTest, AReadThatMeetsAWriteAsksForClaims) {
    Shared shared;
    Sharing first(shared.memory.allocations(), {false});
    EXPECT_TRUE(shared.claim(first, 0, Use::Read, 0));
    EXPECT_FALSE(shared.claim(first, 0, Use::Write, 0));
    EXPECT_EQ(first.mixed(), std::vector<bool>{true});
    Sharing second(shared.memory.allocations(), first.mixed());
    EXPECT_TRUE(shared.claim(second, 0, Use::Read, 0));
    EXPECT_TRUE(shared.claim(second, 0, Use::Write, 0));
    EXPECT_TRUE(shared.claim(second, 1, Use::Read, 4));
    EXPECT_FALSE(shared.claim(second, 1, Use::Read, 0));
}

TEST(SharingTest, RestoringPutsBackWhatWasWritten) {
    Shared shared;
    Sharing sharing(shared.memory.allocations(), {false});
    ASSERT_TRUE(shared.claim(sharing, 0, Use::Write, 8));
    shared.memory.allocations()[0].bytes[8] = std::byte{99};
    sharing.restore();
    EXPECT_EQ(shared.memory.allocations()[0].bytes[8], std::byte{1});
}

} // namespace lockstep::simt
