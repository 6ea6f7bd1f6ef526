// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

static constexpr const char* declared = R"(
.extern .func (.param .b32 result) vprintf(.param .b64 a, .param .b64 b);
.extern .func (.param .b32 result) somewhere();
.global .align 1 .b8 text[16] = {37, 100, 32, 37, 53, 46, 49, 102, 37, 37, 33, 0};
)";

TEST(OutsideTest, PrintfTakesItsArgumentsFromMemory) {
    Bench bench;
    bench.launch.block = {2, 1, 1};
    // text is "%d %5.1f%%!": an int, and a double at the next multiple of 8.
    const Outcome outcome = bench.run(
        kernel(R"( .local .align 8 .b8 list[16]; .param .b64 a; .param .b64 b; .param .b32 c;
 mov.u32 %r1, %tid.x; sub.s32 %r2, %r1, 7; st.local.u32 [list], %r2;
 mov.f64 %g1, 0d4004000000000000; st.local.f64 [list+8], %g1;
 mov.u64 %d1, text; cvta.global.u64 %d1, %d1; mov.u64 %d2, list; cvta.local.u64 %d2, %d2;
 st.param.b64 [a], %d1; st.param.b64 [b], %d2; call.uni (c), vprintf, (a, b); ret;)",
               0, declared));
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.printed, (std::vector<std::string>{"-7   2.5%!", "-6   2.5%!"}));
}

TEST(OutsideTest, OtherFunctionsAreAFinding) {
    Bench bench;
    const Outcome outcome =
        bench.run(kernel(".param .b32 c;\ncall.uni (c), somewhere;\nret;", 0, declared));
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Trap);
    EXPECT_NE(outcome.findings[0].message.find("'somewhere'"), std::string::npos);
}

TEST(OutsideTest, AnAddressWithoutAFunctionIsAFinding) {
    Bench bench;
    const Outcome outcome =
        bench.run(kernel("P: .callprototype _ ();\nmov.u64 %d1, 12345;\ncall %d1, P;\nret;", 0));
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Trap);
}

} // namespace lockstep::simt
