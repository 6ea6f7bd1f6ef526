// SPDX-License-Identifier: MIT
// The CUDA kernels' own source, compiled as plain C++ and run thread by thread with the arguments
// of their plans: it computes what the serial variant computes. On a machine with no card this is
// what holds the sources to the oracle; kernels with barriers or shared memory are run by
// cuda_block_test.cpp.
#include "trial.hpp"

#include <cstring>
#include <gtest/gtest.h>

namespace {
struct Index {
    unsigned x, y, z;
};
Index blockIdx, blockDim, threadIdx; // as CUDA names them
} // namespace

#define __global__
#define __device__
#define __forceinline__ inline
#include "kernels/divergence/cuda_1.cu"
#include "kernels/divergence/cuda_2_table.cu"
#include "kernels/mandelbrot/cuda_1_naive.cu"

namespace lockstep::trial {
namespace {

template <class Kernel>
void for_each_thread(const Launch& launch, const Kernel& kernel) {
    const auto each = [](const Shape& shape, Index& index, const auto& body) {
        for (index.z = 0; index.z < shape[2]; ++index.z)
            for (index.y = 0; index.y < shape[1]; ++index.y)
                for (index.x = 0; index.x < shape[0]; ++index.x)
                    body();
    };
    blockDim = {launch.block[0], launch.block[1], launch.block[2]};
    each(launch.grid, blockIdx, [&] { each(launch.block, threadIdx, kernel); });
}

/// The numbers behind argument i, which is a buffer.
template <class T>
T* buffer(LaunchPlan& plan, const Launch& launch, std::size_t i) {
    const auto index =
        static_cast<std::size_t>(std::get<BufferArgument>(launch.arguments[i]).buffer);
    return reinterpret_cast<T*>(plan.buffers[index].initial.data());
}

void divergence(LaunchPlan& plan, const Launch& launch) {
    const auto whole = [&](std::size_t i) { return std::get<std::int32_t>(launch.arguments[i]); };
    for_each_thread(launch, [&] {
        cuda_1(buffer<float>(plan, launch, 0), buffer<int>(plan, launch, 1),
               buffer<float>(plan, launch, 2), whole(3), whole(4), whole(5), whole(6));
    });
}

void divergence_table(LaunchPlan& plan, const Launch& launch) {
    const auto whole = [&](std::size_t i) { return std::get<std::int32_t>(launch.arguments[i]); };
    for_each_thread(launch, [&] {
        cuda_2_table(buffer<float>(plan, launch, 0), buffer<int>(plan, launch, 1),
                     buffer<float>(plan, launch, 2), whole(3), whole(4), whole(5), whole(6),
                     buffer<float>(plan, launch, 7));
    });
}

void mandelbrot(LaunchPlan& plan, const Launch& launch) {
    const auto whole = [&](std::size_t i) { return std::get<std::int32_t>(launch.arguments[i]); };
    const auto real = [&](std::size_t i) { return std::get<float>(launch.arguments[i]); };
    for_each_thread(launch, [&] {
        cuda_1_naive(buffer<int>(plan, launch, 0), whole(1), whole(2), real(3), real(4), real(5));
    });
}

using Emulate = void (*)(LaunchPlan&, const Launch&);

void expect_same_as_serial(const Variant& card, Emulate emulate, const Values& values) {
    const auto job = problem(workload(card.workload), values);
    for (int input = 0; input < input_count; ++input) {
        const auto expected = run(variant(card.workload, "serial"), *job, input, 1);
        LaunchPlan plan = card.plan(*job, input);
        for (const Launch& launch : plan.launches)
            emulate(plan, launch);
        std::vector<std::vector<std::byte>> results;
        for (const Buffer& one : plan.buffers)
            if (one.result)
                results.push_back(one.initial);
        EXPECT_EQ(plan.fold(results), expected->checksum) << words(card, values, input);
    }
}

TEST(CudaSource, OfDivergenceEqualsSerial) {
    const std::pair<std::string_view, Emulate> rungs[] = {{"cuda_1", &divergence},
                                                          {"cuda_2_table", &divergence_table}};
    for (const auto& [name, emulate] : rungs) {
        const Variant& card = variant("divergence", name);
        for (const double lanes : {0, 1, 2, 7, 8, 31, 32, 33, 1000, 1025})
            expect_same_as_serial(card, emulate, {{"lanes", lanes}, {"length", 3}});
        for (const double order : {0, 1, 2})
            for (const double paths : {2, 3, 16, 32})
                expect_same_as_serial(card, emulate,
                                      {{"lanes", 40},
                                       {"group", 32},
                                       {"leave", 31},
                                       {"order", order},
                                       {"paths", paths}});
    }
}

TEST(CudaSource, OfMandelbrotEqualsSerial) {
    const Variant& card = variant("mandelbrot", "cuda_1_naive");
    for (const double size : {0, 1, 2, 7, 8, 31, 32, 33, 257})
        expect_same_as_serial(card, &mandelbrot, {{"size", size}, {"iterations", 40}, {"tile", 8}});
}

} // namespace
} // namespace lockstep::trial
