// SPDX-License-Identifier: MIT
// Traces of random kernels: a window is the same whenever and wherever it is read, and at the end
// the registers hold what plain threads, one after the other, would have.
#include "random_kernel.hpp"
#include "traced.hpp"

namespace lockstep::simt {

static void check_ends(const RandomKernel& kernel, Trace& trace,
                       const std::vector<TraceStep>& steps, const ThreadsRun& expected,
                       std::uint64_t block) {
    const Program& program = trace.program();
    const auto last =
        static_cast<int>(program.function(program.entry_code()).instructions.size()) - 1;
    ASSERT_EQ(kernel.code.back().kind, RandomKernel::Kind::End);
    for (const TraceStep& step : steps) {
        if (step.instruction != last)
            continue;
        for (int k = 0; k < RandomKernel::results; ++k)
            for (int lane = 0; lane < 32; ++lane) {
                if ((step.on >> lane & 1) == 0)
                    continue;
                const auto thread = block * 64 + static_cast<std::uint64_t>(step.warp * 32 + lane);
                const std::size_t at = thread * RandomKernel::results + static_cast<std::size_t>(k);
                ASSERT_EQ(value_of(trace, step.step, step.warp, "%r" + std::to_string(2 + k), lane),
                          expected.out[at]);
            }
    }
}

static void try_trace(std::uint64_t seed) {
    const RandomKernel kernel = RandomKernel::make(seed);
    std::vector<std::uint32_t> in(64);
    Random random(seed);
    for (std::uint32_t& word : in)
        word = static_cast<std::uint32_t>(random.next());
    const ThreadsRun expected = run_threads(kernel, in, 3, 64);
    TraceBench bench(kernel.ptx());
    bench.launch.grid = {3, 1, 1};
    bench.launch.block = {64, 1, 1};
    bench.buffer(in);
    bench.buffer(std::vector<std::byte>(expected.out.size() * 4));
    const std::uint64_t block = seed % 3;
    const Traced traced = bench.trace(block, close_checkpoints());
    Trace& trace = *traced.trace;
    ASSERT_EQ(bench.result<std::uint32_t>(1), expected.out) << "seed " << seed;
    const auto whole = trace.window(0, trace.steps());
    ASSERT_EQ(whole.size(), trace.steps());
    for (int k = 0; k < 20; ++k) {
        const std::uint64_t from = random.below(trace.steps());
        const auto part = trace.window(from, 1 + random.below(300));
        for (std::size_t i = 0; i < part.size(); ++i)
            ASSERT_EQ(part[i], whole[from + i]) << "seed " << seed << " step " << from + i;
    }
    check_ends(kernel, trace, whole, expected, block);
}

// A sanitizer makes minutes of what takes seconds.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t traced_kernels = 12, counted_kernels = 6;
#else
constexpr std::uint64_t traced_kernels = 60, counted_kernels = 20;
#endif

TEST(RandomTraceTest, WindowsAndRegisters) {
    for (std::uint64_t seed = 1; seed <= traced_kernels && !testing::Test::HasFatalFailure();
         ++seed)
        try_trace(seed);
}

TEST(RandomTraceTest, TheCountersOfAllBlocks) {
    for (std::uint64_t seed = 1; seed <= counted_kernels; ++seed) {
        TraceBench bench(RandomKernel::make(seed).ptx());
        bench.launch.grid = {2, 1, 1};
        bench.launch.block = {64, 1, 1};
        bench.buffer(std::vector<std::uint32_t>(64, 12345));
        bench.buffer(std::vector<std::byte>(2 * 64 * 32));
        expect_counters(bench);
    }
}

} // namespace lockstep::simt
