// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Unsigned128;

static Int128 with_sign(std::uint64_t bits, int width, bool is_signed) {
    const Int128 low =
        width == 64 ? Int128(bits) : Int128(bits & ((std::uint64_t(1) << width) - 1));
    return is_signed && (low >> (width - 1) & 1) ? low - (Int128(1) << width) : low;
}
static std::uint64_t low(Int128 value, int width) {
    const auto bits = static_cast<std::uint64_t>(value);
    return width == 64 ? bits : bits & ((std::uint64_t(1) << width) - 1);
}
static std::string reg(int width) {
    return width == 16 ? " %rs" : width == 32 ? " %r" : " %rd";
}
static Int128 saturated32(Int128 x) {
    return std::min<Int128>(std::max<Int128>(x, -(Int128(1) << 31)), (Int128(1) << 31) - 1);
}

static void check_width(int width, bool is_signed) {
    const std::string type = (is_signed ? ".s" : ".u") + std::to_string(width);
    const std::string r = reg(width), two = r + "1," + r + "2";
    // Modulo 2^128, as unsigned integers are.
    const auto product = [=](const std::uint64_t* in) {
        return static_cast<Int128>(static_cast<Unsigned128>(with_sign(in[0], width, is_signed)) *
                                   static_cast<Unsigned128>(with_sign(in[1], width, is_signed)));
    };
    const auto plus = [](Int128 x, std::uint64_t c) {
        return static_cast<Int128>(static_cast<Unsigned128>(x) + c);
    };
    // The top half of 64 by 64 bits unsigned reaches the sign of 128 bits: shift without it.
    const auto high = [=](const std::uint64_t* in) {
        const Int128 p = product(in);
        return is_signed ? p >> width : static_cast<Int128>(static_cast<Unsigned128>(p) >> width);
    };
    check("mul.lo" + type + r + "0," + two,
          [=](auto* in, auto* out) { out[0] = low(product(in), width); });
    check("mul.hi" + type + r + "0," + two,
          [=](auto* in, auto* out) { out[0] = low(high(in), width); });
    check("mad.lo" + type + r + "0," + two + "," + r + "3",
          [=](auto* in, auto* out) { out[0] = low(plus(product(in), in[2]), width); });
    check("mad.hi" + type + r + "0," + two + "," + r + "3",
          [=](auto* in, auto* out) { out[0] = low(plus(high(in), in[2]), width); });
    if (width == 64)
        return;
    const std::string wide = reg(2 * width);
    check("mul.wide" + type + wide + "0," + two,
          [=](auto* in, auto* out) { out[0] = low(product(in), 2 * width); });
    check("mad.wide" + type + wide + "0," + two + "," + wide + "3",
          [=](auto* in, auto* out) { out[0] = low(plus(product(in), in[2]), 2 * width); });
}

TEST(IntegerMultiplyTest, ProductsAgreeWithThoseOf128Bits) {
    for (const int width : {16, 32, 64})
        for (const bool is_signed : {false, true})
            check_width(width, is_signed);
}

TEST(IntegerMultiplyTest, Of24Bits) {
    for (const bool is_signed : {false, true}) {
        const std::string type = is_signed ? ".s32" : ".u32";
        const auto product = [=](const std::uint64_t* in) {
            return with_sign(in[0], 24, is_signed) * with_sign(in[1], 24, is_signed);
        };
        check("mul24.lo" + type + " %r0, %r1, %r2",
              [=](auto* in, auto* out) { out[0] = low(product(in), 32); });
        check("mul24.hi" + type + " %r0, %r1, %r2",
              [=](auto* in, auto* out) { out[0] = low(product(in) >> 16, 32); });
        check("mad24.lo" + type + " %r0, %r1, %r2, %r3", [=](auto* in, auto* out) {
            out[0] = low(product(in) + static_cast<Int128>(in[2]), 32);
        });
        check("mad24.hi" + type + " %r0, %r1, %r2, %r3", [=](auto* in, auto* out) {
            out[0] = low((product(in) >> 16) + static_cast<Int128>(in[2]), 32);
        });
    }
    check("mad24.hi.sat.s32 %r0, %r1, %r2, %r3", [](auto* in, auto* out) {
        const Int128 product = with_sign(in[0], 24, true) * with_sign(in[1], 24, true);
        out[0] = low(
            saturated32(with_sign(low(product >> 16, 32), 32, true) + with_sign(in[2], 32, true)),
            32);
    });
    check("mad.hi.sat.s32 %r0, %r1, %r2, %r3", [](auto* in, auto* out) {
        const Int128 product = with_sign(in[0], 32, true) * with_sign(in[1], 32, true);
        out[0] = low(saturated32((product >> 32) + with_sign(in[2], 32, true)), 32);
    });
}

/// Sum over k of part k of a, in `bits_of_a`, times byte first + k of b.
static Int128 dot(const std::uint64_t* in, int bits_of_a, bool a_signed, bool b_signed, int first) {
    Int128 sum = static_cast<Int128>(in[2]);
    for (int k = 0; k < 32 / bits_of_a; ++k)
        sum += with_sign(in[0] >> (bits_of_a * k), bits_of_a, a_signed) *
               with_sign(in[1] >> (8 * (first + k)), 8, b_signed);
    return sum;
}

TEST(IntegerMultiplyTest, DotProducts) {
    for (const bool a : {false, true})
        for (const bool b : {false, true}) {
            const std::string types = std::string(a ? ".s32" : ".u32") + (b ? ".s32" : ".u32");
            const std::string operands = types + " %r0, %r1, %r2, %r3";
            check("dp4a" + operands,
                  [=](auto* in, auto* out) { out[0] = low(dot(in, 8, a, b, 0), 32); });
            check("dp2a.lo" + operands,
                  [=](auto* in, auto* out) { out[0] = low(dot(in, 16, a, b, 0), 32); });
            check("dp2a.hi" + operands,
                  [=](auto* in, auto* out) { out[0] = low(dot(in, 16, a, b, 2), 32); });
        }
    // 1*5 + 2*6 + 3*7 + 4*8 = 70
    EXPECT_EQ(once("dp4a.u32.u32 %r0, %r1, %r2, %r3", {0x04030201, 0x08070605, 30}), 100u);
}

} // namespace lockstep::simt
