// SPDX-License-Identifier: MIT
// Plans on a card, with the CUDA runtime. A build without it has no card.
#include "kernels/bench/card_plan.hpp"

#include "kernels/bench/cuda_card.hpp"

#ifdef LOCKSTEP_CUDA
#include "kernels/bench/cuda_ok.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#endif

namespace lockstep::bench {

#ifndef LOCKSTEP_CUDA

Result<std::unique_ptr<CardModule>> load_card_module(const Variant&, const Problem&,
                                                     const std::filesystem::path&) {
    return fail("", ask_card().words);
}

#else

namespace {

class CudaEvent {
  public:
    CudaEvent() = default;
    ~CudaEvent() {
        if (m_event != nullptr) cudaEventDestroy(m_event);
    }
    CudaEvent(const CudaEvent&) = delete;
    CudaEvent& operator=(const CudaEvent&) = delete;
    Result<void> create() { return ok(cudaEventCreate(&m_event)); }
    Result<void> record() { return ok(cudaEventRecord(m_event, nullptr)); }
    cudaEvent_t get() const { return m_event; }

  private:
    cudaEvent_t m_event = nullptr;
};

/// Launches in front of the first event, so that the queue is long when the card comes to it. Who
/// asks for one or two has long ones, and one of them is time enough for the host.
constexpr int lead_of(int repetitions) {
    return repetitions < 3 ? 1 : 3;
}

class CudaPlan final : public CardPlan {
  public:
    explicit CudaPlan(LaunchPlan plan) : m_plan(std::move(plan)) {}
    ~CudaPlan() override {
        for (void* const buffer : m_buffers)
            cudaFree(buffer);
    }

    Result<void> prepare(cudaLibrary_t library) {
        for (const Buffer& buffer : m_plan.buffers) {
            void*& memory = m_buffers.emplace_back(nullptr);
            LOCKSTEP_CHECK(
                ok(cudaMalloc(&memory, std::max<std::size_t>(1, buffer.initial.size()))));
        }
        for (Launch& launch : m_plan.launches) {
            LOCKSTEP_CHECK(ok(cudaLibraryGetKernel(&m_kernels.emplace_back(nullptr), library,
                                                   launch.kernel.c_str())));
            auto& addresses = m_arguments.emplace_back();
            for (Argument& argument : launch.arguments)
                addresses.push_back(
                    std::visit([&](auto& value) { return address(value); }, argument));
        }
        return {};
    }

    const LaunchPlan& plan() const override { return m_plan; }

    Result<void> upload() override {
        for (std::size_t i = 0; i < m_buffers.size(); ++i) {
            const auto& bytes = m_plan.buffers[i].initial;
            LOCKSTEP_CHECK(
                ok(cudaMemcpy(m_buffers[i], bytes.data(), bytes.size(), cudaMemcpyHostToDevice)));
        }
        return wait();
    }

    Result<void> launch() override {
        const auto dim = [](const Shape& shape) { return dim3(shape[0], shape[1], shape[2]); };
        for (std::size_t i = 0; i < m_kernels.size(); ++i) {
            const Launch& wanted = m_plan.launches[i];
            LOCKSTEP_CHECK(ok(cudaLaunchKernel(
                reinterpret_cast<const void*>(m_kernels[i]), dim(wanted.grid), dim(wanted.block),
                m_arguments[i].data(), wanted.shared_bytes, nullptr)));
        }
        return {};
    }

    Result<void> wait() override { return ok(cudaDeviceSynchronize()); }

    Result<std::vector<std::vector<std::byte>>> results() override {
        std::vector<std::vector<std::byte>> results;
        for (std::size_t i = 0; i < m_buffers.size(); ++i) {
            if (!m_plan.buffers[i].result) continue;
            auto& bytes = results.emplace_back(m_plan.buffers[i].initial.size());
            LOCKSTEP_CHECK(
                ok(cudaMemcpy(bytes.data(), m_buffers[i], bytes.size(), cudaMemcpyDeviceToHost)));
        }
        return results;
    }

    Result<double> time_ns(int repetitions) override {
        CudaEvent begin, end;
        LOCKSTEP_CHECK(begin.create());
        LOCKSTEP_CHECK(end.create());
        for (int i = 0; i < lead_of(repetitions); ++i)
            LOCKSTEP_CHECK(launch());
        LOCKSTEP_CHECK(begin.record());
        for (int i = 0; i < repetitions; ++i)
            LOCKSTEP_CHECK(launch());
        LOCKSTEP_CHECK(end.record());
        LOCKSTEP_CHECK(wait());
        float ms = 0;
        LOCKSTEP_CHECK(ok(cudaEventElapsedTime(&ms, begin.get(), end.get())));
        return 1e6 * static_cast<double>(ms) / repetitions;
    }

  private:
    void* address(BufferArgument& argument) {
        return &m_buffers[static_cast<std::size_t>(argument.buffer)];
    }
    void* address(auto& value) { return &value; }

    LaunchPlan m_plan;
    std::vector<void*> m_buffers;
    std::vector<cudaKernel_t> m_kernels;
    std::vector<std::vector<void*>> m_arguments; ///< of each launch: where its arguments lie
};

class CudaModule final : public CardModule {
  public:
    ~CudaModule() override {
        if (m_library != nullptr) cudaLibraryUnload(m_library);
    }

    Result<void> load(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        m_code.assign(std::istreambuf_iterator<char>(in), {});
        if (m_code.empty())
            return fail("",
                        fmt::format("'{}' is missing beside the bench", file.filename().string()),
                        "Build it again.");
        return ok(cudaLibraryLoadData(&m_library, m_code.data(), nullptr, nullptr, 0, nullptr,
                                      nullptr, 0));
    }

    Result<std::unique_ptr<CardPlan>> place(LaunchPlan plan) override {
        auto placed = std::make_unique<CudaPlan>(std::move(plan));
        LOCKSTEP_CHECK(placed->prepare(m_library));
        return placed;
    }

  private:
    std::vector<char> m_code;
    cudaLibrary_t m_library = nullptr;
};

} // namespace

Result<std::unique_ptr<CardModule>> load_card_module(const Variant& variant, const Problem& problem,
                                                     const std::filesystem::path& folder) {
    if (const GpuFacts facts = ask_card(); !facts.present) return fail("", facts.words);
    const std::string stem = std::filesystem::path(variant.file).stem().string();
    const std::string name = variant.plan(problem, 0).module + "_" + stem + ".fatbin";
    auto module = std::make_unique<CudaModule>();
    LOCKSTEP_CHECK(module->load(folder / name));
    return module;
}

#endif

} // namespace lockstep::bench
