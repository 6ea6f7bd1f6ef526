// SPDX-License-Identifier: MIT
// Asking the CUDA runtime what there is.
#include "kernels/bench/cuda_card.hpp"

#include "kernels/bench/card_runner.hpp"
#include "kernels/measure/machine.hpp"

#ifdef LOCKSTEP_CUDA
#include "kernels/bench/cuda_ok.hpp"
#endif

namespace lockstep::bench {

namespace {

#ifndef LOCKSTEP_CUDA

GpuFacts asked() {
    return {false, has_nvidia_driver() ? "this Lockstep was built without CUDA"
                                       : "no NVIDIA driver found"};
}

Result<CardFacts> asked_facts() {
    return fail("", asked().words);
}

#else

GpuFacts asked() {
    if (!has_nvidia_driver()) return {false, "no NVIDIA driver found"};
    int count = 0;
    if (const auto counted = ok(cudaGetDeviceCount(&count)); !counted)
        return {false, "the NVIDIA driver finds no usable card: " + counted.error().what};
    cudaDeviceProp properties{};
    if (count == 0) return {false, "the NVIDIA driver finds no card"};
    if (const auto read = ok(cudaGetDeviceProperties(&properties, 0)); !read)
        return {false, "the card does not answer: " + read.error().what};
    return {true, properties.name};
}

Result<CardFacts> asked_facts() {
    CardFacts facts;
    facts.sm = 10 * attribute(cudaDevAttrComputeCapabilityMajor) +
               attribute(cudaDevAttrComputeCapabilityMinor);
    facts.sms = attribute(cudaDevAttrMultiProcessorCount);
    facts.core_mhz = 1e-3 * attribute(cudaDevAttrClockRate);
    facts.memory_mhz = 1e-3 * attribute(cudaDevAttrMemoryClockRate);
    std::size_t free_bytes = 0, all_bytes = 0;
    LOCKSTEP_CHECK(ok(cudaMemGetInfo(&free_bytes, &all_bytes)));
    facts.memory_gib = static_cast<double>(all_bytes) / (1u << 30);
    LOCKSTEP_CHECK(ok(cudaDriverGetVersion(&facts.driver_version)));
    LOCKSTEP_CHECK(ok(cudaRuntimeGetVersion(&facts.runtime_version)));
    return facts;
}

#endif

} // namespace

GpuFacts ask_card() {
    static const GpuFacts facts = asked();
    return facts;
}

Result<CardFacts> card_facts() {
    if (const GpuFacts facts = ask_card(); !facts.present) return fail("", facts.words);
    return asked_facts();
}

Result<std::unique_ptr<Runner>> card_runner(const Variant& variant, const Problem& problem,
                                            const std::filesystem::path& folder) {
    LOCKSTEP_TRY(std::unique_ptr<CardModule> module, load_card_module(variant, problem, folder));
    return card_runner_on(variant, problem, std::move(module));
}

} // namespace lockstep::bench
