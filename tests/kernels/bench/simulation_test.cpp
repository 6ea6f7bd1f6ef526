// SPDX-License-Identifier: MIT
// Every CUDA kernel of the project through the warp simulator: its result is the serial variant's,
// nothing is found wrong with it, and the counts that its lesson speaks of are those worked out by
// hand.
#include "kernels/bench/simulation.hpp"

#include "kernels/bench/catalogue.hpp"
#include "kernels/measure/oracle.hpp"
#include "tests/kernels/bench/child.hpp"

#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

bool is_built(const Variant& variant) {
    return std::filesystem::exists(binary_folder() + std::string(variant.workload) + "_" +
                                   std::string(variant.name) + ".ptx");
}

struct Seen {
    SimulatedLaunches launches;
    std::uint64_t wanted = 0;
};

Seen simulate(std::string_view workload, std::string_view variant, const Values& given,
              int cores = 1, int input = 0) {
    const auto side = find_point({0, std::string(workload), std::string(variant), given}).value();
    const auto problem = side.workload->create(side.values).value();
    const LaunchPlan plan = side.variant->plan(*problem, input);
    const auto module = module_of(*side.variant, plan, binary_folder()).value();
    SimulationOptions options;
    options.checks = true;
    options.cores = cores;
    options.resident_blocks = 4;
    auto launches = simulate_plan(plan, module, options);
    EXPECT_TRUE(launches) << launches.error().text();
    Oracle oracle(*problem, side.serial);
    oracle.prepare(input, 1);
    return {launches ? *std::move(launches) : SimulatedLaunches{}, oracle.expected(input, 1)};
}

/// Small enough for the ordinary tests, and odd, so that no block and no warp is full.
Values small(std::string_view workload) {
    if (workload == "divergence")
        return {{"lanes", 33}, {"leave", 5}, {"paths", 3}, {"length", 9}};
    if (workload == "mandelbrot")
        return {{"size", 33}};
    if (workload == "transpose")
        return {{"n", 65}};
    if (workload == "reduction")
        return {{"n", 1025}};
    if (workload == "gather")
        return {{"loads", 1025}, {"array", 64}};
    if (workload == "pointer_chase")
        return {{"chains", 33}, {"loads", 2000}};
    if (workload == "launch_shape")
        return {{"items", 1025}, {"block", 33}};
    return {};
}

class Kernel : public testing::TestWithParam<const Variant*> {};

TEST_P(Kernel, GivesSerialsResultAndNothingIsFound) {
    const Variant& variant = *GetParam();
    if (!is_built(variant))
        GTEST_SKIP() << "no nvcc was found when this was built";
    for (const int input : {0, 3}) {
        const Seen seen =
            simulate(variant.workload, variant.name, small(variant.workload), 1, input);
        EXPECT_TRUE(seen.launches.outcome.finished);
        EXPECT_EQ(folded(0, seen.launches.checksum), seen.wanted) << "input " << input;
        for (const simt::Finding& finding : seen.launches.outcome.findings)
            EXPECT_TRUE(finding.remark) << finding.message;
    }
}

TEST_P(Kernel, CountsTheSameOnAnyNumberOfCores) {
    const Variant& variant = *GetParam();
    if (!is_built(variant))
        GTEST_SKIP() << "no nvcc was found when this was built";
    const Seen one = simulate(variant.workload, variant.name, small(variant.workload), 1);
    for (const int cores : {2, 7}) {
        const Seen more = simulate(variant.workload, variant.name, small(variant.workload), cores);
        EXPECT_EQ(more.launches.outcome.counters, one.launches.outcome.counters);
        EXPECT_EQ(more.launches.outcome.findings, one.launches.outcome.findings);
        EXPECT_EQ(more.launches.checksum, one.launches.checksum);
    }
}

std::vector<const Variant*> simulated_kernels() {
    std::vector<const Variant*> list;
    for (const Variant* variant : all_variants())
        if (variant->crew == Crew::Card)
            list.push_back(variant);
    return list;
}

INSTANTIATE_TEST_SUITE_P(All, Kernel, testing::ValuesIn(simulated_kernels()), [](const auto& one) {
    return std::string(one.param->workload) + "_" + std::string(one.param->name);
});

class Counts : public testing::Test {
  protected:
    void SetUp() override {
        if (!is_built(*simulated_kernels().front()))
            GTEST_SKIP() << "no nvcc was found when this was built";
    }
};

TEST_F(Counts, ASectorIs32BytesOfEightWords) {
    // Lanes s words apart: 32 of them span 128 s bytes, in 4 s sectors, at most one for each lane.
    const std::pair<double, double> strides[] = {{1, 4}, {2, 8}, {4, 16}, {8, 32}, {16, 32}};
    for (const auto& [stride, sectors] : strides) {
        const simt::Counters counters =
            simulate("gather", "cuda_1", {{"loads", 1024}, {"stride", stride}})
                .launches.outcome.counters;
        EXPECT_EQ(static_cast<double>(counters.global_load_sectors),
                  sectors * static_cast<double>(counters.global_load_requests))
            << "stride " << stride;
    }
}

TEST_F(Counts, APaddedTileHasNoConflicts) {
    // A column of a 32 x 32 tile lies in one bank: each of its requests takes 32 passes, 31 too
    // many.
    const auto conflicts = [](const char* variant) {
        return simulate("transpose", variant, {{"n", 64}}).launches.outcome.counters;
    };
    const simt::Counters shared = conflicts("cuda_3_shared"), padded = conflicts("cuda_4_padded");
    EXPECT_EQ(shared.shared_conflicts, 64 * 64 / 32 * 31u);
    EXPECT_EQ(padded.shared_conflicts, 0u);
    EXPECT_EQ(shared.global_sectors, padded.global_sectors);
}

TEST_F(Counts, OneThreadTooManyCostsAWarp) {
    // 33 threads are two warps, of which the second has one lane.
    const auto efficiency = [](double block) {
        return simulate("launch_shape", "cuda_1", {{"items", 33 * 64}, {"block", block}})
            .launches.outcome.counters.lane_efficiency();
    };
    EXPECT_EQ(efficiency(32), 1);
    EXPECT_NEAR(efficiency(33), 33.0 / 64, 1e-12);
    EXPECT_NEAR(efficiency(1), 1.0 / 32, 1e-12);
}

} // namespace
} // namespace lockstep::bench
