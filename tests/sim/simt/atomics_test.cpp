// SPDX-License-Identifier: MIT
#include "sim/simt/atomics.hpp"

#include <cstring>
#include <gtest/gtest.h>

namespace lockstep::simt {

using ptx::Type;

/// What the memory holds afterwards; `old` gets what it held.
template <class T>
static T apply(std::string_view operation, Type type, T memory, T operand, T compare = {},
               T* old = nullptr) {
    const Atomic atomic = choose_atomic(operation, type);
    EXPECT_NE(atomic.update, nullptr) << operation;
    T before{};
    atomic.update(reinterpret_cast<std::byte*>(&memory), reinterpret_cast<std::byte*>(&operand),
                  operation == "cas" ? reinterpret_cast<std::byte*>(&compare) : nullptr,
                  reinterpret_cast<std::byte*>(&before));
    if (old != nullptr)
        *old = before;
    return memory;
}

TEST(AtomicsTest, Integers) {
    std::uint32_t old = 0;
    EXPECT_EQ(apply<std::uint32_t>("add", Type::U32, 0xffffffff, 3, 0, &old), 2u);
    EXPECT_EQ(old, 0xffffffffu);
    EXPECT_EQ(apply<std::uint32_t>("min", Type::U32, 5, 0xffffffff), 5u);
    EXPECT_EQ(apply<std::int32_t>("min", Type::S32, 5, -1), -1);
    EXPECT_EQ(apply<std::int32_t>("max", Type::S32, -7, -1), -1);
    EXPECT_EQ(apply<std::uint64_t>("max", Type::U64, 1, ~0ull), ~0ull);
    EXPECT_EQ(apply<std::uint32_t>("and", Type::B32, 12, 10), 8u);
    EXPECT_EQ(apply<std::uint32_t>("or", Type::B32, 12, 10), 14u);
    EXPECT_EQ(apply<std::uint32_t>("xor", Type::B32, 12, 10), 6u);
    EXPECT_EQ(apply<std::uint64_t>("exch", Type::B64, 12, 10), 10u);
}

TEST(AtomicsTest, CompareAndSwapStoresOnlyWhereItFindsWhatItExpects) {
    EXPECT_EQ(apply<std::uint32_t>("cas", Type::B32, 7, 9, 7), 9u);
    EXPECT_EQ(apply<std::uint32_t>("cas", Type::B32, 8, 9, 7), 8u);
    EXPECT_EQ(apply<std::uint16_t>("cas", Type::B16, 7, 9, 7), 9u);
}

TEST(AtomicsTest, IncrementAndDecrementGoRound) {
    // inc: old >= b ? 0 : old + 1; dec: old == 0 or old > b ? b : old - 1.
    EXPECT_EQ(apply<std::uint32_t>("inc", Type::U32, 3, 5), 4u);
    EXPECT_EQ(apply<std::uint32_t>("inc", Type::U32, 5, 5), 0u);
    EXPECT_EQ(apply<std::uint32_t>("inc", Type::U32, 9, 5), 0u);
    EXPECT_EQ(apply<std::uint32_t>("dec", Type::U32, 3, 5), 2u);
    EXPECT_EQ(apply<std::uint32_t>("dec", Type::U32, 0, 5), 5u);
    EXPECT_EQ(apply<std::uint32_t>("dec", Type::U32, 6, 5), 5u);
}

TEST(AtomicsTest, Floats) {
    EXPECT_EQ(apply<float>("add", Type::F32, 1.5f, 2.25f), 3.75f);
    EXPECT_EQ(apply<double>("add", Type::F64, 1e300, 1e300), 2e300);
    // 1.0 is 0x3c00, 1.5 0x3e00, 2.5 0x4100, 2.0 0x4000, 3.0 0x4200; the lower half first.
    EXPECT_EQ(apply<std::uint32_t>("add", Type::F16x2, 0x3c003c00, 0x40003e00), 0x42004100u);
    EXPECT_EQ(apply<std::uint16_t>("add", Type::BF16, 0x3f80, 0x3f80), 0x4000u);
}

TEST(AtomicsTest, OnlyWhatHasNoOrderGoesTogether) {
    for (const std::string_view operation : {"add", "min", "max", "and", "or", "xor"})
        EXPECT_NE(choose_atomic(operation, Type::U32).together, nullptr);
    for (const std::string_view operation : {"exch", "cas", "inc", "dec"})
        EXPECT_EQ(choose_atomic(operation, Type::U32).together, nullptr);
    // Sums of floats depend on the order.
    EXPECT_EQ(choose_atomic("add", Type::F32).together, nullptr);
    EXPECT_EQ(choose_atomic("mul", Type::U32).update, nullptr);
}

} // namespace lockstep::simt
