// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

TEST(LogicTest, EveryWidth) {
    for (const int width : {16, 32, 64}) {
        const std::string r = width == 16 ? "%rs" : width == 32 ? "%r" : "%rd";
        const std::string type = ".b" + std::to_string(width) + " " + r + "0, " + r + "1";
        const std::string two = type + ", " + r + "2";
        const std::uint64_t ones = ~std::uint64_t(0) >> (64 - width);
        check("and" + two, [](In in, Out out) { out[0] = in[0] & in[1]; });
        check("or" + two, [](In in, Out out) { out[0] = in[0] | in[1]; });
        check("xor" + two, [](In in, Out out) { out[0] = in[0] ^ in[1]; });
        check("not" + type, [=](In in, Out out) { out[0] = ~in[0] & ones; });
        check("cnot" + type, [](In in, Out out) { out[0] = in[0] == 0; });
    }
}

TEST(LogicTest, Predicates) {
    check("and.pred %p0, %p1, %p2", [](In in, Out out) { out[0] = in[0] & in[1]; });
    check("or.pred %p0, %p1, %p2", [](In in, Out out) { out[0] = in[0] | in[1]; });
    check("xor.pred %p0, %p1, %p2", [](In in, Out out) { out[0] = in[0] ^ in[1]; });
    check("not.pred %p0, %p1", [](In in, Out out) { out[0] = !in[0]; });
    check("and.pred %p0, !%p1, !%p2", [](In in, Out out) { out[0] = !in[0] && !in[1]; });
}

/// The table's entry for each bit, one bit at a time.
static std::uint64_t looked_up(In in, unsigned table) {
    std::uint64_t result = 0;
    for (int k = 0; k < 32; ++k) {
        const auto row = (in[0] >> k & 1) * 4 + (in[1] >> k & 1) * 2 + (in[2] >> k & 1);
        result |= std::uint64_t(table >> row & 1) << k;
    }
    return result;
}

TEST(LogicTest, Lop3OfAll256Tables) {
    for (unsigned table = 0; table < 256; ++table)
        check("lop3.b32 %r0, %r1, %r2, %r3, " + std::to_string(table),
              [=](In in, Out out) { out[0] = looked_up(in, table); });
}

TEST(LogicTest, Lop3ByHand) {
    const std::vector<std::uint64_t> abc = {0xff00ff00, 0xf0f0f0f0, 0xcccccccc};
    EXPECT_EQ(once("lop3.b32 %r0, %r1, %r2, %r3, 0x80", abc), 0xc000c000u) << "a & b & c";
    EXPECT_EQ(once("lop3.b32 %r0, %r1, %r2, %r3, 0x96", abc), 0xc33cc33cu) << "a ^ b ^ c";
    // 0xca: (0xF0 & 0xCC) | (~0xF0 & 0xAA) = a ? b : c
    EXPECT_EQ(once("lop3.b32 %r0, %r1, %r2, %r3, 0xca", abc), 0xf0ccf0ccu);
}

TEST(LogicTest, Lop3TestsItsResult) {
    for (const std::string q : {"%p6", "!%p6"}) {
        const bool turned = q[0] == '!';
        check(
            "lop3.or.b32 %r0|%p1, %r2, %r3, %r4, 0xc0, " + q,
            [=](In in, Out out) {
                out[0] = in[0] & in[1];
                out[1] = out[0] != 0 || (in[4] != 0) != turned;
            },
            2);
        check(
            "lop3.and.b32 _|%p1, %r2, %r3, %r4, 0xc0, " + q,
            [=](In in, Out out) {
                out[0] = in[0] & in[1]; // written, and read by nobody
                out[1] = (in[0] & in[1]) != 0 && (in[4] != 0) != turned;
            },
            2);
    }
}

} // namespace lockstep::simt
