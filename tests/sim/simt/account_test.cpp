// SPDX-License-Identifier: MIT
// What is counted for an access, worked out by hand for each pattern; and its checks.
#include "bench.hpp"

namespace lockstep::simt {

/// Lane i loads (or stores) at p0 + offset + i * stride with the given opcode and registers.
static Outcome access(const std::string& instruction, unsigned stride, unsigned offset = 0,
                      const std::string& guard = "") {
    Bench bench;
    const std::uint64_t buffer = bench.upload("x", std::vector<std::byte>(32 * 4096));
    return bench.run(kernel("ld.param.u64 %d1, [p0];\n"
                            "mov.u32 %r1, %tid.x;\n" +
                            guard + "mul.wide.u32 %d2, %r1, " + std::to_string(stride) +
                            ";\nadd.s64 %d3, %d1, %d2;\n" + (guard.empty() ? "" : "@%p1 ") +
                            instruction + "[%d3+" + std::to_string(offset) + "]" +
                            (instruction.starts_with("st") ? ", %r5;" : ";") + "\nret;"),
                     {BufferAddress{buffer}});
}

struct Pattern {
    const char* what;
    const char* instruction;
    unsigned stride, offset;
    std::uint64_t sectors;
};

class GlobalTest : public testing::TestWithParam<Pattern> {};

TEST_P(GlobalTest, Sectors) {
    const Pattern& pattern = GetParam();
    const Outcome outcome = access(pattern.instruction, pattern.stride, pattern.offset);
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.global_requests, 1u);
    EXPECT_EQ(outcome.counters.global_sectors, pattern.sectors) << pattern.what;
    EXPECT_EQ(outcome.counters.global_load_sectors, pattern.sectors);
    EXPECT_EQ(outcome.counters.global_store_requests, 0u);
}

// Allocations begin at multiples of 256, so an offset is an offset into a sector.
INSTANTIATE_TEST_SUITE_P(
    Account, GlobalTest,
    testing::Values(
        Pattern{"32 * 4 / 32", "ld.global.u32 %r2, ", 4, 0, 4},
        Pattern{"4 bytes off: from 4 to 132", "ld.global.u32 %r2, ", 4, 4, 5},
        Pattern{"28 bytes off: from 28 to 156", "ld.global.u32 %r2, ", 4, 28, 5},
        Pattern{"a whole sector off", "ld.global.u32 %r2, ", 4, 32, 4},
        Pattern{"32 * 8 / 32", "ld.global.u32 %r2, ", 8, 0, 8},
        Pattern{"12 * 31 + 4 = 376 bytes; 376 / 32 = 11.75", "ld.global.u32 %r2, ", 12, 0, 12},
        Pattern{"two lanes a sector", "ld.global.u32 %r2, ", 16, 0, 16},
        Pattern{"one lane a sector", "ld.global.u32 %r2, ", 32, 0, 32},
        Pattern{"far apart", "ld.global.u32 %r2, ", 4096, 0, 32},
        Pattern{"one address for all", "ld.global.u32 %r2, ", 0, 8, 1},
        Pattern{"bytes: 32 of them", "ld.global.u8 %r2, ", 1, 0, 1},
        Pattern{"bytes across a boundary", "ld.global.u8 %r2, ", 1, 16, 2},
        Pattern{"halves: 64 bytes", "ld.global.u16 %h2, ", 2, 0, 2},
        Pattern{"doubles: 256 bytes", "ld.global.f64 %g2, ", 8, 0, 8},
        Pattern{"doubles across: 264 bytes from 8", "ld.global.f64 %g2, ", 8, 8, 9},
        Pattern{"v2: 256 bytes", "ld.global.v2.u32 {%r2, %r3}, ", 8, 0, 8},
        Pattern{"v4: 512 bytes", "ld.global.v4.u32 {%r2, %r3, %r4, %r5}, ", 16, 0, 16},
        Pattern{"v4, every other one", "ld.global.v4.u32 {%r2, %r3, %r4, %r5}, ", 32, 0, 32},
        Pattern{"v2 of doubles", "ld.global.v2.f64 {%g2, %g3}, ", 16, 0, 16},
        Pattern{"generic addresses", "ld.u32 %r2, ", 4, 0, 4}));

TEST(AccountTest, StoresCountAsStores) {
    const Outcome outcome = access("st.global.u32 ", 8);
    EXPECT_EQ(outcome.counters.global_store_requests, 1u);
    EXPECT_EQ(outcome.counters.global_store_sectors, 8u);
    EXPECT_EQ(outcome.counters.global_load_requests, 0u);
    EXPECT_EQ(outcome.counters.global_sectors, 8u);
}

TEST(AccountTest, OnlyLanesThatAreOnTouchSectors) {
    const Outcome four = access("ld.global.u32 %r2, ", 4, 0, "setp.lt.u32 %p1, %r1, 9;\n");
    // Lanes 0 to 8: 36 bytes.
    EXPECT_EQ(four.counters.global_sectors, 2u);
    const Outcome ends = access("ld.global.u32 %r2, ", 4, 0,
                                "and.b32 %r2, %r1, 31;\nsetp.eq.u32 %p2, %r2, 0;\n"
                                "setp.eq.or.u32 %p1, %r2, 31, %p2;\n");
    // Lanes 0 and 31.
    EXPECT_EQ(ends.counters.global_sectors, 2u);
    EXPECT_EQ(ends.counters.lane_instructions - ends.counters.lane_instructions_on, 30u);
}

TEST(AccountTest, NoLaneOnIsNoRequest) {
    const Outcome none = access("ld.global.u32 %r2, ", 4, 0, "setp.gt.u32 %p1, %r1, 99;\n");
    EXPECT_EQ(none.counters.global_requests, 0u);
    EXPECT_EQ(none.counters.global_sectors, 0u);
    EXPECT_EQ(none.counters.instructions_executed, 7u);
    EXPECT_EQ(none.counters.lane_instructions, 7u * 32);
    EXPECT_EQ(none.counters.lane_instructions_on, 6u * 32);
}

TEST(AccountTest, OneInstructionIsOneRequestInHoweverManyAllocations) {
    for (const std::string instruction :
         {"ld.global.u32 %r2, [%d4];", "ld.u32 %r2, [%d4];", "st.global.u32 [%d4], %r1;"}) {
        Bench bench;
        const std::uint64_t a = bench.upload("a", std::vector<int>(32));
        const std::uint64_t b = bench.upload("b", std::vector<int>(32));
        // Even lanes use a and odd ones b: 32 lanes 4 bytes apart touch 4 sectors of each.
        const Outcome outcome =
            bench.run(kernel("ld.param.u64 %d1, [p0];\nld.param.u64 %d2, [p1];\n"
                             "mov.u32 %r1, %tid.x;\nand.b32 %r3, %r1, 1;\n"
                             "setp.eq.u32 %p1, %r3, 0;\nselp.b64 %d3, %d1, %d2, %p1;\n"
                             "mul.wide.u32 %d4, %r1, 4;\nadd.s64 %d4, %d4, %d3;\n" +
                                 instruction + "\nret;",
                             2),
                      {BufferAddress{a}, BufferAddress{b}});
        EXPECT_EQ(told(outcome), "");
        const bool loads = instruction.starts_with("ld");
        EXPECT_EQ(outcome.counters.global_requests, 1u) << instruction;
        EXPECT_EQ(outcome.counters.global_load_requests, loads ? 1u : 0u) << instruction;
        EXPECT_EQ(outcome.counters.global_store_requests, loads ? 0u : 1u) << instruction;
        EXPECT_EQ(outcome.counters.global_sectors, 8u) << instruction;
    }
}

TEST(AccountTest, AGenericAccessIsOneRequestInEachSpaceThatItTouches) {
    Bench bench;
    const std::uint64_t a = bench.upload("a", std::vector<int>(32));
    const std::uint64_t b = bench.upload("b", std::vector<int>(32));
    // A quarter of the lanes each: a, b, shared and local memory. 8 lanes are one sector of a and
    // of b; word 0 of the last 8 lanes is one sector of local memory.
    const Outcome outcome =
        bench.run(kernel(R"(.shared .align 4 .b8 s[128]; .local .align 4 .b8 l[4];
 ld.param.u64 %d1, [p0]; ld.param.u64 %d2, [p1]; mov.u64 %d3, s; cvta.shared.u64 %d3, %d3;
 mov.u64 %d4, l; cvta.local.u64 %d4, %d4; mov.u32 %r1, %tid.x; and.b32 %r2, %r1, 7;
 setp.lt.u32 %p1, %r1, 8; setp.lt.u32 %p2, %r1, 16; setp.lt.u32 %p3, %r1, 24;
 mul.wide.u32 %d5, %r2, 4; add.s64 %d1, %d1, %d5; add.s64 %d2, %d2, %d5; add.s64 %d3, %d3, %d5;
 selp.b64 %d6, %d3, %d4, %p3; selp.b64 %d6, %d2, %d6, %p2; selp.b64 %d6, %d1, %d6, %p1;
 st.u32 [%d6], %r1; ret;)",
                         2),
                  {BufferAddress{a}, BufferAddress{b}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.global_requests, 1u);
    EXPECT_EQ(outcome.counters.global_store_requests, 1u);
    EXPECT_EQ(outcome.counters.global_sectors, 2u);
    EXPECT_EQ(outcome.counters.shared_requests, 1u);
    EXPECT_EQ(outcome.counters.shared_passes, 1u);
    EXPECT_EQ(outcome.counters.local_requests, 1u);
    EXPECT_EQ(outcome.counters.local_sectors, 1u);
}

struct SharedPattern {
    const char* instruction;
    unsigned stride;
    std::uint64_t passes, conflicts;
};

class SharedTest : public testing::TestWithParam<SharedPattern> {};

TEST_P(SharedTest, Passes) {
    const SharedPattern& pattern = GetParam();
    Bench bench;
    bench.launch.shared_bytes = 32 * 132;
    const Outcome outcome = bench.run(kernel("mov.u32 %r1, %tid.x;\nmul.lo.u32 %r2, %r1, " +
                                                 std::to_string(pattern.stride) + ";\n" +
                                                 pattern.instruction + "[%r2];\nret;",
                                             0, ".extern .shared .align 16 .b8 s[];"));
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.shared_requests, 1u);
    EXPECT_EQ(outcome.counters.shared_passes, pattern.passes);
    EXPECT_EQ(outcome.counters.shared_conflicts, pattern.conflicts);
    EXPECT_EQ(outcome.counters.global_requests, 0u);
}

INSTANTIATE_TEST_SUITE_P(
    Account, SharedTest,
    testing::Values(SharedPattern{"ld.shared.u32 %r3, ", 4, 1, 0},
                    SharedPattern{"ld.shared.u32 %r3, ", 8, 2, 1},
                    SharedPattern{"ld.shared.u32 %r3, ", 16, 4, 3},
                    SharedPattern{"ld.shared.u32 %r3, ", 12, 1, 0}, // 3 and 32 share no factor
                    SharedPattern{"ld.shared.u32 %r3, ", 128, 32, 31},
                    SharedPattern{"ld.shared.u32 %r3, ", 132, 1, 0}, // a row padded by one word
                    SharedPattern{"ld.shared.u32 %r3, ", 0, 1, 0},
                    SharedPattern{"ld.shared.u8 %r3, ", 1, 1, 0},
                    SharedPattern{"ld.shared.u64 %d3, ", 8, 2, 0},
                    SharedPattern{"ld.shared.u64 %d3, ", 16, 4, 2},
                    SharedPattern{"ld.shared.v4.u32 {%r3, %r4, %r5, %r6}, ", 16, 4, 0},
                    // Each quarter: 8 lanes, 128 bytes apart, in banks 0 to 3.
                    SharedPattern{"ld.shared.v4.u32 {%r3, %r4, %r5, %r6}, ", 128, 32, 28}));

TEST(AccountTest, WordsOfTheLanesLieSideBySideInLocalMemory) {
    Bench bench;
    const Outcome outcome = bench.run(kernel(".local .align 8 .b8 mine[64];\n"
                                             "mov.u32 %r1, 7;\n"
                                             "st.local.u32 [mine+4], %r1;\n" // 32 words: 4
                                             "mov.u64 %d1, 1;\n"
                                             "st.local.u64 [mine+8], %d1;\n" // 2 words each: 8
                                             "ld.local.u8 %r2, [mine+5];\n"  // 4
                                             "ret;",
                                             0));
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.local_requests, 3u);
    EXPECT_EQ(outcome.counters.local_sectors, 16u);
}

TEST(AccountTest, UnwrittenBytesAreFoundToTheByte) {
    for (const unsigned bytes : {3u, 4u}) {
        Bench bench;
        bench.options.checks.initialisation = true;
        const std::uint64_t buffer = bench.buffer("x", 16);
        std::string body = "ld.param.u64 %d1, [p0];\nmov.u32 %r1, 1;\n";
        for (unsigned i = 0; i < bytes; ++i)
            body += "st.global.u8 [%d1+" + std::to_string(i) + "], %r1;\n";
        const Outcome outcome =
            bench.run(kernel(body + "ld.global.u32 %r2, [%d1];\nret;"), {BufferAddress{buffer}});
        EXPECT_EQ(outcome.findings.size(), bytes == 3 ? 1u : 0u) << told(outcome);
        if (bytes == 3) {
            EXPECT_EQ(outcome.findings[0].kind, FindingKind::Uninitialised);
            EXPECT_NE(outcome.findings[0].message.find("'x'"), std::string::npos);
        }
    }
}

TEST(AccountTest, UnwrittenSharedAndLocalBytesAreFound) {
    for (const std::string space : {"shared", "local"}) {
        for (const bool writes : {false, true}) {
            Bench bench;
            bench.options.checks.initialisation = true;
            const Outcome outcome = bench.run(
                kernel("." + space + " .align 4 .b8 a[8];\n" +
                           (writes ? "mov.u32 %r1, 1;\nst." + space + ".u32 [a+4], %r1;\n" : "") +
                           "ld." + space + ".u16 %h1, [a+6];\nret;",
                       0));
            EXPECT_EQ(outcome.findings.size(), writes ? 0u : 1u) << space << told(outcome);
        }
    }
}

} // namespace lockstep::simt
