// SPDX-License-Identifier: MIT
// Traces of small kernels, and what all of them have to keep.
#pragma once

#include "bench.hpp"

#include "sim/simt/program.hpp"
#include "sim/simt/trace.hpp"

namespace lockstep::simt {

/// A kernel whose launch can be had again and again with the same memory.
struct TraceBench {
    explicit TraceBench(const std::string& text, const std::string& entry = "k") {
        auto module = ptx::read(text, "test.ptx");
        EXPECT_TRUE(module) << (module ? "" : module.error().text());
        auto made = prepare(std::make_shared<const ptx::Module>(*std::move(module)), entry);
        EXPECT_TRUE(made) << (made ? "" : made.error().text());
        program = *made;
    }
    template <class T>
    void buffer(const std::vector<T>& values) {
        launch.arguments.push_back(
            BufferAddress{memory.upload("buffer", std::as_bytes(std::span(values)))});
    }
    /// From the same memory each time.
    Traced trace(std::uint64_t block, const TraceLimits& limits = {}) {
        after = memory;
        auto traced = record(program, after, launch, options, block, limits);
        EXPECT_TRUE(traced) << (traced ? "" : traced.error().text());
        return *std::move(traced);
    }
    Outcome simulated() {
        after = memory;
        return simulate(*program, after, launch, options).value();
    }
    template <class T>
    std::vector<T> result(std::size_t index) const {
        const auto& bytes = after.allocations()[index].bytes;
        std::vector<T> values(bytes.size() / sizeof(T));
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
        return values;
    }

    std::shared_ptr<const Program> program;
    Memory memory, after;
    Launch launch{.grid = {1, 1, 1}, .block = {32, 1, 1}, .shared_bytes = 0, .arguments = {}};
    Options options;
};

/// A checkpoint before every turn, so that small kernels have several.
inline TraceLimits close_checkpoints() {
    TraceLimits limits;
    limits.steps_apart = 1;
    limits.steps_full = 10'000;
    return limits;
}

inline unsigned lanes_of(Mask lanes) {
    return static_cast<unsigned>(__builtin_popcount(lanes));
}

/// The lanes over the steps of all blocks are the launch's counters, and so is the rest of what a
/// step says of itself.
inline void expect_counters(TraceBench& bench) {
    const Outcome plain = bench.simulated();
    Counters sum;
    const std::uint64_t blocks = bench.launch.grid[0] * bench.launch.grid[1] * bench.launch.grid[2];
    for (std::uint64_t block = 0; block < blocks; ++block) {
        const Traced traced = bench.trace(block, close_checkpoints());
        EXPECT_EQ(traced.outcome.counters, plain.counters);
        EXPECT_EQ(traced.outcome.findings, plain.findings);
        for (const TraceStep& step : traced.trace->window(0, traced.trace->steps())) {
            ++sum.instructions_executed;
            sum.lane_instructions += lanes_of(step.lanes);
            sum.lane_instructions_on += lanes_of(step.on);
            sum.branches +=
                step.kind == StepKind::Branch || step.kind == StepKind::BranchTable ? 1 : 0;
            sum.divergent_branches += step.divergent ? 1 : 0;
            sum.barriers += step.waits ? 1 : 0;
            for (const TraceAccess& access : step.accesses) {
                sum.atomics += access.kind == AccessKind::Atomic ? 1 : 0;
                sum.global_requests += access.space == ptx::Space::Global ? 1 : 0;
                sum.shared_requests += access.space == ptx::Space::Shared ? 1 : 0;
                sum.local_requests += access.space == ptx::Space::Local ? 1 : 0;
            }
        }
    }
    EXPECT_EQ(sum.instructions_executed, plain.counters.instructions_executed);
    EXPECT_EQ(sum.lane_instructions, plain.counters.lane_instructions);
    EXPECT_EQ(sum.lane_instructions_on, plain.counters.lane_instructions_on);
    EXPECT_EQ(sum.branches, plain.counters.branches);
    EXPECT_EQ(sum.divergent_branches, plain.counters.divergent_branches);
    EXPECT_EQ(sum.barriers, plain.counters.barriers);
    EXPECT_EQ(sum.atomics, plain.counters.atomics);
    EXPECT_EQ(sum.global_requests, plain.counters.global_requests);
    EXPECT_EQ(sum.shared_requests, plain.counters.shared_requests);
    EXPECT_EQ(sum.local_requests, plain.counters.local_requests);
}

/// The lane's register of that name before the step.
inline std::uint64_t value_of(Trace& trace, std::uint64_t step, int warp, std::string_view name,
                              int lane) {
    for (const RegisterView& one : trace.registers(step, warp).registers)
        if (one.name == name)
            return one.low[static_cast<std::size_t>(lane)];
    ADD_FAILURE() << "no register " << name;
    return 0;
}

} // namespace lockstep::simt
