// SPDX-License-Identifier: MIT
// ptxas's words, as they were written once and as the tools that are here write them.
#include "kernels/bench/ptxas.hpp"

#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/nvrtc.hpp"
#include "kernels/bench/simulation.hpp"
#include "tests/kernels/bench/child.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace lockstep::bench {
namespace {

using testing::HasSubstr;

constexpr std::string_view words = R"(mine.cu(3): warning: unused
ptxas info    : 0 bytes gmem
ptxas info    : Compiling entry function 'fold' for 'sm_75'
ptxas info    : Function properties for fold
    8 bytes stack frame, 24 bytes spill stores, 28 bytes spill loads
ptxas info    : Function properties for called
    0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
ptxas info    : Used 38 registers, used 1 barriers, 1024 bytes smem, 380 bytes cmem[0]
ptxas info    : 0 bytes gmem
ptxas info    : Compiling entry function 'fold' for 'sm_90'
ptxas info    : Function properties for fold
    0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
ptxas info    : Used 40 registers, used 1 barriers)";

TEST(Ptxas, ReadsRegistersSharedMemoryAndSpills) {
    const auto figures = read_ptxas_log(words);
    ASSERT_EQ(figures.size(), 2u);
    EXPECT_EQ(figures[0].kernel, "fold");
    EXPECT_EQ(figures[0].sm, 75);
    EXPECT_EQ(figures[0].registers, 38);
    EXPECT_EQ(figures[0].shared_bytes, 1024);
    EXPECT_EQ(figures[0].spilled_bytes, 24) << "of the kernel, not of what it calls";
    EXPECT_EQ(figures[1].sm, 90);
    EXPECT_EQ(figures[1].registers, 40);
    EXPECT_EQ(figures[1].shared_bytes, 0);
    EXPECT_TRUE(read_ptxas_log("").empty());
    EXPECT_TRUE(read_ptxas_log("ptxas info    : Used 40 registers").empty()) << "of no kernel";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class KernelOfCard : public testing::TestWithParam<const Variant*> {
  protected:
    std::string name() const {
        return std::string(GetParam()->workload) + "_" + std::string(GetParam()->name);
    }
    /// As the build left them; empty where there was no nvcc.
    std::vector<KernelFigures> built() const {
        return read_ptxas_log(text_of(binary_folder() + name() + ".ptxas"));
    }
    std::string source() const {
        return text_of(std::filesystem::path(std::getenv("LOCKSTEP_SOURCE_DIR")) /
                       GetParam()->file);
    }
};

TEST_P(KernelOfCard, HasRegistersForEveryArchitecture) {
    const auto figures = built();
    if (figures.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    for (const int sm : {75, 80, 86, 89, 90, 100, 120}) {
        const KernelFigures* const one = figures_for(figures, GetParam()->function, sm);
        ASSERT_NE(one, nullptr) << "sm_" << sm;
        EXPECT_EQ(one->sm, sm);
        EXPECT_GE(one->registers, 1);
        EXPECT_LE(one->registers, 255);
    }
}

/// What NVRTC says of the source, or why this test cannot be.
Result<std::vector<KernelFigures>> by_nvrtc(const std::string& source, int sm) {
    LOCKSTEP_TRY(const std::string log,
                 ptxas_log_of_cuda(source, "kernel.cu", sm, FusedMultiplyAdd::Off));
    return read_ptxas_log(log);
}

TEST_P(KernelOfCard, NvrtcGetsWhatPtxasGivesItsPtx) {
    const auto figures = by_nvrtc(source(), 75);
    const auto ptx = compile_cuda(source(), "kernel.cu", FusedMultiplyAdd::Off);
    const auto log = ptx ? ptxas_log_of(*ptx, 75) : ptx;
    if (!figures || !log)
        GTEST_SKIP() << (figures ? log.error() : figures.error()).text();
    const auto other = read_ptxas_log(*log);
    const KernelFigures* const nvrtc = figures_for(*figures, GetParam()->function, 75);
    const KernelFigures* const ptxas = figures_for(other, GetParam()->function, 75);
    ASSERT_NE(nvrtc, nullptr);
    ASSERT_NE(ptxas, nullptr) << *log;
    EXPECT_EQ(nvrtc->registers, ptxas->registers);
    EXPECT_EQ(nvrtc->shared_bytes, ptxas->shared_bytes);
    EXPECT_EQ(nvrtc->spilled_bytes, ptxas->spilled_bytes);
}

/// nvcc and NVRTC hand ptxas a loop that they have unrolled a little differently. A warp gets
/// registers in portions of eight a thread, and more than that they do not differ.
TEST_P(KernelOfCard, NvccAndNvrtcAgreeOnSharedMemoryAndNearlyOnRegisters) {
    const auto built_figures = built();
    if (built_figures.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    for (const int sm : {75, 90}) {
        const auto figures = by_nvrtc(source(), sm);
        if (!figures)
            GTEST_SKIP() << figures.error().text();
        const KernelFigures* const nvrtc = figures_for(*figures, GetParam()->function, sm);
        const KernelFigures* const nvcc = figures_for(built_figures, GetParam()->function, sm);
        ASSERT_NE(nvrtc, nullptr);
        ASSERT_NE(nvcc, nullptr);
        EXPECT_NEAR(nvrtc->registers, nvcc->registers, 8) << "sm_" << sm;
        EXPECT_EQ(nvrtc->shared_bytes, nvcc->shared_bytes) << "sm_" << sm;
        EXPECT_EQ(nvrtc->spilled_bytes, nvcc->spilled_bytes) << "sm_" << sm;
    }
}

std::vector<const Variant*> kernels() {
    std::vector<const Variant*> list;
    for (const Variant* const variant : all_variants())
        if (variant->crew == Crew::Card)
            list.push_back(variant);
    return list;
}

INSTANTIATE_TEST_SUITE_P(All, KernelOfCard, testing::ValuesIn(kernels()), [](const auto& one) {
    return std::string(one.param->workload) + "_" + std::string(one.param->name);
});

TEST(Ptxas, SaysItOfPtxWhereItIsInstalled) {
    constexpr const char* text = ".version 8.0\n.target sm_75\n.address_size 64\n"
                                 ".visible .entry nothing()\n{\n    ret;\n}\n";
    const auto log = ptxas_log_of(text, 90);
    if (!log && log.error().what.find("there is none here") != std::string::npos)
        GTEST_SKIP() << log.error().text();
    ASSERT_TRUE(log) << log.error().text();
    const auto figures = read_ptxas_log(*log);
    ASSERT_NE(figures_for(figures, "nothing", 90), nullptr) << *log;
    const auto refused = ptxas_log_of("no PTX", 90);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().what, HasSubstr("sm_90"));
}

} // namespace
} // namespace lockstep::bench
