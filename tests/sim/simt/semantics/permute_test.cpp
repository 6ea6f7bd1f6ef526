// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

/// a holds bytes 0 to 3, b 4 to 7.
static std::uint64_t permuted(const std::string& mode, std::uint64_t selection) {
    return once("prmt.b32" + mode + " %r0, %r1, %r2, %r3", {0x03020100, 0x07060504, selection});
}

TEST(PermuteTest, TheTablesOfTheModes) {
    // PTX ISA, prmt: result bytes 3 to 0 for selections 0 to 3.
    const struct {
        const char* mode;
        std::uint64_t results[4];
    } rows[] = {
        {".f4e", {0x03020100, 0x04030201, 0x05040302, 0x06050403}},
        {".b4e", {0x05060700, 0x06070001, 0x07000102, 0x00010203}},
        {".rc8", {0x00000000, 0x01010101, 0x02020202, 0x03030303}},
        {".ecl", {0x03020100, 0x03020101, 0x03020202, 0x03030303}},
        {".ecr", {0x00000000, 0x01010100, 0x02020100, 0x03020100}},
        {".rc16", {0x01000100, 0x03020302, 0x01000100, 0x03020302}},
    };
    for (const auto& row : rows)
        for (std::uint64_t c = 0; c < 4; ++c) {
            EXPECT_EQ(permuted(row.mode, c), row.results[c]) << row.mode << " " << c;
            EXPECT_EQ(permuted(row.mode, c + 0xfffffffc), row.results[c]) << "two bits count";
        }
}

TEST(PermuteTest, TheGenericFormPicksAndRepeatsSigns) {
    EXPECT_EQ(permuted("", 0x3210), 0x03020100u);
    EXPECT_EQ(permuted("", 0x7654), 0x07060504u);
    EXPECT_EQ(permuted("", 0x0415), 0x00040105u);
    const std::vector<std::uint64_t> in = {0x807f0180, 0, 0xb9a8};
    EXPECT_EQ(once("prmt.b32 %r0, %r1, %r2, %r3", in), 0xff0000ffu)
        << "signs of bytes 3, 1, 2, 0: 0x80, 0x01, 0x7f, 0x80";
}

TEST(PermuteTest, EverySelectionOfABitAtATime) {
    check("prmt.b32 %r0, %r1, %r2, %r3", [](const std::uint64_t* in, std::uint64_t* out) {
        out[0] = 0;
        for (int bit = 0; bit < 32; ++bit) {
            const std::uint64_t nibble = in[2] >> (bit / 8 * 4) & 15, byte = nibble & 7;
            const std::uint64_t word = byte < 4 ? in[0] : in[1];
            const std::uint64_t at =
                byte % 4 * 8 + (nibble & 8 ? 7 : static_cast<unsigned>(bit) % 8);
            out[0] |= (word >> at & 1) << bit;
        }
    });
}

} // namespace lockstep::simt
