// SPDX-License-Identifier: MIT
// The CUDA kernels' own source, compiled as plain C++ and run block by block, the threads of a
// block as fibres: kernels with barriers, shared memory and shuffles compute what serial computes.
#include "fibres.hpp"
#include "trial.hpp"

#include <functional>
#include <gtest/gtest.h>

namespace {
struct Index {
    unsigned x, y, z;
};
Index blockIdx, blockDim, gridDim; // as CUDA names them
lockstep::trial::Fibres fibres;

/// A thread's number in its block, from the fibre that runs.
struct ThreadIndex {
    struct X {
        operator unsigned() const {
            return fibres.current() % blockDim.x;
        } // NOLINT: as an unsigned
    } x;
    struct Y {
        operator unsigned() const { return fibres.current() / blockDim.x; } // NOLINT
    } y;
};
constexpr ThreadIndex threadIdx;

void __syncthreads() {
    fibres.barrier();
}
unsigned __shfl_down_sync(unsigned, unsigned value, unsigned ahead) {
    return fibres.shuffle_down(value, ahead);
}
} // namespace

unsigned dynamic_shared[32 * 64];

// A program has one function of each C name, and many folders have a cuda_1.
#define __global__
#define __device__
#define __forceinline__ inline
#define __shared__
#define tile dynamic_shared
#include "kernels/transpose/cuda_5_pad.cu"
#undef tile
#undef __shared__
#define __shared__ static
#define cuda_1 launch_shape_cuda_1
#include "kernels/launch_shape/cuda_1.cu"
#undef cuda_1
#define cuda_1 gather_cuda_1
#include "kernels/gather/cuda_1.cu"
#undef cuda_1
#define cuda_1 pointer_chase_cuda_1
#include "kernels/pointer_chase/cuda_1.cu"
#undef cuda_1
#define cuda_1_naive transpose_cuda_1_naive
#include "kernels/gather/cuda_0_stretches.cu"
#include "kernels/launch_shape/cuda_2_grid_stride.cu"
#include "kernels/pointer_chase/cuda_2_interleaved.cu"
#include "kernels/reduction/cuda_1_interleaved.cu"
#include "kernels/reduction/cuda_2_strided.cu"
#include "kernels/reduction/cuda_3_sequential.cu"
#include "kernels/reduction/cuda_4_first_add.cu"
#include "kernels/reduction/cuda_5_shuffle.cu"
#include "kernels/transpose/cuda_1_naive.cu"
#include "kernels/transpose/cuda_2_coalesced_reads.cu"
#include "kernels/transpose/cuda_3_shared.cu"
#include "kernels/transpose/cuda_4_padded.cu"

namespace lockstep::trial {
namespace {

/// The argument as the kernel takes it: the memory of a buffer, or the number itself.
template <class T>
T argument(LaunchPlan& plan, const Argument& given) {
    if constexpr (std::is_pointer_v<T>) {
        const auto buffer = static_cast<std::size_t>(std::get<BufferArgument>(given).buffer);
        return reinterpret_cast<T>(plan.buffers[buffer].initial.data());
    } else {
        return std::get<T>(given);
    }
}

template <class... T, std::size_t... I>
std::function<void()> call(void (*kernel)(T...), LaunchPlan& plan, const Launch& launch,
                           std::index_sequence<I...>) {
    EXPECT_EQ(launch.arguments.size(), sizeof...(T));
    return [kernel, values = std::tuple(argument<T>(plan, launch.arguments[I])...)] {
        std::apply(kernel, values);
    };
}

/// Runs every block of every launch of a plan.
using Emulate = std::function<void(LaunchPlan&)>;

template <class... T>
Emulate blocks_of(void (*kernel)(T...)) {
    return [kernel](LaunchPlan& plan) {
        for (const Launch& launch : plan.launches) {
            const auto body = call(kernel, plan, launch, std::index_sequence_for<T...>{});
            gridDim = {launch.grid[0], launch.grid[1], 1};
            blockDim = {launch.block[0], launch.block[1], 1};
            for (blockIdx.y = 0; blockIdx.y < gridDim.y; ++blockIdx.y)
                for (blockIdx.x = 0; blockIdx.x < gridDim.x; ++blockIdx.x)
                    fibres.run(blockDim.x * blockDim.y, body);
        }
    };
}

void expect_same_as_serial(std::string_view name, std::string_view rung, const Emulate& emulate,
                           const Values& values) {
    const Variant& card = variant(name, rung);
    const auto job = problem(workload(name), values);
    for (int input = 0; input < input_count; ++input) {
        const auto expected = run(variant(name, "serial"), *job, input, 1);
        LaunchPlan plan = card.plan(*job, input);
        emulate(plan);
        std::vector<std::vector<std::byte>> results;
        for (const Buffer& one : plan.buffers)
            if (one.result)
                results.push_back(one.initial);
        EXPECT_EQ(plan.fold(results), expected->checksum) << words(card, values, input);
    }
}

constexpr double sizes[] = {0, 1, 2, 7, 8, 31, 32, 33, 1000, 1025};

TEST(CudaBlock, OfLaunchShapeEqualsSerial) {
    for (const double items : sizes)
        for (const double block : {1, 31, 32, 33, 1024}) {
            const Values values = {{"items", items}, {"block", block}, {"grid", 3}};
            expect_same_as_serial("launch_shape", "cuda_1", blocks_of(launch_shape_cuda_1), values);
            expect_same_as_serial("launch_shape", "cuda_2_grid_stride",
                                  blocks_of(cuda_2_grid_stride), values);
        }
}

TEST(CudaBlock, OfGatherEqualsSerial) {
    const std::pair<std::string_view, Emulate> rungs[] = {
        {"cuda_0_stretches", blocks_of(cuda_0_stretches)},
        {"cuda_1", blocks_of(gather_cuda_1)},
    };
    for (const double loads : {0, 1, 2, 7, 8, 31, 32, 33, 1000, 1025, 2048, 4097})
        for (const double order : {0, 1})
            for (const auto& [name, emulate] : rungs)
                expect_same_as_serial("gather", name, emulate,
                                      {{"loads", loads},
                                       {"order", order},
                                       {"stride", 9},
                                       {"offset", 5},
                                       {"array", 64}});
}

TEST(CudaBlock, OfPointerChaseEqualsSerial) {
    const std::pair<std::string_view, Emulate> rungs[] = {
        {"cuda_1", blocks_of(pointer_chase_cuda_1)},
        {"cuda_2_interleaved", blocks_of(cuda_2_interleaved)},
    };
    for (const double loads : sizes)
        for (const double chains : {1, 2, 7, 128, 129, 1025})
            for (const auto& [name, emulate] : rungs)
                expect_same_as_serial("pointer_chase", name, emulate,
                                      {{"loads", loads}, {"chains", chains}, {"buffer", 32}});
}

TEST(CudaBlock, OfTransposeEqualsSerial) {
    const std::pair<std::string_view, Emulate> rungs[] = {
        {"cuda_1_naive", blocks_of(transpose_cuda_1_naive)},
        {"cuda_2_coalesced_reads", blocks_of(cuda_2_coalesced_reads)},
        {"cuda_3_shared", blocks_of(cuda_3_shared)},
        {"cuda_4_padded", blocks_of(cuda_4_padded)},
    };
    for (const double n : {0, 1, 2, 7, 8, 31, 32, 33, 100}) {
        for (const auto& [name, emulate] : rungs)
            expect_same_as_serial("transpose", name, emulate, {{"n", n}});
        for (const double pad : {0, 1, 2, 32})
            expect_same_as_serial("transpose", "cuda_5_pad", blocks_of(cuda_5_pad),
                                  {{"n", n}, {"pad", pad}});
    }
}

TEST(CudaBlock, OfReductionEqualsSerial) {
    const std::pair<std::string_view, Emulate> rungs[] = {
        {"cuda_1_interleaved", blocks_of(cuda_1_interleaved)},
        {"cuda_2_strided", blocks_of(cuda_2_strided)},
        {"cuda_3_sequential", blocks_of(cuda_3_sequential)},
        {"cuda_4_first_add", blocks_of(cuda_4_first_add)},
        {"cuda_5_shuffle", blocks_of(cuda_5_shuffle)},
    };
    for (const double n : {0, 1, 2, 7, 8, 31, 32, 33, 256, 257, 512, 513, 1000, 1025})
        for (const auto& [name, emulate] : rungs)
            expect_same_as_serial("reduction", name, emulate, {{"n", n}});
    // 258 sums of 256 numbers, then two, then one: three launches.
    expect_same_as_serial("reduction", rungs[0].first, rungs[0].second, {{"n", 66'000}});
}

} // namespace
} // namespace lockstep::trial
