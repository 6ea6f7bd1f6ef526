// SPDX-License-Identifier: MIT
#include "sim/simt/memory.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

TEST(MemoryTest, AllocationsAreAlignedAndApart) {
    Memory memory;
    std::uint64_t end = 0;
    for (const std::uint64_t size : {1u, 256u, 1000u, 4096u, 0u, 5u}) {
        const std::uint64_t address = memory.allocate("x", size);
        EXPECT_EQ(address % 256, 0u);
        EXPECT_GE(address, end + (end == 0 ? 0 : 4096));
        end = address + size;
    }
}

TEST(MemoryTest, AddressesDependOnSizesAlone) {
    Memory a, b;
    EXPECT_EQ(a.allocate("x", 100), b.upload("y", std::vector<std::byte>(100)));
    EXPECT_EQ(a.allocate("z", 7), b.allocate("w", 8));
}

TEST(MemoryTest, OnlyWhatWasUploadedIsInitialised) {
    Memory memory;
    memory.allocate("x", 70);
    memory.upload("y", std::vector<std::byte>(70, std::byte{9}));
    EXPECT_EQ(memory.allocations()[0].written, (std::vector<std::uint64_t>{0, 0}));
    EXPECT_EQ(memory.allocations()[0].bytes[69], std::byte{0});
    EXPECT_EQ(memory.allocations()[1].written, (std::vector<std::uint64_t>{~0ull, ~0ull}));
    EXPECT_EQ(memory.allocations()[1].bytes[69], std::byte{9});
}

} // namespace lockstep::simt
