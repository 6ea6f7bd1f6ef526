// SPDX-License-Identifier: MIT
// What the bench answers about a trace, asked through its pipes.
#include "kernels/bench/trace_desk.hpp"

#include "tests/kernels/bench/child.hpp"

#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

using testing::HasSubstr;

constexpr const char* halves = R"(.version 8.0
.target sm_75
.address_size 64
.file 1 "halves.cu"
.visible .entry halves(.param .u64 x)
{
.reg .pred %p<2>;
.reg .b32 %r<5>;
.reg .b64 %rd<4>;
.shared .align 4 .b8 s[256];
.loc 1 3 1
ld.param.u64 %rd1, [x];
mov.u32 %r1, %tid.x;
mul.wide.u32 %rd2, %r1, 4;
add.s64 %rd3, %rd1, %rd2;
.loc 1 4 1
ld.global.u32 %r2, [%rd3];
setp.lt.u32 %p1, %r1, 8;
@%p1 bra L;
.loc 1 5 1
add.u32 %r2, %r2, 100;
L:
.loc 1 7 1
shl.b32 %r3, %r1, 2;
st.shared.u32 [%r3], %r2;
bar.sync 0;
ret;
}
)";

protocol::SimulateRequest request(std::int64_t block) {
    protocol::SimulateRequest simulate;
    simulate.id = "s1";
    protocol::KernelSource kernel{"halves.ptx", halves, "", {2}, {64}, 0, {{"u32", 64, "iota"}}};
    simulate.kernels.push_back(kernel);
    simulate.traced_block = block;
    return simulate;
}

class TraceDeskTest : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(child.hear_a<protocol::Hello>());
        child.say(request(1));
        const auto seen = child.hear_a<protocol::Simulated>();
        ASSERT_TRUE(seen);
        ASSERT_EQ(seen->reason, "");
        info = seen->trace;
        ASSERT_TRUE(child.hear_a<protocol::Done>());
    }
    template <class Answer>
    Answer ask(const ToBench& question) {
        child.say(question);
        const auto answer = child.hear();
        EXPECT_TRUE(answer);
        const auto* const wanted = answer ? std::get_if<Answer>(&*answer) : nullptr;
        if (const auto* const error =
                answer ? std::get_if<protocol::ErrorMessage>(&*answer) : nullptr;
            error != nullptr && wanted == nullptr)
            ADD_FAILURE() << error->error.text();
        return wanted != nullptr ? *wanted : Answer{};
    }
    Child child;
    protocol::TraceInfo info;
};

TEST_F(TraceDeskTest, TheFrontIsToldWhatThereIs) {
    EXPECT_EQ(info.block, 1);
    EXPECT_EQ(info.warps, 2);
    EXPECT_EQ(info.steps, 2 * 12);
    EXPECT_EQ(info.shared_bytes, 256);
    EXPECT_EQ(info.functions, std::vector<std::string>{"halves"});
    EXPECT_FALSE(info.seeks_take_longer || info.ends_early);
}

TEST_F(TraceDeskTest, AWindowOfSteps) {
    const auto steps = ask<protocol::Steps>(protocol::StepsRequest{"t1", 4, 5});
    EXPECT_EQ(steps.id, "t1");
    EXPECT_EQ(steps.from, 4);
    EXPECT_EQ(steps.instruction, (std::vector<int>{4, 5, 6, 7, 8}));
    EXPECT_EQ(steps.ptx_line, (std::vector<int>{17, 18, 19, 21, 24}));
    EXPECT_EQ(steps.on[2], 0xffu);
    EXPECT_EQ(steps.lanes[3], ~0xffu);
    EXPECT_EQ(steps.flags, (std::vector<int>{0, 0, protocol::step_divergent, 0, 0}));
    EXPECT_EQ(steps.chains.at(static_cast<std::size_t>(steps.chain[0])), (std::vector<int>{1, 4}));
    ASSERT_EQ(steps.access_step, std::vector<int>{0});
    EXPECT_EQ(protocol::access_spaces[static_cast<std::size_t>(steps.access_space[0])], "global");
    const auto lanes = protocol::lane_addresses(steps, 0);
    EXPECT_EQ(lanes[31] - lanes[0], 124);
    // As many as there are, and never more than a line can take.
    EXPECT_EQ(ask<protocol::Steps>(protocol::StepsRequest{"t", 20, 9999}).warp.size(), 4u);
    EXPECT_EQ(ask<protocol::Steps>(protocol::StepsRequest{"t", 99, 10}).warp.size(), 0u);
    EXPECT_EQ(ask<protocol::Steps>(protocol::StepsRequest{"t", -5, 2}).from, 0);
}

TEST_F(TraceDeskTest, RegistersAndSharedMemory) {
    const auto few = ask<protocol::Registers>(protocol::RegistersRequest{"t", 5, 0, -1, false, 0});
    EXPECT_EQ(few.names, (std::vector<std::string>{"%r1", "%r2", "%rd1", "%rd2", "%rd3"}));
    EXPECT_EQ(few.low[0].size(), 32u);
    EXPECT_EQ(few.low[2].size(), 1u); // the same pointer in all lanes
    EXPECT_EQ(few.low[1][9], 9);
    const auto all = ask<protocol::Registers>(protocol::RegistersRequest{"t", 5, 0, -1, true, 2});
    EXPECT_EQ(all.total, 2 + 5 + 4);
    EXPECT_EQ(all.names.front(), "%r0");
    EXPECT_EQ(all.written.front(), 0);
    const auto shared = ask<protocol::SharedBytes>(protocol::SharedRequest{"t", 11, 28, 8});
    EXPECT_EQ(shared.total, 256);
    EXPECT_EQ(shared.hex, "070000006c000000"); // 7, and 8 + 100
}

TEST_F(TraceDeskTest, SeekingAndTheText) {
    const auto seek = [&](const protocol::SeekRequest& sought) {
        return ask<protocol::SoughtStep>(sought).step;
    };
    EXPECT_EQ(seek({.id = "t"}), 6);
    EXPECT_EQ(seek({.id = "t", .from = 6}), -1); // warp 1 does not part
    EXPECT_EQ(seek({.id = "t", .from = 20, .backward = true}), 6);
    EXPECT_EQ(seek({.id = "t", .what = "line", .warp = 1, .line = 7}), 19);
    EXPECT_EQ(seek({.id = "t", .what = "instruction", .instruction = 4}), 4);
    EXPECT_EQ(seek({.id = "t", .from = 4, .what = "step", .warp = 1}), 11);
    EXPECT_EQ(seek({.id = "t", .what = "finding"}), -1);
    const auto text = ask<protocol::PtxText>(protocol::PtxRequest{"t", 17, 2});
    EXPECT_EQ(text.lines,
              (std::vector<std::string>{"ld.global.u32 %r2, [%rd3];", "setp.lt.u32 %p1, %r1, 8;"}));
    EXPECT_EQ(text.total, info.ptx_lines);
}

TEST_F(TraceDeskTest, ALineIsComeToOnce) {
    const auto seek = [&](const protocol::SeekRequest& sought) {
        return ask<protocol::SoughtStep>(sought).step;
    };
    // Line 4 is the steps 4, 5 and 6 of warp 0, and 15 to 17 of warp 1.
    EXPECT_EQ(seek({.id = "t", .from = 0, .what = "line", .warp = 0, .line = 4, .anew = true}), 4);
    EXPECT_EQ(seek({.id = "t", .from = 4, .what = "line", .warp = 0, .line = 4}), 5);
    EXPECT_EQ(seek({.id = "t", .from = 4, .what = "line", .warp = 0, .line = 4, .anew = true}), -1);
    EXPECT_EQ(seek({.id = "t", .from = 4, .what = "line", .warp = 1, .line = 4, .anew = true}), 15);
    EXPECT_EQ(seek({.id = "t", .from = -1, .what = "step", .warp = 0}), 0);
    EXPECT_EQ(seek({.id = "t", .from = 0, .what = "step", .warp = 0}), 1);
    EXPECT_EQ(seek({.id = "t", .from = 99, .what = "step", .warp = 0}), -1);
}

TEST_F(TraceDeskTest, AllWarpsOverTime) {
    // Warp 0 goes to its barrier in 11 steps, of which the branch parts it; then warp 1 does.
    const auto all = ask<protocol::Overview>(protocol::OverviewRequest{"t", 0, 0, 24});
    EXPECT_EQ(all.columns, 24);
    EXPECT_EQ(all.count, 24);
    EXPECT_EQ(all.warps,
              (std::vector<std::string>{"99999996999wwwwwwwwww..9", "...........999999999999x"}));
    const auto coarse = ask<protocol::Overview>(protocol::OverviewRequest{"t", 0, 0, 2});
    EXPECT_EQ(coarse.columns, 2);
    const auto part = ask<protocol::Overview>(protocol::OverviewRequest{"t", 22, 99, 500});
    EXPECT_EQ(part.from, 22);
    EXPECT_EQ(part.count, 2);
    EXPECT_EQ(part.columns, 2) << "a column has at least one step";
    const auto behind = ask<protocol::Overview>(protocol::OverviewRequest{"t", 99, 0, 5});
    EXPECT_EQ(behind.columns, 0);
}

TEST_F(TraceDeskTest, WhatCannotBeAnswered) {
    const auto error = [&](const ToBench& question) {
        return ask<protocol::ErrorMessage>(question).error.text();
    };
    EXPECT_THAT(error(protocol::RegistersRequest{"t", 5, 2, -1, false, 0}), HasSubstr("no warp 2"));
    EXPECT_THAT(error(protocol::SeekRequest{.id = "t", .what = "luck"}), HasSubstr("'luck'"));
    // A block that is not there takes the trace away that was.
    child.say(request(2));
    const auto seen = child.hear_a<protocol::Simulated>();
    ASSERT_TRUE(seen);
    EXPECT_THAT(seen->reason, HasSubstr("no block 2"));
    ASSERT_TRUE(child.hear_a<protocol::Done>());
    EXPECT_THAT(error(protocol::StepsRequest{"t", 0, 1}), HasSubstr("there is no trace"));
}

TEST(TraceDesk, WithoutATraceItSaysSo) {
    TraceDesk desk;
    EXPECT_EQ(desk.info().block, -1);
    EXPECT_FALSE(desk.answer(protocol::StepsRequest{}));
    EXPECT_FALSE(desk.answer(protocol::PtxRequest{}));
}

} // namespace
} // namespace lockstep::bench
