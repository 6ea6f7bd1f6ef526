// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

TEST(ParametersTest, AreAlignedAndTheSameForEveryLane) {
    Bench bench;
    bench.launch.block = {1, 1, 1};
    const std::uint64_t out = bench.buffer("out", 24);
    const std::string text = R"(.version 8.0
.target sm_80
.address_size 64
.visible .entry k(.param .u8 a, .param .f64 b, .param .align 4 .b8 c[12], .param .u64 out) {
 .reg .b32 %r<5>; .reg .b64 %d<3>; .reg .f64 %g<2>;
 ld.param.u64 %d1, [out]; ld.param.s8 %r1, [a]; ld.param.f64 %g1, [b];
 ld.param.v2.u32 {%r2, %r3}, [c+4];
 st.global.u32 [%d1], %r1; st.global.u32 [%d1+4], %r2; st.global.f64 [%d1+8], %g1;
 st.global.u32 [%d1+16], %r3; ret; })";
    std::vector<std::byte> array(12);
    for (std::size_t i = 0; i < 12; ++i)
        array[i] = static_cast<std::byte>(i);
    const Outcome outcome =
        bench.run(text, {std::vector<std::byte>{std::byte{0xfe}}, 2.5, array, BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    const auto words = bench.read<std::uint32_t>(out);
    EXPECT_EQ(words[0], static_cast<std::uint32_t>(-2));
    EXPECT_EQ(words[1], 0x07060504u);
    EXPECT_EQ(words[4], 0x0b0a0908u);
    EXPECT_EQ(bench.read<double>(out)[1], 2.5);
    EXPECT_EQ(outcome.counters.global_load_requests, 0u);
}

TEST(ParametersTest, TheirAddressMayBeTaken) {
    Bench bench;
    bench.launch.block = {1, 1, 1};
    const std::uint64_t out = bench.buffer("out", 8);
    const Outcome outcome =
        bench.run(kernel("mov.b64 %d1, p0;\ncvta.param.u64 %d2, %d1;\nld.u64 %d3, "
                         "[%d2];\nld.param.u64 %d4, [%d1];\nst.global.u64 [%d3], %d4;\nret;"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<std::uint64_t>(out)[0], out);
}

TEST(ParametersTest, AsynchronousCopiesFillUpWithZeros) {
    Bench bench;
    bench.launch.block = {2, 1, 1};
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(8, 7));
    const Outcome outcome =
        bench.run(kernel(
                      R"( .shared .align 16 .b8 s[32]; ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x;
 mov.u32 %r2, s; mad.lo.u32 %r2, %r1, 16, %r2;
 mul.wide.u32 %d2, %r1, 16; add.s64 %d3, %d1, %d2; mad.lo.u32 %r3, %r1, 8, 4;
 cp.async.ca.shared.global [%r2], [%d3], 16, %r3; cp.async.commit_group; cp.async.wait_group 0;
 ld.shared.v4.u32 {%r4, %r5, %r6, %r7}, [%r2]; st.global.v4.u32 [%d3], {%r4, %r5, %r6, %r7};
 ret;)"),
                  {BufferAddress{x}});
    EXPECT_EQ(told(outcome), "");
    // Lane 0 reads 4 of its 16 bytes, lane 1 reads 12.
    EXPECT_EQ(bench.read<std::uint32_t>(x), (std::vector<std::uint32_t>{7, 0, 0, 0, 7, 7, 7, 0}));
}

} // namespace lockstep::simt
