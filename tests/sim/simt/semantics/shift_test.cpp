// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

TEST(ShiftTest, AmountsClamp) {
    for (const int width : {16, 32, 64}) {
        const std::string r = width == 16 ? "%rs" : width == 32 ? "%r" : "%rd";
        const std::string w = std::to_string(width), operands = " " + r + "0, " + r + "1, %r2";
        const std::uint64_t ones = ~std::uint64_t(0) >> (64 - width);
        const auto bits = static_cast<std::uint64_t>(width);
        check("shl.b" + w + operands,
              [=](In in, Out out) { out[0] = in[1] >= bits ? 0 : in[0] << in[1] & ones; });
        for (const std::string type : {".u", ".b"})
            check("shr" + type + w + operands,
                  [=](In in, Out out) { out[0] = in[1] >= bits ? 0 : in[0] >> in[1]; });
        check("shr.s" + w + operands, [=](In in, Out out) {
            const bool negative = in[0] >> (bits - 1) & 1;
            const std::uint64_t n = std::min(in[1], bits);
            const std::uint64_t down = n == 64 ? 0 : in[0] >> n;
            const std::uint64_t fill = n == 0 ? 0 : ones & ~(n == bits ? 0 : ones >> n);
            out[0] = negative ? down | fill : down;
        });
    }
}

TEST(ShiftTest, FunnelsClampOrWrap) {
    for (const bool clamp : {true, false}) {
        const std::string mode = clamp ? ".clamp" : ".wrap";
        const auto amount = [=](std::uint64_t c) {
            return clamp ? std::min<std::uint64_t>(c, 32) : c % 32;
        };
        check("shf.l" + mode + ".b32 %r0, %r1, %r2, %r3", [=](In in, Out out) {
            const std::uint64_t n = amount(in[2]);
            out[0] =
                (n == 32 ? in[0] : (in[1] << n | (n == 0 ? 0 : in[0] >> (32 - n)))) & 0xffffffff;
        });
        check("shf.r" + mode + ".b32 %r0, %r1, %r2, %r3", [=](In in, Out out) {
            const std::uint64_t n = amount(in[2]);
            out[0] =
                (n == 32 ? in[1] : (in[0] >> n | (n == 0 ? 0 : in[1] << (32 - n)))) & 0xffffffff;
        });
    }
}

TEST(ShiftTest, ByHand) {
    EXPECT_EQ(once("shl.b32 %r0, %r1, 32", {0xffffffff}), 0u);
    EXPECT_EQ(once("shr.s32 %r0, %r1, 100", {0x80000000}), 0xffffffffu);
    EXPECT_EQ(once("shf.l.wrap.b32 %r0, %r1, %r2, 40", {0x12345678, 0x9abcdef0}), 0xbcdef012u);
    EXPECT_EQ(once("shf.l.clamp.b32 %r0, %r1, %r2, 40", {0x12345678, 0x9abcdef0}), 0x12345678u);
    EXPECT_EQ(once("shf.r.wrap.b32 %r0, %r1, %r2, 4", {0x12345678, 0x9abcdef0}), 0x01234567u);
}

} // namespace lockstep::simt
