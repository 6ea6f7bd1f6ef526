// SPDX-License-Identifier: MIT
#include "bench.hpp"

#include "sim/simt/groups.hpp"
#include "sim/simt/program.hpp"

namespace lockstep::simt {

static std::shared_ptr<const Program> prepared_kernel(const std::string& text) {
    auto module = ptx::read(text, "test.ptx");
    EXPECT_TRUE(module) << (module ? "" : module.error().text());
    auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    EXPECT_TRUE(program) << (program ? "" : program.error().text());
    return *program;
}

TEST(DecodeControlTest, BranchesKnowWhereTheirLanesMeet) {
    const auto program = prepared_kernel(kernel(
        "@%p1 bra A;\nmov.u32 %r1, 1;\nbra B;\nA: mov.u32 %r1, 2;\nB: @%p2 bra C;\nret;\nC: ret;",
        0));
    const std::vector<Step>& steps = program->entry_code().steps;
    EXPECT_EQ(steps[0].meets_at, 4u);
    // Two ways that both end have no place to meet.
    EXPECT_EQ(steps[4].meets_at, Groups::no_meeting);
    EXPECT_EQ(steps[0].target, 3u);
}

TEST(DecodeControlTest, OnlyACountMakesABarrierOneOfAPart) {
    EXPECT_FALSE(prepared_kernel(kernel("bar.sync 0;\nbar.sync 1;\nret;", 0))->partial_barriers);
    EXPECT_TRUE(prepared_kernel(kernel("bar.sync 1, 32;\nret;", 0))->partial_barriers);
    EXPECT_TRUE(prepared_kernel(kernel("bar.arrive 1, 32;\nret;", 0))->partial_barriers);
}

TEST(DecodeControlTest, ReturningFromAKernelEndsTheLane) {
    const auto program = prepared_kernel(kernel("ret;", 0));
    EXPECT_EQ(program->entry_code().steps[0].kind, StepKind::Exit);
}

} // namespace lockstep::simt
