// SPDX-License-Identifier: MIT
// Loading modules by name, launching, and checking what came back, with the CUDA runtime. Only the
// launches and the wait for them are timed; uploads and downloads lie outside the stamps.
#include "kernels/bench/cuda_card.hpp"

#include "kernels/measure/machine.hpp"

#include <fmt/format.h>

#ifdef LOCKSTEP_CUDA
#include "kernels/measure/oracle.hpp"

#include <cuda_runtime_api.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <source_location>
#endif

namespace lockstep::bench {

#ifndef LOCKSTEP_CUDA

GpuFacts ask_card() {
    return {false, has_nvidia_driver() ? "this Lockstep was built without CUDA"
                                       : "no NVIDIA driver found"};
}

Result<std::unique_ptr<Runner>> card_runner(const Variant&, const Problem&,
                                            const std::filesystem::path&) {
    return fail("", ask_card().words);
}

#else

namespace {

/// The CUDA runtime's answer, with the file and line of the call.
Result<void> ok(cudaError_t error, std::source_location at = std::source_location::current()) {
    if (error == cudaSuccess) return {};
    cudaGetLastError(); // the next call must not report this one again
    const std::string file = std::filesystem::path(at.file_name()).filename().string();
    return fail(fmt::format("{}:{}", file, at.line()),
                fmt::format("{} ({})", cudaGetErrorString(error), cudaGetErrorName(error)));
}

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

/// A plan with its buffers on the card.
struct Loaded {
    LaunchPlan plan;
    std::vector<cudaKernel_t> kernels;
    std::vector<void*> buffers;
};

class CardRunner final : public Runner {
  public:
    CardRunner(const Variant& variant, const Problem& problem)
        : m_variant(variant), m_problem(problem) {}

    ~CardRunner() override {
        for (auto& loaded : m_inputs)
            if (loaded)
                for (void* const buffer : loaded->buffers)
                    cudaFree(buffer);
        if (m_library != nullptr) cudaLibraryUnload(m_library);
    }

    Result<void> load_library(const std::filesystem::path& folder) {
        const std::string stem = std::filesystem::path(m_variant.file).stem().string();
        const std::string name = m_variant.plan(m_problem, 0).module + "_" + stem + ".fatbin";
        std::ifstream in(folder / name, std::ios::binary);
        m_code.assign(std::istreambuf_iterator<char>(in), {});
        if (m_code.empty())
            return fail("", fmt::format("'{}' is missing beside the bench", name),
                        "Build it again.");
        return ok(cudaLibraryLoadData(&m_library, m_code.data(), nullptr, nullptr, 0, nullptr,
                                      nullptr, 0));
    }

    Result<Batch> run(std::int64_t first, int repetitions) override {
        Batch batch;
        batch.begin_ns = Recorder::now_ns();
        for (int i = 0; i < repetitions; ++i) {
            LOCKSTEP_TRY(Loaded * loaded, input(input_of(first + i)));
            LOCKSTEP_CHECK(upload(*loaded));
            const std::int64_t begin_ns = Recorder::now_ns();
            LOCKSTEP_CHECK(launch(*loaded));
            LOCKSTEP_CHECK(ok(cudaDeviceSynchronize()));
            batch.launches_ns += static_cast<double>(Recorder::now_ns() - begin_ns);
            LOCKSTEP_TRY(const std::uint64_t result, download(*loaded));
            batch.checksum = folded(batch.checksum, result);
        }
        batch.end_ns = Recorder::now_ns();
        return batch;
    }

  private:
    /// The plan of an input, made and given memory when it is first needed.
    Result<Loaded*> input(int number) {
        auto& loaded = m_inputs[static_cast<std::size_t>(number)];
        if (loaded) return &*loaded;
        loaded.emplace();
        loaded->plan = m_variant.plan(m_problem, number);
        for (const Buffer& buffer : loaded->plan.buffers) {
            void*& memory = loaded->buffers.emplace_back(nullptr);
            LOCKSTEP_CHECK(
                ok(cudaMalloc(&memory, std::max<std::size_t>(1, buffer.initial.size()))));
        }
        for (const Launch& wanted : loaded->plan.launches)
            LOCKSTEP_CHECK(ok(cudaLibraryGetKernel(&loaded->kernels.emplace_back(nullptr),
                                                   m_library, wanted.kernel.c_str())));
        return &*loaded;
    }

    Result<void> upload(const Loaded& loaded) {
        for (std::size_t i = 0; i < loaded.buffers.size(); ++i) {
            const auto& bytes = loaded.plan.buffers[i].initial;
            LOCKSTEP_CHECK(ok(
                cudaMemcpy(loaded.buffers[i], bytes.data(), bytes.size(), cudaMemcpyHostToDevice)));
        }
        return ok(cudaDeviceSynchronize());
    }

    Result<void> launch(Loaded& loaded) {
        for (std::size_t i = 0; i < loaded.kernels.size(); ++i) {
            Launch& wanted = loaded.plan.launches[i];
            m_arguments.clear();
            for (Argument& argument : wanted.arguments)
                m_arguments.push_back(
                    std::visit([&](auto& value) { return address(loaded, value); }, argument));
            const auto dim = [](const Shape& shape) { return dim3(shape[0], shape[1], shape[2]); };
            LOCKSTEP_CHECK(ok(cudaLaunchKernel(reinterpret_cast<const void*>(loaded.kernels[i]),
                                               dim(wanted.grid), dim(wanted.block),
                                               m_arguments.data(), wanted.shared_bytes, nullptr)));
        }
        return {};
    }

    static void* address(Loaded& loaded, BufferArgument& argument) {
        return &loaded.buffers[static_cast<std::size_t>(argument.buffer)];
    }
    static void* address(Loaded&, auto& value) { return &value; }

    Result<std::uint64_t> download(const Loaded& loaded) {
        std::vector<std::vector<std::byte>> results;
        for (std::size_t i = 0; i < loaded.buffers.size(); ++i) {
            if (!loaded.plan.buffers[i].result) continue;
            auto& bytes = results.emplace_back(loaded.plan.buffers[i].initial.size());
            LOCKSTEP_CHECK(ok(
                cudaMemcpy(bytes.data(), loaded.buffers[i], bytes.size(), cudaMemcpyDeviceToHost)));
        }
        return loaded.plan.fold(results);
    }

    const Variant& m_variant;
    const Problem& m_problem;
    std::vector<char> m_code;
    cudaLibrary_t m_library = nullptr;
    std::array<std::optional<Loaded>, input_count> m_inputs;
    std::vector<void*> m_arguments;
};

} // namespace

GpuFacts ask_card() {
    static const GpuFacts facts = asked();
    return facts;
}

Result<std::unique_ptr<Runner>> card_runner(const Variant& variant, const Problem& problem,
                                            const std::filesystem::path& folder) {
    if (const GpuFacts facts = ask_card(); !facts.present) return fail("", facts.words);
    auto runner = std::make_unique<CardRunner>(variant, problem);
    LOCKSTEP_CHECK(runner->load_library(folder));
    return runner;
}

#endif

} // namespace lockstep::bench
