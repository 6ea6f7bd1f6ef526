// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "halves.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

__extension__ typedef __float128 Quad;

using Formula = std::function<Quad(Quad, Quad, Quad)>;

static std::vector<std::string> ends_of(const std::string& opcode, bool bf16) {
    std::vector<std::string> ends{""};
    if (!bf16)
        ends.insert(ends.end(), {".ftz", ".sat", ".ftz.sat"});
    if (opcode == "fma")
        ends.push_back(".relu");
    if (opcode == "fma" && !bf16)
        ends.push_back(".ftz.relu");
    return ends;
}

/// Every modifier of an operation that rounds, alone and in pairs, against quadruple precision: it
/// holds sums and products of halves with more digits than a tie needs.
static void check_rounded(const std::string& opcode, int sources, const Formula& formula) {
    for (const HalfFormat& format : {f16_format, bf16_format})
        for (const std::string& end : ends_of(opcode, std::string_view(format.name) == "bf16"))
            for (const bool pair : {false, true}) {
                const std::string r = pair ? "%r" : "%rs";
                std::string text =
                    opcode + end + "." + format.name + (pair ? "x2 " : " ") + r + "0";
                for (int k = 1; k <= sources; ++k)
                    text += ", " + r + std::to_string(k);
                const bool ftz = end.starts_with(".ftz");
                check(text, [&](const std::uint64_t* in, std::uint64_t* out) {
                    out[0] = 0;
                    for (int half = 0; half < (pair ? 2 : 1); ++half) {
                        Quad x[3] = {};
                        for (int k = 0; k < sources; ++k)
                            x[k] = value(format,
                                         flushed_half(format, ftz, in[k] >> (16 * half) & 0xffff));
                        Quad exact = formula(x[0], x[1], x[2]);
                        if (end.ends_with("sat"))
                            exact = exact > 1 ? 1 : exact > 0 ? exact : 0;
                        if (end.ends_with("relu") && exact <= 0)
                            exact = 0;
                        out[0] |= flushed_half(format, ftz, nearest(format, exact)) << (16 * half);
                    }
                });
            }
}

TEST(HalfArithmeticTest, RoundsOnce) {
    check_rounded("add", 2, [](Quad a, Quad b, Quad) { return a + b; });
    check_rounded("sub", 2, [](Quad a, Quad b, Quad) { return a - b; });
    check_rounded("mul", 2, [](Quad a, Quad b, Quad) { return a * b; });
    // Quadruple precision loses what lies 113 digits below the sum: a part in 2^100 stands for it,
    // lest the sum fall on a tie.
    check_rounded("fma", 3, [](Quad a, Quad b, Quad c) {
        const Quad product = a * b, sum = product + c;
        const Quad larger =
            std::abs(static_cast<double>(product)) > std::abs(static_cast<double>(c)) ? product : c;
        const Quad missing = (larger == product ? c : product) - (sum - larger);
        if (!(missing < 0) && !(missing > 0))
            return sum;
        return (missing > 0) == (sum > 0) ? sum * (1 + Quad(0x1p-100)) : sum * (1 - Quad(0x1p-100));
    });
}

TEST(HalfArithmeticTest, ByHand) {
    // f16: 1 = 0x3c00, its digits end at 2^-10. 1 + 2^-11 is a tie and goes to the even 1.
    EXPECT_EQ(once("add.f16 %rs0, %rs1, %rs2", {0x3c00, 0x1000}), 0x3c00u) << "0x1000 = 2^-11";
    EXPECT_EQ(once("add.f16 %rs0, %rs1, %rs2", {0x3c01, 0x1000}), 0x3c02u);
    // The smallest subnormal 2^-24, doubled, and half of it rounded to even.
    EXPECT_EQ(once("add.f16 %rs0, %rs1, %rs2", {1, 1}), 2u);
    EXPECT_EQ(once("mul.f16 %rs0, %rs1, %rs2", {1, 0x3800}), 0u) << "0x3800 = 0.5";
    EXPECT_EQ(once("mul.f16 %rs0, %rs1, %rs2", {3, 0x3800}), 2u) << "1.5 units are a tie";
    EXPECT_EQ(once("add.f16 %rs0, %rs1, %rs2", {0x7bff, 0x7bff}), 0x7c00u)
        << "65504 * 2 is infinite";
    EXPECT_EQ(once("add.sat.f16 %rs0, %rs1, %rs2", {0x7c00, 0xfc00}), 0u) << "NaN";
    // 1 * 1 + 2^-24 * 1 in bf16 (0x3380 = 2^-24) leaves 1; in the product of a tie it decides:
    // 0x3f81 * 0x3f88 = (1 + 2^-7)(1 + 2^-4) = 1.0625 + 0.0078125 + 2^-11, not a tie; see
    // RoundsOnce.
    EXPECT_EQ(once("fma.rn.bf16 %rs0, %rs1, %rs2, %rs3", {0x3f80, 0x3f80, 0x3380}), 0x3f80u);
}

TEST(HalfArithmeticTest, TheSmallestThingBreaksATie) {
    // (1 + 2^-7)(1 + 2^-1) = 1.5 + 2^-7 + 2^-8: a tie between 1.5 + 2^-7 and 1.5 + 2^-6, which is
    // even. Less 2^-100 it is below the tie.
    EXPECT_EQ(once("fma.rn.bf16 %rs0, %rs1, %rs2, %rs3", {0x3f81, 0x3fc0, 0}), 0x3fc2u);
    EXPECT_EQ(once("fma.rn.bf16 %rs0, %rs1, %rs2, %rs3", {0x3f81, 0x3fc0, 0x8d80}), 0x3fc1u);
    EXPECT_EQ(once("fma.rn.bf16x2 %r0, %r1, %r2, %r3", {0x3f813f81, 0x3fc03fc0, 0x8d800000}),
              0x3fc13fc2u);
}

TEST(HalfArithmeticTest, ExtremesAndSigns) {
    for (const HalfFormat& format : {f16_format, bf16_format}) {
        const std::string type = std::string(".") + format.name + " %rs0, %rs1",
                          two = type + ", %rs2";
        for (const std::string opcode : {"min", "max"})
            for (const bool propagates : {false, true})
                check(opcode + (propagates ? ".NaN" : "") + two,
                      [&](const std::uint64_t* in, std::uint64_t* out) {
                          const double a = static_cast<double>(value(format, in[0]));
                          const double b = static_cast<double>(value(format, in[1]));
                          const bool least = a < b || (a == b && std::signbit(a));
                          double result = least == (opcode == "min") ? a : b;
                          if (std::isnan(a))
                              result = b;
                          if (std::isnan(b))
                              result = a;
                          if (propagates && (std::isnan(a) || std::isnan(b)))
                              result = NAN;
                          out[0] = nearest(format, result);
                      });
        check("neg" + type, [&](const std::uint64_t* in, std::uint64_t* out) {
            out[0] = nearest(format, -value(format, in[0]));
        });
        check("abs" + type, [&](const std::uint64_t* in, std::uint64_t* out) {
            out[0] = nearest(format, value(format, in[0] & 0x7fff));
        });
    }
    EXPECT_EQ(once("max.xorsign.abs.f16 %rs0, %rs1, %rs2", {0xbc00, 0x4000}), 0xc000u) << "-1, 2";
    EXPECT_EQ(once("min.f16x2 %r0, %r1, %r2", {0x3c004000, 0x40003c00}), 0x3c003c00u);
}

} // namespace lockstep::simt
