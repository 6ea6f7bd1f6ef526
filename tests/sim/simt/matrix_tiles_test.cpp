// SPDX-License-Identifier: MIT
// ldmatrix against lanes worked out by hand. Element c of row r of tile t is 100 t + 10 r + c.
#include "bench.hpp"

#include <tuple>

namespace lockstep::simt {

/// Rows lie one behind the other, but for `pitch` bytes between them. Each lane stores its
/// registers, `tiles` words, one behind the other.
static std::vector<std::uint32_t> loaded(int tiles, const std::string& trans, int pitch,
                                         Outcome& outcome, const std::string& space = ".shared") {
    std::vector<std::uint16_t> words(static_cast<std::size_t>(32 * pitch / 2));
    for (int row = 0; row < 32; ++row)
        for (int c = 0; c < 8; ++c)
            words[static_cast<std::size_t>(row * pitch / 2 + c)] =
                static_cast<std::uint16_t>(100 * (row / 8) + 10 * (row % 8) + c);
    Bench bench;
    bench.launch.shared_bytes = static_cast<std::uint64_t>(32 * pitch);
    bench.options.checks = {true, true, false};
    const std::uint64_t in = bench.upload("in", words);
    const std::uint64_t out = bench.buffer("out", static_cast<std::uint64_t>(128 * tiles));
    std::string list = "{%r10", stores;
    for (int k = 1; k < tiles; ++k)
        list += ", %r1" + std::to_string(k);
    for (int k = 0; k < tiles; ++k)
        stores +=
            "st.global.u32 [%d5+" + std::to_string(4 * k) + "], %r1" + std::to_string(k) + ";\n";
    const bool generic = space.empty();
    outcome =
        bench.run(kernel("ld.param.u64 %d1, [p0]; ld.param.u64 %d2, [p1]; mov.u32 %r1, %tid.x;\n"
                         "mul.lo.u32 %r2, %r1, " +
                             std::to_string(pitch) +
                             ";\n"
                             "cvt.u64.u32 %d3, %r2; add.u64 %d4, %d1, %d3;\n"
                             "ld.global.v4.u32 {%r3, %r4, %r5, %r6}, [%d4];\n"
                             "mov.u32 %r7, s; add.u32 %r8, %r7, %r2;\n"
                             "st.shared.v4.u32 [%r8], {%r3, %r4, %r5, %r6}; bar.sync 0;\n"
                             "cvt.u64.u32 %d6, %r8; cvta.shared.u64 %d7, %d6;\n"
                             "mul.wide.u32 %d5, %r1, " +
                             std::to_string(4 * tiles) +
                             "; add.u64 %d5, %d5, %d2;\n"
                             "ldmatrix.sync.aligned.m8n8.x" +
                             std::to_string(tiles) + trans + space + ".b16 " + list + "}, [" +
                             (generic ? "%d7" : "%r8") + "];\n" + stores + "ret;",
                         2, ".extern .shared .align 16 .b8 s[];"),
                  {BufferAddress{in}, BufferAddress{out}});
    return bench.read<std::uint32_t>(out);
}

static std::uint32_t pair(int low, int high) {
    return static_cast<std::uint32_t>(low) | static_cast<std::uint32_t>(high) << 16;
}

TEST(MatrixTilesTest, LanesGetTwoNeighboursOfARow) {
    for (const int tiles : {1, 2, 4}) {
        Outcome outcome;
        const auto out = loaded(tiles, "", 16, outcome);
        EXPECT_EQ(told(outcome), "");
        const auto at = [&](int lane, int tile) {
            return out[static_cast<std::size_t>(lane * tiles + tile)];
        };
        // Lane 0: row 0, columns 0 and 1. Lane 3: the end of row 0. Lane 4: row 1. Lane 30: row 7,
        // columns 4 and 5.
        for (int t = 0; t < tiles; ++t) {
            EXPECT_EQ(at(0, t), pair(100 * t + 0, 100 * t + 1));
            EXPECT_EQ(at(3, t), pair(100 * t + 6, 100 * t + 7));
            EXPECT_EQ(at(4, t), pair(100 * t + 10, 100 * t + 11));
            EXPECT_EQ(at(30, t), pair(100 * t + 74, 100 * t + 75));
        }
    }
}

TEST(MatrixTilesTest, TransposedTwoNeighboursOfAColumn) {
    for (const int tiles : {1, 2, 4}) {
        Outcome outcome;
        const auto out = loaded(tiles, ".trans", 16, outcome, "");
        EXPECT_EQ(told(outcome), "");
        // Lane 0: column 0, rows 0 and 1. Lane 3: its rows 6 and 7. Lane 30: column 7, rows 4
        // and 5.
        for (int t = 0; t < tiles; ++t) {
            const auto at = [&](int lane) {
                return out[static_cast<std::size_t>(lane * tiles + t)];
            };
            EXPECT_EQ(at(0), pair(100 * t + 0, 100 * t + 10));
            EXPECT_EQ(at(3), pair(100 * t + 60, 100 * t + 70));
            EXPECT_EQ(at(4), pair(100 * t + 1, 100 * t + 11));
            EXPECT_EQ(at(30), pair(100 * t + 47, 100 * t + 57));
        }
    }
}

TEST(MatrixTilesTest, ATileIsAPassWhereItsRowsLieInBanksOfTheirOwn) {
    // The store of 16 bytes a lane takes 4 passes. Rows 16 bytes apart: a tile is 128 bytes, a
    // pass. Rows 128 bytes apart all begin in bank 0: eight passes a tile, for the store too.
    for (const auto& [tiles, pitch, passes, conflicts] :
         {std::tuple(1, 16, 1u, 0u), std::tuple(2, 16, 2u, 0u), std::tuple(4, 16, 4u, 0u),
          std::tuple(1, 128, 8u, 7u), std::tuple(4, 128, 32u, 28u), std::tuple(4, 144, 4u, 0u)}) {
        Outcome outcome;
        loaded(tiles, "", pitch, outcome);
        const bool store_conflicts = pitch == 128;
        EXPECT_EQ(outcome.counters.shared_requests, 2u);
        EXPECT_EQ(outcome.counters.shared_passes, passes + (store_conflicts ? 32u : 4u)) << pitch;
        EXPECT_EQ(outcome.counters.shared_conflicts, conflicts + (store_conflicts ? 28u : 0u));
    }
}

TEST(MatrixTilesTest, WhatIsWrongWithItIsFound) {
    const std::string head = ".shared .align 16 .b8 s[128]; mov.u32 %r1, %tid.x; mov.u32 %r2, s;\n"
                             "mad.lo.u32 %r3, %r1, 16, %r2; setp.lt.u32 %p1, %r1, 8;\n";
    const std::string fill = "mov.u32 %r4, 0; @%p1 st.shared.v4.u32 [%r3], {%r4, %r4, %r4, %r4};\n";
    const std::string tile = "ldmatrix.sync.aligned.m8n8.x1.shared.b16 {%r5}, ";
    const std::tuple<std::string, FindingKind> cases[] = {
        {tile + "[%r3];", FindingKind::Uninitialised},
        {fill + "bar.sync 0; " + tile + "[%r3+8];", FindingKind::Alignment},
        {fill + "bar.sync 0; " + tile + "[%r3+16];", FindingKind::Bounds},
        {fill + "bar.sync 0; @%p1 " + tile + "[%r3];", FindingKind::Unspecified},
        {fill + "xor.b32 %r6, %r3, 16; " + tile + "[%r6];", FindingKind::Race}};
    for (const auto& [body, kind] : cases) {
        Bench bench;
        bench.options.checks = {true, true, false};
        const Outcome outcome = bench.run(kernel(head + body + " ret;", 0));
        ASSERT_EQ(outcome.findings.size(), 1u) << body << "\n" << told(outcome);
        EXPECT_EQ(outcome.findings[0].kind, kind) << told(outcome);
    }
    // The lanes whose addresses nobody asks for may have any.
    Bench bench;
    bench.options.checks = {true, true, false};
    EXPECT_EQ(told(bench.run(kernel(head + fill + "bar.sync 0; " + tile + "[%r3]; ret;", 0))), "");
}

} // namespace lockstep::simt
