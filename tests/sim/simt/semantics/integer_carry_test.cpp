// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

__extension__ typedef unsigned __int128 Unsigned128;

struct Result {
    std::uint64_t value;
    bool carry;
};

/// One lane of an instruction, with a carry that comes in and one that goes out.
static Result step(const std::string& text, std::vector<std::uint64_t> in, bool carry) {
    Machine machine(text);
    EXPECT_TRUE(machine.accepted()) << text;
    for (std::size_t k = 0; k < in.size(); ++k)
        machine.set(1 + k, 0, in[k]);
    machine.set_carry(carry);
    machine.run(1);
    return {machine.get(0, 0), (machine.carry() & 1) != 0};
}

TEST(IntegerCarryTest, SumsOf128Bits) {
    // 0x00000001_ffffffff_ffffffff_fffffff0 + 0x10 = 0x2_00000000_00000000_00000000
    Result r = step("add.cc.u32 %r0, %r1, %r2", {0xfffffff0, 0x10}, false);
    EXPECT_EQ(r.value, 0u);
    EXPECT_TRUE(r.carry);
    for (int k = 0; k < 2; ++k) {
        r = step("addc.cc.u32 %r0, %r1, %r2", {0xffffffff, 0}, r.carry);
        EXPECT_EQ(r.value, 0u);
        EXPECT_TRUE(r.carry);
    }
    r = step("addc.u32 %r0, %r1, %r2", {1, 0}, r.carry);
    EXPECT_EQ(r.value, 2u);
    EXPECT_TRUE(r.carry) << "without .cc the flag stays as it was";
}

TEST(IntegerCarryTest, DifferencesBorrow) {
    Result r = step("sub.cc.u64 %rd0, %rd1, %rd2", {0, 1}, false);
    EXPECT_EQ(r.value, ~std::uint64_t(0));
    EXPECT_TRUE(r.carry);
    r = step("subc.cc.u64 %rd0, %rd1, %rd2", {5, 4}, true);
    EXPECT_EQ(r.value, 0u) << "5 - 4 - 1";
    EXPECT_FALSE(r.carry);
    r = step("subc.cc.u32 %r0, %r1, %r2", {4, 0xffffffff}, true);
    EXPECT_EQ(r.value, 4u) << "4 - (2^32 - 1) - 1 = 4 - 2^32";
    EXPECT_TRUE(r.carry);
}

static std::vector<std::uint64_t> words(int bits) {
    std::vector<std::uint64_t> edges = edges_of(bits == 64 ? ptx::Type::U64 : ptx::Type::U32);
    return {edges.begin(), edges.begin() + 26};
}

TEST(IntegerCarryTest, EveryFormAgreesWith128Bits) {
    for (const int width : {32, 64}) {
        const std::string r = width == 64 ? "%rd" : "%r", type = ".u" + std::to_string(width) + " ";
        const Unsigned128 base = Unsigned128(1) << width;
        for (const std::uint64_t a : words(width))
            for (const std::uint64_t b : words(width))
                for (const bool carry : {false, true}) {
                    const std::string two = type + r + "0, " + r + "1, " + r + "2";
                    const Unsigned128 sum = Unsigned128(a) + b + (carry ? 1 : 0);
                    const Result added = step("addc.cc" + two, {a, b}, carry);
                    ASSERT_EQ(added.value, static_cast<std::uint64_t>(sum % base));
                    ASSERT_EQ(added.carry, sum >= base);
                    const Unsigned128 less = Unsigned128(b) + (carry ? 1 : 0);
                    const Result taken = step("subc.cc" + two, {a, b}, carry);
                    ASSERT_EQ(taken.value, static_cast<std::uint64_t>((base + a - less) % base));
                    ASSERT_EQ(taken.carry, a < less);
                }
    }
}

TEST(IntegerCarryTest, ProductsOfManyWords) {
    // (2^64 - 1)^2 = 2^128 - 2^65 + 1: low word 1, high word 2^64 - 2. Plus 2^64 - 1: 0 with carry.
    const std::uint64_t ones = ~std::uint64_t(0);
    Result r = step("mad.lo.cc.u64 %rd0, %rd1, %rd2, %rd3", {ones, ones, ones}, false);
    EXPECT_EQ(r.value, 0u);
    EXPECT_TRUE(r.carry);
    r = step("madc.hi.u64 %rd0, %rd1, %rd2, %rd3", {ones, ones, 0}, r.carry);
    EXPECT_EQ(r.value, ones);
    // (-2)(3) = -6: the high word is -1.
    r = step("mad.hi.cc.s32 %r0, %r1, %r2, %r3", {0xfffffffe, 3, 1}, false);
    EXPECT_EQ(r.value, 0u);
    EXPECT_TRUE(r.carry);
    r = step("madc.hi.cc.u32 %r0, %r1, %r2, %r3", {0xfffffffe, 3, 1}, true);
    EXPECT_EQ(r.value, 4u) << "2 + 1 + 1";
    EXPECT_FALSE(r.carry);
}

TEST(IntegerCarryTest, LanesThatAreOffKeepTheirFlag) {
    Machine machine("add.cc.u32 %r0, %r1, %r2");
    for (int lane = 0; lane < 32; ++lane) {
        machine.set(1, lane, 0xffffffff);
        machine.set(2, lane, lane % 2);
    }
    machine.set_carry(0x0f0f0000);
    machine.run(0x0000ffff);
    EXPECT_EQ(machine.carry(), 0x0f0faaaau);
}

} // namespace lockstep::simt
