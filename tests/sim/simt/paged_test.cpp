// SPDX-License-Identifier: MIT
#include "sim/simt/paged.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

TEST(PagedTest, GivesBackWhatItWasGiven) {
    for (const std::size_t size : {0u, 1u, 4095u, 4096u, 4097u, 10'000u}) {
        std::vector<std::byte> bytes(size), back(size);
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<std::byte>(i * 7);
        const Paged paged(bytes, nullptr);
        EXPECT_EQ(paged.size(), size);
        paged.copy_to(back);
        EXPECT_EQ(back, bytes);
    }
}

TEST(PagedTest, EqualPagesAreKeptOnce) {
    std::vector<std::byte> bytes(3 * page_bytes + 10);
    const Paged first(bytes, nullptr);
    bytes[page_bytes + 5] = std::byte{1};
    const Paged second(bytes, &first);
    std::unordered_set<const void*> seen;
    const std::size_t whole = first.count_bytes(seen);
    EXPECT_GE(whole, bytes.size());
    const std::size_t more = second.count_bytes(seen);
    EXPECT_GE(more, page_bytes);
    EXPECT_LT(more, 2 * page_bytes);
    std::vector<std::byte> back(bytes.size());
    first.copy_to(back);
    EXPECT_EQ(back[page_bytes + 5], std::byte{0});
}

TEST(PagedTest, OfAnotherSizeNothingIsShared) {
    const Paged first(std::vector<std::byte>(page_bytes), nullptr);
    const Paged second(std::vector<std::byte>(2 * page_bytes), &first);
    std::unordered_set<const void*> seen;
    first.count_bytes(seen);
    EXPECT_GE(second.count_bytes(seen), 2 * page_bytes);
}

} // namespace lockstep::simt
