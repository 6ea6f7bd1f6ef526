// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

static bool bit(std::uint64_t a, std::uint64_t at) {
    return at < 64 && (a >> at & 1);
}

/// Written like the ISA's semantics, a bit at a time.
TEST(IntegerBitsTest, CountingAndFinding) {
    for (const std::uint64_t width : {32, 64}) {
        const std::string r = width == 64 ? "%rd" : "%r", w = std::to_string(width);
        const auto highest = [=](std::uint64_t a) {
            std::uint64_t at = width;
            while (at > 0 && !bit(a, at - 1))
                --at;
            return at; // one above it
        };
        check("popc.b" + w + " %r0, " + r + "1", [=](In in, Out out) {
            for (std::uint64_t k = out[0] = 0; k < width; ++k)
                out[0] += bit(in[0], k);
        });
        check("clz.b" + w + " %r0, " + r + "1",
              [=](In in, Out out) { out[0] = width - highest(in[0]); });
        check("brev.b" + w + " " + r + "0, " + r + "1", [=](In in, Out out) {
            for (std::uint64_t k = out[0] = 0; k < width; ++k)
                out[0] |= std::uint64_t(bit(in[0], width - 1 - k)) << k;
        });
        for (const bool is_signed : {false, true})
            for (const bool amount : {false, true})
                check("bfind" + std::string(amount ? ".shiftamt" : "") + (is_signed ? ".s" : ".u") +
                          w + " %r0, " + r + "1",
                      [=](In in, Out out) {
                          const bool turned = is_signed && bit(in[0], width - 1);
                          const std::uint64_t at = highest(turned ? ~in[0] : in[0]);
                          out[0] = at == 0 ? 0xffffffff : amount ? width - at : at - 1;
                      });
    }
}

TEST(IntegerBitsTest, Fields) {
    const std::vector<std::uint64_t> places = {0,  1,  7,  8,   24,  31,  32,     33,
                                               60, 63, 64, 200, 255, 256, 0x10005};
    for (const std::uint64_t width : {32, 64}) {
        const std::string r = width == 64 ? "%rd" : "%r", w = std::to_string(width);
        for (const bool is_signed : {false, true})
            check(std::string(is_signed ? "bfe.s" : "bfe.u") + w + " " + r + "0, " + r +
                      "1, %r2, %r3",
                  [=](In in, Out out) {
                      const std::uint64_t pos = in[1] & 0xff, len = in[2] & 0xff, msb = width - 1;
                      const bool sign =
                          is_signed && len != 0 && bit(in[0], std::min(pos + len - 1, msb));
                      for (std::uint64_t i = out[0] = 0; i <= msb; ++i)
                          out[0] |=
                              std::uint64_t(i < len && pos + i <= msb ? bit(in[0], pos + i) : sign)
                              << i;
                  },
                  1, {{}, places, places});
        check("bfi.b" + w + " " + r + "0, " + r + "1, " + r + "2, %r3, %r4",
              [=](In in, Out out) {
                  const std::uint64_t pos = in[2] & 0xff, len = in[3] & 0xff, msb = width - 1;
                  out[0] = in[1];
                  for (std::uint64_t i = 0; i < len && pos + i <= msb; ++i)
                      out[0] = (out[0] & ~(std::uint64_t(1) << (pos + i))) |
                               std::uint64_t(bit(in[0], i)) << (pos + i);
              },
              1, {{}, {}, places, places});
    }
    EXPECT_EQ(once("bfe.s32 %r0, %r1, 4, 8", {0x00000f80}), 0xfffffff8u) << "bits 11 to 4 are 0xf8";
    EXPECT_EQ(once("bfe.s32 %r0, %r1, 28, 8", {0x70000000}), 7u) << "beyond the top: its sign, 0";
}

TEST(IntegerBitsTest, FindNth) {
    // The ISA's examples.
    EXPECT_EQ(once("fns.b32 %r0, %r1, 3, 1", {0xaaaaaaaa}), 3u);
    EXPECT_EQ(once("fns.b32 %r0, %r1, 3, -1", {0xaaaaaaaa}), 3u);
    EXPECT_EQ(once("fns.b32 %r0, %r1, 2, 1", {0xaaaaaaaa}), 3u);
    EXPECT_EQ(once("fns.b32 %r0, %r1, 2, -1", {0xaaaaaaaa}), 1u);
    const std::vector<std::uint64_t> bases = {0, 1, 2, 15, 30, 31};
    const std::vector<std::uint64_t> offsets = {0,  1,          2,          5,         32,
                                                33, 0xffffffff, 0xfffffffe, 0x80000000};
    check("fns.b32 %r0, %r1, %r2, %r3",
          [](In in, Out out) {
              const auto offset = static_cast<std::int32_t>(in[2]);
              std::int64_t count = std::abs(std::int64_t{offset}) - 1,
                           pos = static_cast<std::int64_t>(in[1]);
              out[0] = offset == 0 && bit(in[0], in[1]) ? in[1] : 0xffffffff;
              for (; offset != 0 && pos >= 0 && pos<32; pos += offset> 0 ? 1 : -1)
                  if (bit(in[0], static_cast<std::uint64_t>(pos)) && count-- == 0) {
                      out[0] = static_cast<std::uint64_t>(pos);
                      break;
                  }
          },
          1, {{}, bases, offsets});
}

TEST(IntegerBitsTest, ExtendingAndMasking) {
    for (const bool clamp : {false, true}) {
        const std::string mode = clamp ? ".clamp" : ".wrap";
        for (const bool is_signed : {false, true})
            check("szext" + mode + (is_signed ? ".s32" : ".u32") + " %r0, %r1, %r2",
                  [=](In in, Out out) {
                      const std::uint64_t n = clamp && in[1] >= 32 ? 32 : in[1] % 32;
                      const bool sign = is_signed && n > 0 && bit(in[0], n - 1);
                      for (std::uint64_t k = out[0] = 0; k < 32; ++k)
                          out[0] |= std::uint64_t(k < n ? bit(in[0], k) : sign) << k;
                  });
        check("bmsk" + mode + ".b32 %r0, %r1, %r2", [=](In in, Out out) {
            const bool beyond = clamp && in[0] >= 32, all = clamp && in[1] >= 32;
            const std::uint64_t first = in[0] % 32, count = all ? 32 : in[1] % 32;
            for (std::uint64_t k = out[0] = 0; k < 32; ++k)
                out[0] |= std::uint64_t(!beyond && k >= first && k < first + count) << k;
        });
    }
    EXPECT_EQ(once("bmsk.wrap.b32 %r0, 1, 2", {}), 6u);
    EXPECT_EQ(once("szext.wrap.u32 %r0, %r1, 0", {0xffffffff}), 0u);
}

} // namespace lockstep::simt
