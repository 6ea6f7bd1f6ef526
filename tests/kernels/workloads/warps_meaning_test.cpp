// SPDX-License-Identifier: MIT
// That the workloads of the lessons on warps do what their words say, in numbers worked out by
// hand: lanes without an item, addresses, launches, chains. Every word that they write is compared.
#include "trial.hpp"

#include "kernels/gather/gather.hpp"
#include "kernels/launch_shape/launch_shape.hpp"
#include "kernels/pointer_chase/pointer_chase.hpp"
#include "kernels/reduction/reduction.hpp"
#include "kernels/transpose/transpose.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

namespace lockstep::trial {
namespace {

template <class P>
std::unique_ptr<P> make(std::string_view name, const Values& values) {
    return std::unique_ptr<P>(static_cast<P*>(problem(workload(name), values).release()));
}

TEST(LaunchShape, LastVectorOfABlockIsNotFull) {
    // 100 items in blocks of 33: three full blocks and one item.
    const auto job = make<LaunchShape>("launch_shape", {{"items", 100}, {"block", 33}});
    const int w = vector_lanes_f32(), vectors = 3 * ((33 + w - 1) / w) + 1;
    const auto totals = run(variant("launch_shape", "simd"), *job, 0, 1)->totals;
    EXPECT_DOUBLE_EQ(totals.lanes_used, 100);
    EXPECT_DOUBLE_EQ(totals.lanes_offered, vectors * w);
}

TEST(LaunchShape, BlocksOfOneUseOneLane) {
    const auto job = make<LaunchShape>("launch_shape", {{"items", 100}, {"block", 1}});
    const auto totals = run(variant("launch_shape", "simd"), *job, 0, 1)->totals;
    EXPECT_DOUBLE_EQ(totals.lanes_offered / totals.lanes_used, vector_lanes_f32());
}

TEST(LaunchShape, GridsHoldAThreadForEachItemOrAreAsAsked) {
    // 1000 items in blocks of 96: ten blocks hold 960, so there is an eleventh.
    const auto job =
        make<LaunchShape>("launch_shape", {{"items", 1000}, {"block", 96}, {"grid", 3}});
    const auto each = variant("launch_shape", "cuda_1").plan(*job, 0).launches.at(0);
    EXPECT_EQ(each.grid, (Shape{11, 1, 1}));
    EXPECT_EQ(each.block, (Shape{96, 1, 1}));
    const auto striding = variant("launch_shape", "cuda_2_grid_stride").plan(*job, 0);
    EXPECT_EQ(striding.launches.at(0).grid, (Shape{3, 1, 1}));
}

TEST(LaunchShape, EveryItemIsComputed) {
    const auto job = make<LaunchShape>("launch_shape", {{"items", 20'001}, {"block", 33}});
    for (const std::string_view name : {"serial", "simd", "multicore"}) {
        std::ranges::fill(job->z, -1.0f);
        run(variant("launch_shape", name), *job, 2, 1);
        for (std::size_t i = 0; i < 20'001; ++i)
            ASSERT_EQ(job->z[i], job->a * job->x_of(2)[i] + job->y_of(2)[i]) << name << " " << i;
        EXPECT_EQ(job->z[20'001], -1.0f) << name << " wrote past the last item";
    }
}

TEST(Gather, ReadsTheWordsThatItsFormulaNames) {
    // 64 KiB are 16384 words, of which input 3 begins at the last quarter: 3 * 4096.
    const auto job =
        make<Gather>("gather", {{"loads", 1000}, {"stride", 48}, {"offset", 5}, {"array", 64}});
    ASSERT_EQ(job->mask, 16'383u);
    EXPECT_EQ(job->begin(3), 12'293u) << "3 * 4096 + 5";
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(job->x()) % 128, 0u) << "a line begins here";
    std::uint32_t sum = 0;
    for (std::size_t k = 0; k < 1000; ++k)
        sum += job->x()[(3 * 4096 + 5 + k * 48) % 16'384];
    EXPECT_EQ(run(variant("gather", "serial"), *job, 3, 1)->checksum, sum);
}

TEST(Gather, ShuffledReadsTheSameWords) {
    for (const double stride : {1, 16}) {
        const Values values = {{"loads", 1000}, {"stride", stride}, {"array", 64}};
        Values shuffled = values;
        shuffled["order"] = 1;
        const auto one = make<Gather>("gather", values), other = make<Gather>("gather", shuffled);
        for (int input = 0; input < input_count; ++input)
            EXPECT_EQ(run(variant("gather", "serial"), *one, input, 1)->checksum,
                      run(variant("gather", "serial"), *other, input, 1)->checksum);
        int neighbours = 0;
        for (std::size_t k = 1; k < 1000; ++k)
            neighbours += other->order(0)[k] == other->order(0)[k - 1] + static_cast<int>(stride);
        EXPECT_LT(neighbours, 10) << "one is expected";
    }
}

TEST(Transpose, EveryWordChangesPlaces) {
    const auto job = make<Transpose>("transpose", {{"n", 257}, {"tile", 24}});
    for (const std::string_view name : {"serial", "tiled", "simd", "multicore"}) {
        std::ranges::fill(job->y, 0u);
        run(variant("transpose", name), *job, 1, 1);
        for (std::size_t row = 0; row < 257; ++row)
            for (std::size_t col = 0; col < 257; ++col)
                ASSERT_EQ(job->y[col * 257 + row], job->x_of(1)[row * 257 + col]) << name;
    }
}

TEST(Transpose, RowsOfTheSharedTileAreAsLongAsAsked) {
    const auto job = make<Transpose>("transpose", {{"n", 33}, {"pad", 3}});
    const auto launch = variant("transpose", "cuda_5_pad").plan(*job, 0).launches.at(0);
    EXPECT_EQ(launch.shared_bytes, 4480u) << "32 rows of 35 words of 4 bytes";
    EXPECT_EQ(std::get<std::uint32_t>(launch.arguments.at(3)), 35u);
    EXPECT_EQ(launch.grid, (Shape{2, 2, 1})) << "a row of 33 words needs two tiles";
}

std::vector<unsigned> grids(std::string_view rung, double n) {
    const auto job = make<Reduction>("reduction", {{"n", n}});
    std::vector<unsigned> blocks;
    for (const Launch& launch : variant("reduction", rung).plan(*job, 0).launches)
        blocks.push_back(launch.grid[0]);
    return blocks;
}

TEST(Reduction, IsLaunchedUntilOneSumIsLeft) {
    using Blocks = std::vector<unsigned>;
    EXPECT_EQ(grids("cuda_1_interleaved", 0), Blocks{});
    EXPECT_EQ(grids("cuda_1_interleaved", 1), Blocks{1});
    EXPECT_EQ(grids("cuda_1_interleaved", 256), Blocks{1});
    EXPECT_EQ(grids("cuda_1_interleaved", 257), (Blocks{2, 1}));
    EXPECT_EQ(grids("cuda_1_interleaved", 1 << 20), (Blocks{4096, 16, 1}));
    EXPECT_EQ(grids("cuda_5_shuffle", 1 << 20), (Blocks{2048, 4, 1})) << "512 numbers a block";
}

TEST(Reduction, IsTheSumOfItsNumbers) {
    const auto job = make<Reduction>("reduction", {{"n", 1000}});
    const auto sum = std::accumulate(job->x_of(1), job->x_of(1) + 1000, std::uint32_t{0});
    EXPECT_EQ(run(variant("reduction", "serial"), *job, 1, 1)->checksum, sum);
}

TEST(PointerChase, PathVisitsEveryLineOnce) {
    // 32 KiB are 512 lines of 64 bytes.
    const auto job = make<PointerChase>("pointer_chase", {{"buffer", 32}});
    ASSERT_EQ(job->lines.size(), 512u);
    std::set<std::uint32_t> seen;
    std::uint32_t at = 0;
    for (int step = 0; step < 512; ++step) {
        EXPECT_EQ(at % 16, 0u) << "a line begins every 16 words";
        seen.insert(at);
        at = job->x()[at];
    }
    EXPECT_EQ(at, 0u) << "the path is closed";
    EXPECT_EQ(seen.size(), 512u);
}

TEST(PointerChase, AChainBeginsWhereTheOneBeforeEnds) {
    const auto job =
        make<PointerChase>("pointer_chase", {{"buffer", 32}, {"chains", 4}, {"loads", 10}});
    EXPECT_EQ(job->steps(0), 3);
    EXPECT_EQ(job->steps(1), 3);
    EXPECT_EQ(job->steps(2), 2);
    EXPECT_EQ(job->steps(3), 2);
    for (const std::string_view name : {"serial", "interleaved", "multicore"}) {
        std::ranges::fill(job->end, 1u);
        run(variant("pointer_chase", name), *job, 2, 1);
        for (std::size_t chain = 0; chain + 1 < 4; ++chain)
            EXPECT_EQ(job->end[chain], job->begins[2][chain + 1]) << name << " " << chain;
    }
}

TEST(PointerChase, FourChainsByTurnsNeedAQuarterOfTheThreads) {
    const auto blocks = [](std::string_view rung, double chains) {
        const auto job = make<PointerChase>("pointer_chase", {{"chains", chains}, {"block", 64}});
        return variant("pointer_chase", rung).plan(*job, 0).launches.at(0).grid[0];
    };
    EXPECT_EQ(blocks("cuda_1", 1025), 17u) << "16 blocks of 64 are 1024";
    EXPECT_EQ(blocks("cuda_2_interleaved", 1024), 4u) << "256 threads";
    EXPECT_EQ(blocks("cuda_2_interleaved", 1025), 5u) << "257 threads";
}

TEST(PointerChase, CutsDoNotChangeThePath) {
    const auto end_of = [](double chains) {
        const auto job = make<PointerChase>("pointer_chase",
                                            {{"buffer", 64}, {"chains", chains}, {"loads", 777}});
        run(variant("pointer_chase", "interleaved"), *job, 1, 1);
        return job->end.back();
    };
    for (const double chains : {2, 3, 32, 40, 777})
        EXPECT_EQ(end_of(chains), end_of(1)) << chains;
}

} // namespace
} // namespace lockstep::trial
