// SPDX-License-Identifier: MIT
// Variables of the module: what they hold, and where they are.
#include "bench.hpp"

namespace lockstep::simt {

TEST(CardMemoryTest, GlobalVariablesBeginAsWrittenAndKeepTheirValues) {
    Bench bench;
    bench.launch.block = {1, 1, 1};
    const std::uint64_t out = bench.buffer("out", 8);
    const std::string text =
        kernel(R"( ld.param.u64 %d1, [p0]; ld.global.u32 %r1, [count]; add.s32 %r1, %r1, 1;
 st.global.u32 [count], %r1; st.global.u32 [%d1], %r1; ld.global.u32 %r2, [empty];
 st.global.u32 [%d1+4], %r2; ret;)",
               1, ".global .align 4 .u32 count = 41;\n.global .align 4 .u32 empty;");
    bench.run(text, {BufferAddress{out}});
    EXPECT_EQ(bench.read<int>(out), (std::vector<int>{42, 0}));
    bench.run(text, {BufferAddress{out}});
    EXPECT_EQ(bench.read<int>(out)[0], 43);
}

TEST(CardMemoryTest, InitialisersMayHoldAddresses) {
    Bench bench;
    bench.launch.block = {1, 1, 1};
    const std::uint64_t out = bench.buffer("out", 4);
    const Outcome outcome =
        bench.run(kernel(
                      R"( ld.param.u64 %d1, [p0]; ld.global.u64 %d2, [where]; ld.u32 %r1, [%d2];
 st.global.u32 [%d1], %r1; ret;)",
                      1,
                      ".global .align 4 .b32 values[3] = {5, 6, 7};\n.global .align 8 .u64 where = "
                      "generic(values)+8;"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[0], 7);
}

TEST(CardMemoryTest, ConstantsAreReadAndNotCounted) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome =
        bench.run(kernel(
                      R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; and.b32 %r2, %r1, 1;
 mul.wide.u32 %d2, %r2, 4;
 mov.u64 %d3, table; add.s64 %d3, %d3, %d2; ld.const.u32 %r3, [%d3]; mul.wide.u32 %d4, %r1, 4;
 add.s64 %d4, %d1, %d4;
 st.global.u32 [%d4], %r3; ret;)",
                      1, ".const .align 4 .b32 table[2] = {10, 20};"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[6], 10);
    EXPECT_EQ(bench.read<int>(out)[7], 20);
    EXPECT_EQ(outcome.counters.global_requests, 1u);
}

} // namespace lockstep::simt
