// SPDX-License-Identifier: MIT
// An overview is what a look at every step would give.
#include "traced.hpp"

namespace lockstep::simt {
namespace {

using Then = WarpStretch::Then;

/// Three warps, the last of 16 threads. They part, come to a barrier, and leave one by one.
const char* const meeting = R"( mov.u32 %r1, %tid.x; mov.u32 %r9, 0;
L:
 add.u32 %r9, %r9, 1; and.b32 %r2, %r1, 3; setp.eq.u32 %p1, %r2, 0; @%p1 bra N;
 add.u32 %r4, %r4, 1;
N:
 setp.lt.u32 %p3, %r9, 50; @%p3 bra L;
 bar.sync 0;
 add.u32 %r4, %r4, 1;
 ret;)";

TraceBench bench_of_a_meeting() {
    TraceBench bench(kernel(meeting, 0));
    bench.launch.block = {80, 1, 1};
    return bench;
}

TEST(OverviewTest, ColumnsAddUpToTheSteps) {
    TraceBench bench = bench_of_a_meeting();
    const Traced traced = bench.trace(0, close_checkpoints());
    Trace& trace = *traced.trace;
    ASSERT_GT(trace.steps(), 500u);
    for (const auto& [from, count, columns] :
         {std::tuple{std::uint64_t{0}, trace.steps(), std::size_t{7}},
          {std::uint64_t{0}, trace.steps(), std::size_t{100'000}},
          {std::uint64_t{101}, std::uint64_t{313}, std::size_t{10}},
          {std::uint64_t{400}, std::uint64_t{100'000}, std::size_t{1}}}) {
        const Overview seen = trace.overview(from, count, columns);
        const auto steps = trace.window(from, count);
        ASSERT_EQ(seen.warps.size(), 3u);
        EXPECT_EQ(seen.threads, (std::vector<unsigned>{32, 32, 16}));
        const std::size_t made = seen.warps[0].size();
        EXPECT_EQ(made, std::min(columns, steps.size()));
        std::vector<std::vector<WarpStretch>> wanted(3, std::vector<WarpStretch>(made));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            std::size_t column = 0; // as the protocol says where one begins
            while ((column + 1) * steps.size() / made <= i)
                ++column;
            WarpStretch& one = wanted[static_cast<std::size_t>(steps[i].warp)][column];
            ++one.steps;
            one.lanes += lanes_of(steps[i].lanes);
        }
        for (std::size_t warp = 0; warp < 3; ++warp)
            for (std::size_t column = 0; column < made; ++column) {
                EXPECT_EQ(seen.warps[warp][column].steps, wanted[warp][column].steps);
                EXPECT_EQ(seen.warps[warp][column].lanes, wanted[warp][column].lanes);
            }
    }
}

TEST(OverviewTest, WhoWaitsAndWhoIsDone) {
    TraceBench bench = bench_of_a_meeting();
    const Traced traced = bench.trace(0);
    Trace& trace = *traced.trace;
    const Overview seen = trace.overview(0, trace.steps(), trace.steps());
    const auto steps = trace.window(0, trace.steps());
    std::size_t first_barrier = 0;
    while (!steps[first_barrier].waits)
        ++first_barrier;
    const auto early = static_cast<std::size_t>(steps[first_barrier].warp);
    EXPECT_EQ(seen.warps[early][first_barrier].then, Then::Waits) << "the others are to come";
    EXPECT_EQ(seen.warps[early][0].then, Then::Ready);
    for (const auto& warp : seen.warps)
        EXPECT_EQ(warp.back().then, Then::Done);
    // Half of it ends with the same as the whole has there.
    const Overview half = trace.overview(0, first_barrier + 1, 1);
    EXPECT_EQ(half.warps[early][0].then, Then::Waits);
}

TEST(OverviewTest, NothingIsNothing) {
    TraceBench bench = bench_of_a_meeting();
    const Traced traced = bench.trace(0);
    EXPECT_TRUE(traced.trace->overview(0, 0, 10).warps.empty());
    EXPECT_TRUE(traced.trace->overview(1u << 30, 10, 10).warps.empty());
    EXPECT_TRUE(traced.trace->overview(0, 10, 0).warps.empty());
}

} // namespace
} // namespace lockstep::simt
