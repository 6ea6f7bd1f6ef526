// SPDX-License-Identifier: MIT
// Asks the CUDA runtime for attributes of card 0; what it does not answer stays 0.
#include "kernels/bench/card_passport.hpp"

#include "kernels/bench/cuda_card.hpp"

#ifdef LOCKSTEP_CUDA
#include "kernels/bench/cuda_ok.hpp"
#include "kernels/measure/recorder.hpp"

#include <algorithm>
#include <cuda_runtime_api.h>
#include <fmt/format.h>
#include <limits>
#endif

namespace lockstep::bench {

#ifdef LOCKSTEP_CUDA

namespace {

void add_limits(protocol::GpuInfo& gpu) {
    gpu.compute_capability = fmt::format("{}.{}", attribute(cudaDevAttrComputeCapabilityMajor),
                                         attribute(cudaDevAttrComputeCapabilityMinor));
    gpu.multiprocessors = attribute(cudaDevAttrMultiProcessorCount);
    gpu.warp_size = attribute(cudaDevAttrWarpSize);
    gpu.threads_per_block = attribute(cudaDevAttrMaxThreadsPerBlock);
    gpu.threads_per_multiprocessor = attribute(cudaDevAttrMaxThreadsPerMultiProcessor);
    gpu.blocks_per_multiprocessor = attribute(cudaDevAttrMaxBlocksPerMultiprocessor);
    gpu.registers_per_multiprocessor = attribute(cudaDevAttrMaxRegistersPerMultiprocessor);
    gpu.shared_bytes_per_block = attribute(cudaDevAttrMaxSharedMemoryPerBlockOptin);
    gpu.shared_bytes_per_multiprocessor = attribute(cudaDevAttrMaxSharedMemoryPerMultiprocessor);
    gpu.l2_bytes = attribute(cudaDevAttrL2CacheSize);
    gpu.clock_ghz = attribute(cudaDevAttrClockRate) / 1e6; // it is in kHz
    gpu.memory_bus_bits = attribute(cudaDevAttrGlobalMemoryBusWidth);
    std::size_t free_bytes = 0, total_bytes = 0;
    if (cudaMemGetInfo(&free_bytes, &total_bytes) == cudaSuccess)
        gpu.memory_gib = static_cast<double>(total_bytes) / (1u << 30);
    int driver = 0;
    if (cudaDriverGetVersion(&driver) == cudaSuccess)
        gpu.driver = fmt::format("{}.{}", driver / 1000, driver % 1000 / 10);
}

/// The shortest of some tries, in ns; infinite when one fails.
template <class Work>
double best_ns(int tries, const Work& work) {
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < tries; ++i) {
        const std::int64_t begin_ns = Recorder::now_ns();
        if (work() != cudaSuccess || cudaDeviceSynchronize() != cudaSuccess) {
            cudaGetLastError();
            return std::numeric_limits<double>::infinity();
        }
        best = std::min(best, static_cast<double>(Recorder::now_ns() - begin_ns));
    }
    return best;
}

/// 64 MiB between pinned memory and the card, and within the card, where they are read and written.
void add_rates(protocol::GpuInfo& gpu) {
    constexpr std::size_t bytes = 64u << 20;
    constexpr int tries = 12;
    void *host = nullptr, *card = nullptr, *other = nullptr;
    const bool room = cudaMallocHost(&host, bytes) == cudaSuccess &&
                      cudaMalloc(&card, bytes) == cudaSuccess &&
                      cudaMalloc(&other, bytes) == cudaSuccess;
    if (room) {
        const auto rate = [&](void* to, const void* from, cudaMemcpyKind kind) {
            const auto copy = [&] { return cudaMemcpyAsync(to, from, bytes, kind, nullptr); };
            return static_cast<double>(bytes) / best_ns(tries, copy);
        };
        gpu.to_card_gb_s = rate(card, host, cudaMemcpyHostToDevice);
        gpu.from_card_gb_s = rate(host, card, cudaMemcpyDeviceToHost);
        gpu.memory_gb_s = 2 * rate(other, card, cudaMemcpyDeviceToDevice);
        const double launch_ns =
            best_ns(200, [&] { return cudaMemsetAsync(card, 0, sizeof(int), nullptr); });
        gpu.launch_ns = launch_ns < 1e9 ? launch_ns : 0;
    }
    cudaGetLastError();
    cudaFree(other);
    cudaFree(card);
    cudaFreeHost(host);
}

} // namespace

#endif

protocol::GpuInfo card_passport() {
    const GpuFacts facts = ask_card();
    protocol::GpuInfo gpu;
    gpu.present = facts.present;
    gpu.name = facts.words;
#ifdef LOCKSTEP_CUDA
    if (facts.present) {
        add_limits(gpu);
        add_rates(gpu);
    }
#endif
    return gpu;
}

} // namespace lockstep::bench
