// SPDX-License-Identifier: MIT
// Random kernels do what their threads would do one by one, on any number of cores, and come to an
// end. LOCKSTEP_RANDOM_KERNELS says how many, LOCKSTEP_RANDOM_SEED from which seed on.
#include "bench.hpp"
#include "random_kernel.hpp"

#include <cstdlib>

namespace lockstep::simt {

static std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

static void try_kernel(std::uint64_t seed) {
    const RandomKernel kernel = RandomKernel::make(seed);
    std::vector<std::uint32_t> in(64);
    Random random(seed);
    for (std::uint32_t& word : in)
        word = static_cast<std::uint32_t>(random.next());
    const ThreadsRun expected = run_threads(kernel, in, 3, 64);
    ASSERT_TRUE(expected.finished) << "seed " << seed << "\n" << kernel.ptx();
    Outcome first;
    for (const int threads : {1, 2, 7}) {
        Bench bench;
        bench.launch.grid = {3, 1, 1};
        bench.launch.block = {64, 1, 1};
        bench.options.threads = threads;
        bench.options.checks.races = true;
        bench.options.budget.warp_instructions = 1'000'000;
        const std::uint64_t input = bench.upload("in", in);
        const std::uint64_t out = bench.buffer("out", expected.out.size() * 4);
        const Outcome outcome = bench.run(kernel.ptx(), {BufferAddress{input}, BufferAddress{out}});
        ASSERT_TRUE(outcome.finished) << "seed " << seed << "\n" << told(outcome) << kernel.ptx();
        ASSERT_EQ(told(outcome), "") << "seed " << seed << "\n" << kernel.ptx();
        ASSERT_EQ(bench.read<std::uint32_t>(out), expected.out) << "seed " << seed << "\n"
                                                                << kernel.ptx();
        // However lanes are grouped, each executes what its thread would.
        ASSERT_EQ(outcome.counters.lane_instructions, expected.instructions) << "seed " << seed;
        if (threads == 1)
            first = outcome;
        ASSERT_EQ(outcome.counters, first.counters) << "seed " << seed;
    }
}

TEST(RandomKernelTest, DoesWhatItsThreadsWouldDoOneByOne) {
    const std::uint64_t seed = setting("LOCKSTEP_RANDOM_SEED", 1);
    const std::uint64_t count = setting("LOCKSTEP_RANDOM_KERNELS", 300);
    std::printf("seeds %llu to %llu\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(seed + count - 1));
    for (std::uint64_t k = 0; k < count && !HasFatalFailure(); ++k)
        try_kernel(seed + k);
}

} // namespace lockstep::simt
