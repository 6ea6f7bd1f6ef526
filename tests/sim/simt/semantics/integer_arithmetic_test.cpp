// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

__extension__ typedef __int128 Int128;

/// The value that the low bits of a register have in a type like "s16".
static Int128 value(const std::string& type, std::uint64_t bits) {
    const int width = std::stoi(type.substr(1));
    const Int128 low =
        width == 64 ? Int128(bits) : Int128(bits & ((std::uint64_t(1) << width) - 1));
    return type[0] == 's' && (low >> (width - 1) & 1) ? low - (Int128(1) << width) : low;
}
static std::uint64_t bits(const std::string& type, Int128 result) {
    const int width = std::stoi(type.substr(1));
    const auto low = static_cast<std::uint64_t>(result);
    return width == 64 ? low : low & ((std::uint64_t(1) << width) - 1);
}
static std::string reg(const std::string& type) {
    const std::string width = type.substr(1);
    return width == "16" ? "%rs" : width == "32" ? "%r" : "%rd";
}

using Formula = std::function<Int128(Int128, Int128, Int128)>;

static void check_all(const std::string& opcode, std::initializer_list<const char*> types,
                      int sources, const Formula& formula) {
    for (const std::string type : types) {
        std::string text = opcode + "." + type + " " + reg(type) + "0";
        for (int k = 1; k <= sources; ++k)
            text += ", " + reg(type) + std::to_string(k);
        check(text, [&](const std::uint64_t* in, std::uint64_t* out) {
            out[0] = bits(type, formula(value(type, in[0]), sources > 1 ? value(type, in[1]) : 0,
                                        sources > 2 ? value(type, in[2]) : 0));
        });
    }
}

static Int128 clamp32(Int128 x) {
    return std::min<Int128>(std::max<Int128>(x, -(Int128(1) << 31)), (Int128(1) << 31) - 1);
}

TEST(IntegerArithmeticTest, EveryTypeAgreesWithArithmeticOf128Bits) {
    const auto all = {"u16", "s16", "u32", "s32", "u64", "s64"};
    const auto with_sign = {"s16", "s32", "s64"};
    check_all("add", all, 2, [](Int128 a, Int128 b, Int128) { return a + b; });
    check_all("sub", all, 2, [](Int128 a, Int128 b, Int128) { return a - b; });
    check_all("min", all, 2, [](Int128 a, Int128 b, Int128) { return std::min(a, b); });
    check_all("max", all, 2, [](Int128 a, Int128 b, Int128) { return std::max(a, b); });
    check_all("div", all, 2, [](Int128 a, Int128 b, Int128) { return b == 0 ? -1 : a / b; });
    check_all("rem", all, 2, [](Int128 a, Int128 b, Int128) { return b == 0 ? -1 : a % b; });
    check_all("sad", all, 3,
              [](Int128 a, Int128 b, Int128 c) { return c + (a < b ? b - a : a - b); });
    check_all("abs", with_sign, 1, [](Int128 a, Int128, Int128) { return a < 0 ? -a : a; });
    check_all("neg", with_sign, 1, [](Int128 a, Int128, Int128) { return -a; });
}

TEST(IntegerArithmeticTest, SaturationStaysAtTheEnds) {
    check_all("add.sat", {"s32"}, 2, [](Int128 a, Int128 b, Int128) { return clamp32(a + b); });
    check_all("sub.sat", {"s32"}, 2, [](Int128 a, Int128 b, Int128) { return clamp32(a - b); });
    const Formula least = [](Int128 a, Int128 b, Int128) {
        return std::max(std::min(a, b), Int128(0));
    };
    const Formula most = [](Int128 a, Int128 b, Int128) {
        return std::max(std::max(a, b), Int128(0));
    };
    check_all("min.relu", {"s32"}, 2, least);
    check_all("max.relu", {"s32"}, 2, most);
}

TEST(IntegerArithmeticTest, ByHand) {
    EXPECT_EQ(once("add.sat.s32 %r0, %r1, 1", {0x7fffffff}), 0x7fffffffu);
    EXPECT_EQ(once("add.s32 %r0, %r1, 1", {0x7fffffff}), 0x80000000u);
    EXPECT_EQ(once("div.s32 %r0, %r1, -2", {7}), 0xfffffffdu) << "towards zero: -3";
    EXPECT_EQ(once("rem.s32 %r0, %r1, 2", {0xfffffff9}), 0xffffffffu) << "-7 = -3 * 2 - 1";
    EXPECT_EQ(once("div.s32 %r0, %r1, -1", {0x80000000}), 0x80000000u);
    EXPECT_EQ(once("sad.u32 %r0, %r1, %r2, %r3", {3, 10, 5}), 12u);
}

TEST(IntegerArithmeticTest, ADivisionSaysSo) {
    EXPECT_TRUE(Machine("div.u32 %r0, %r1, %r2").chosen().divides);
    EXPECT_TRUE(Machine("rem.s64 %rd0, %rd1, %rd2").chosen().divides);
    EXPECT_FALSE(Machine("add.u32 %r0, %r1, %r2").chosen().divides);
    EXPECT_EQ(once("div.u32 %r0, %r1, %r2", {5, 0}), 0xffffffffu);
    EXPECT_EQ(once("rem.u16 %rs0, %rs1, %rs2", {5, 0}), 0xffffu);
}

TEST(IntegerArithmeticTest, WhatTheIsaDoesNotHaveIsRefused) {
    EXPECT_FALSE(Machine("add.sat.u32 %r0, %r1, %r2").accepted());
    EXPECT_FALSE(Machine("abs.u32 %r0, %r1").accepted());
    EXPECT_FALSE(Machine("min.relu.u32 %r0, %r1, %r2").accepted());
}

} // namespace lockstep::simt
