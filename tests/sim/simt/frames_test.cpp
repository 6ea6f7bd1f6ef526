// SPDX-License-Identifier: MIT
// Calls: arguments, results, recursion, lanes that call different functions.
#include "bench.hpp"

namespace lockstep::simt {

static constexpr const char* functions = R"(
.func (.param .b32 result) twice(.param .b32 x) {
 .reg .b32 %r<4>;
 ld.param.u32 %r1, [x]; add.s32 %r2, %r1, %r1; st.param.b32 [result], %r2; ret;
}
.func (.param .b32 result) minus(.param .b32 x) {
 .reg .b32 %r<4>; .reg .pred %p<2>;
 ld.param.u32 %r1, [x]; neg.s32 %r2, %r1; st.param.b32 [result], %r2;
 setp.lt.u32 %p1, %r1, 8; @%p1 ret;
 st.param.b32 [result], %r1; ret;
}
.func (.param .b32 result) sum(.param .b32 n) {
 .reg .b32 %r<6>; .reg .pred %p<2>; .local .align 4 .b8 mine[4];
 ld.param.u32 %r1, [n]; st.local.u32 [mine], %r1; mov.u32 %r2, 0;
 setp.eq.u32 %p1, %r1, 0; @%p1 bra E;
 sub.s32 %r3, %r1, 1;
 { .param .b32 a; .param .b32 b; st.param.b32 [a], %r3; call.uni (b), sum, (a);
 ld.param.b32 %r2, [b]; }
E: ld.local.u32 %r4, [mine]; add.s32 %r5, %r2, %r4; st.param.b32 [result], %r5; ret;
}
)";

static Outcome run_calls(Bench& bench, std::uint64_t out, const std::string& body) {
    return bench.run(kernel(".param .b32 a;\n.param .b32 b;\nld.param.u64 %d1, [p0];\nmov.u32 %r1, "
                            "%tid.x;\nmul.wide.u32 %d2, %r1, 4;\nadd.s64 %d3, %d1, %d2;\n" +
                                body + "\nst.global.u32 [%d3], %r2;\nret;",
                            1, functions),
                     {BufferAddress{out}});
}

TEST(FramesTest, ArgumentsAndResults) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_calls(
        bench, out, "st.param.b32 [a], %r1;\ncall.uni (b), twice, (a);\nld.param.b32 %r2, [b];");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[9], 18);
    // 4, st, call, 4 of the function, ld, st, ret.
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 2 + 4 + 3);
}

TEST(FramesTest, LanesThatReturnEarlyMeetTheOthersBehindTheCall) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_calls(
        bench, out, "st.param.b32 [a], %r1;\ncall.uni (b), minus, (a);\nld.param.b32 %r2, [b];");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[7], -7);
    EXPECT_EQ(bench.read<int>(out)[8], 8);
    EXPECT_EQ(outcome.counters.global_requests, 1u);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * (4 + 2 + 5 + 3) + 24 * 2);
}

TEST(FramesTest, EveryCallHasItsOwnRegistersAndLocalMemory) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    EXPECT_EQ(
        told(run_calls(bench, out,
                       "st.param.b32 [a], %r1;\ncall.uni (b), sum, (a);\nld.param.b32 %r2, [b];")),
        "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)], i * (i + 1) / 2);
}

TEST(FramesTest, AGuardedCallIsMadeByTheLanesThatAreOn) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_calls(
        bench, out,
        "mov.u32 %r2, 5;\nst.param.b32 [b], %r2;\nst.param.b32 [a], %r1;\nsetp.lt.u32 %p1, "
        "%r1, 3;\n@%p1 call (b), twice, (a);\nld.param.b32 %r2, [b];");
    EXPECT_EQ(told(outcome), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)], i < 3 ? 2 * i : 5);
}

TEST(FramesTest, LanesMayCallDifferentFunctions) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_calls(
        bench, out, R"(st.param.b32 [a], %r1; and.b32 %r3, %r1, 1; setp.eq.u32 %p1, %r3, 0;
 mov.u64 %d5, twice; mov.u64 %d6, sum; selp.b64 %d7, %d5, %d6, %p1;
P: .callprototype (.param .b32 _) _ (.param .b32 _);
 call (b), %d7, (a), P; ld.param.b32 %r2, [b];)");
    EXPECT_EQ(told(outcome), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)],
                  i % 2 == 0 ? 2 * i : i * (i + 1) / 2);
    EXPECT_EQ(outcome.counters.global_requests, 1u);
}

TEST(FramesTest, EndlessRecursionIsABudgetFinding) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome deep = run_calls(bench, out,
                                   "mov.u32 %r3, 900;\nst.param.b32 [a], %r3;\ncall.uni (b), sum, "
                                   "(a);\nld.param.b32 %r2, [b];");
    EXPECT_EQ(told(deep), "");
    EXPECT_EQ(bench.read<int>(out)[0], 900 * 901 / 2);
    const Outcome endless =
        run_calls(bench, out,
                  "mov.u32 %r3, -1;\nst.param.b32 [a], %r3;\ncall.uni (b), sum, "
                  "(a);\nld.param.b32 %r2, [b];");
    EXPECT_FALSE(endless.finished);
    ASSERT_EQ(endless.findings.size(), 1u);
    EXPECT_EQ(endless.findings[0].kind, FindingKind::Budget);
}

TEST(FramesTest, ALaneMayEndInsideAFunction) {
    Bench bench;
    const std::uint64_t out = bench.upload("out", std::vector<int>(32, -1));
    const Outcome outcome =
        bench.run(kernel(
                      R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; mul.wide.u32 %d2, %r1, 4;
 add.s64 %d3, %d1, %d2;
 call.uni quit; st.global.u32 [%d3], %r1; ret;)",
                      1,
                      ".func quit() {\n.reg .b32 %r<2>;\n.reg .pred %p<2>;\nmov.u32 %r1, "
                      "%tid.x;\nsetp.gt.u32 %p1, %r1, 4;\n@%p1 exit;\nret;\n}\n"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<int>(out)[4], 4);
    EXPECT_EQ(bench.read<int>(out)[5], -1);
}

} // namespace lockstep::simt
