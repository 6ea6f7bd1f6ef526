// SPDX-License-Identifier: MIT
// What can be known of the CUDA variants without a card: their PTX has the shape that the lesson
// needs, their plans fit their kernels, and their fold gives the serial variant's checksum.
#include "trial.hpp"

#include "kernels/divergence/divergence.hpp"
#include "kernels/mandelbrot/mandelbrot.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <regex>
#include <sstream>

namespace lockstep::trial {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::filesystem::path built(const std::string& name) {
    const char* folder = std::getenv("LOCKSTEP_BINARY_DIR");
    return std::filesystem::path(folder ? folder : ".") / "bin" / name;
}

std::size_t count(const std::string& text, const std::regex& what) {
    return static_cast<std::size_t>(std::distance(
        std::sregex_iterator(text.begin(), text.end(), what), std::sregex_iterator()));
}

/// Branches to a label that stands before them.
int loops(const std::string& ptx) {
    const std::regex label(R"((\$L__BB\d+_\d+):)"), branch(R"(bra(?:\.uni)?\s+(\$L__BB\d+_\d+);)");
    std::vector<std::string> seen;
    int backward = 0;
    std::istringstream lines(ptx);
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_search(line, found, label))
            seen.push_back(found[1]);
        if (std::regex_search(line, found, branch))
            backward += std::ranges::find(seen, found[1].str()) != seen.end();
    }
    return backward;
}

std::string ptx_or_skip(const std::string& name) {
    return std::filesystem::exists(built(name)) ? text_of(built(name)) : "";
}

TEST(Ptx, DivergenceHasALoopForEachPathAndNoSelect) {
    const std::string ptx = ptx_or_skip("divergence_cuda_1.ptx");
    if (ptx.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    EXPECT_EQ(loops(ptx), divergence_paths + 1) << "one for each path and one over the steps";
    EXPECT_EQ(count(ptx, std::regex(R"(selp\.)")), 0u) << "a select instead of a branch";
    EXPECT_EQ(count(ptx, std::regex(R"(fma\.)")), 0u) << "fused multiply-add rounds otherwise";
    for (const float r : divergence_r) {
        const std::string bits = fmt::format("0f{:08X}", std::bit_cast<std::uint32_t>(r));
        EXPECT_EQ(count(ptx, std::regex(bits)), 1u) << "path of r = " << r;
    }
}

TEST(Ptx, DivergenceHasALineForEachPath) {
    const std::string ptx = ptx_or_skip("divergence_cuda_1.ptx");
    if (ptx.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const char* root = std::getenv("LOCKSTEP_SOURCE_DIR");
    std::istringstream source(
        text_of(std::filesystem::path(root) / "kernels/divergence/cuda_1.cu"));
    int number = 0, paths = 0;
    for (std::string line; std::getline(source, line);) {
        ++number;
        if (line.find("* v * (1 - v)") == std::string::npos)
            continue;
        ++paths;
        EXPECT_GE(count(ptx, std::regex(fmt::format(R"(\.loc\s+1 {} )", number))), 1u) << line;
    }
    EXPECT_EQ(paths, divergence_paths);
}

TEST(Ptx, MandelbrotIsNotFused) {
    const std::string ptx = ptx_or_skip("mandelbrot_cuda_1_naive.ptx");
    if (ptx.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    EXPECT_EQ(count(ptx, std::regex(R"(fma\.)")), 0u);
    EXPECT_THAT(ptx, testing::HasSubstr(".entry cuda_1_naive("));
}

// What the lessons on warps count is what their kernels' sources show: no loop was unrolled or
// merged, and no barrier was added or left out.
TEST(Ptx, LoopsAndBarriersAreThoseOfTheSource) {
    struct Expected {
        std::string name;
        int loops;
        std::size_t barriers, shuffles;
    };
    // The table's third is for paths without any step, which there are not.
    const Expected all[] = {
        {"launch_shape_cuda_1", 0, 0, 0},
        {"launch_shape_cuda_2_grid_stride", 1, 0, 0},
        {"divergence_cuda_2_table", 3, 0, 0},
        {"gather_cuda_0_stretches", 2, 0, 0},
        {"gather_cuda_1", 2, 0, 0},
        {"pointer_chase_cuda_1", 1, 0, 0},
        {"pointer_chase_cuda_2_interleaved", 1, 0, 0},
        {"reduction_cuda_1_interleaved", 1, 2, 0},
        {"reduction_cuda_2_strided", 1, 2, 0},
        {"reduction_cuda_3_sequential", 1, 2, 0},
        {"reduction_cuda_4_first_add", 1, 2, 0},
        {"reduction_cuda_5_shuffle", 2, 1, 2},
        {"transpose_cuda_2_coalesced_reads", 0, 0, 0},
        {"transpose_cuda_3_shared", 0, 1, 0},
        {"transpose_cuda_4_padded", 0, 1, 0},
    };
    for (const Expected& one : all) {
        const std::string ptx = ptx_or_skip(one.name + ".ptx");
        if (ptx.empty())
            GTEST_SKIP() << "no nvcc was found when this was built";
        EXPECT_EQ(loops(ptx), one.loops) << one.name;
        EXPECT_EQ(count(ptx, std::regex(R"(bar\.sync)")), one.barriers) << one.name;
        EXPECT_EQ(count(ptx, std::regex(R"(shfl\.sync)")), one.shuffles) << one.name;
        EXPECT_EQ(count(ptx, std::regex(R"(fma\.)")), 0u) << one.name;
    }
}

class CardVariant : public testing::TestWithParam<const Variant*> {};

/// The parameters of the kernel's entry in the PTX.
std::size_t kernel_parameters(const std::string& ptx, const std::string& kernel) {
    return count(ptx, std::regex(R"(\.param \.[a-z]\d+ )" + kernel + "_param_"));
}

TEST_P(CardVariant, PlanFitsTheKernel) {
    const Variant& one = *GetParam();
    const std::string file = std::string(one.workload) + "_" + std::string(one.name);
    const std::string ptx = ptx_or_skip(file + ".ptx");
    if (ptx.empty())
        GTEST_SKIP() << "no nvcc was found when this was built";
    EXPECT_TRUE(std::filesystem::exists(built(file + ".fatbin")));
    const auto job = problem(workload(one.workload), {});
    const LaunchPlan plan = one.plan(*job, 0);
    EXPECT_EQ(plan.module, one.workload);
    ASSERT_FALSE(plan.launches.empty());
    for (const Launch& launch : plan.launches) {
        EXPECT_EQ(kernel_parameters(ptx, launch.kernel), launch.arguments.size());
        for (const Argument& argument : launch.arguments)
            if (const auto* buffer = std::get_if<BufferArgument>(&argument)) {
                EXPECT_LT(static_cast<std::size_t>(buffer->buffer), plan.buffers.size());
            }
    }
}

std::vector<const Variant*> cards() {
    std::vector<const Variant*> list;
    std::ranges::copy_if(all_variants(), std::back_inserter(list),
                         [](const Variant* one) { return one->crew == Crew::Card; });
    return list;
}

INSTANTIATE_TEST_SUITE_P(All, CardVariant, testing::ValuesIn(cards()), [](const auto& one) {
    return std::string(one.param->workload) + "_" + std::string(one.param->name);
});

/// Serial's own numbers, as if a card had sent them back.
TEST(Fold, OfDivergenceIsSerials) {
    const auto job = problem(workload("divergence"), {{"lanes", 33}});
    const auto& divergence = static_cast<const Divergence&>(*job);
    const auto serial = run(variant("divergence", "serial"), *job, 2, 1);
    std::vector<std::vector<std::byte>> results = {bytes_of(std::span<const float>(divergence.y))};
    const LaunchPlan plan = variant("divergence", "cuda_1").plan(*job, 2);
    EXPECT_EQ(plan.fold(results), serial->checksum);
    results[0][results[0].size() - 4 * 64] ^= std::byte{1}; // the last number of lane 0
    EXPECT_NE(plan.fold(results), serial->checksum);
}

TEST(Fold, OfMandelbrotIsSerials) {
    const auto job = problem(workload("mandelbrot"), {{"size", 33}});
    const auto& picture = static_cast<const Mandelbrot&>(*job);
    const auto serial = run(variant("mandelbrot", "serial"), *job, 1, 1);
    std::vector<std::vector<std::byte>> results = {bytes_of(std::span<const int>(picture.counts))};
    const LaunchPlan plan = variant("mandelbrot", "cuda_1_naive").plan(*job, 1);
    EXPECT_EQ(plan.fold(results), serial->checksum);
    results[0][17 * 4] ^= std::byte{1};
    EXPECT_NE(plan.fold(results), serial->checksum);
}

} // namespace
} // namespace lockstep::trial
