// SPDX-License-Identifier: MIT
// The request `simulate` to the real bench: each point in turn, and an end to all of them.
#include "kernels/protocol/kernel_figures.hpp"
#include "sim/simt/limits.hpp"
#include "tests/kernels/bench/child.hpp"
#include "tests/sim/simt/cards.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <optional>

namespace lockstep::bench {
namespace {

protocol::SimulateRequest two_points() {
    protocol::SimulateRequest request;
    request.id = "s1";
    for (const int stride : {1, 8})
        request.points.push_back(
            {stride, "gather", "cuda_1", {{"stride", stride}, {"loads", 1024}, {"array", 64}}});
    return request;
}

std::vector<FromBench> answers(const protocol::SimulateRequest& request) {
    Child bench;
    bench.say(request);
    return bench.hear_run();
}

TEST(AnswerSimulate, CountsWithTheItemsOfARepetition) {
    if (!std::filesystem::exists(binary_folder() + "gather_cuda_1.ptx"))
        GTEST_SKIP() << "no nvcc was found when this was built";
    const auto seen = all_of<protocol::Simulated>(answers(two_points()));
    ASSERT_EQ(seen.size(), 2u);
    for (const protocol::Simulated& point : seen) {
        EXPECT_EQ(point.status, protocol::PointStatus::Ok) << point.reason;
        EXPECT_TRUE(point.finished);
        EXPECT_GT(point.items, 0);
    }
    EXPECT_EQ(seen[1].point, 8);
    EXPECT_GT(seen[1].counters.at("global_sectors"), seen[0].counters.at("global_sectors"));
}

TEST(AnswerSimulate, ACardThatIsNamedHoldsSoManyBlocks) {
    if (!std::filesystem::exists(binary_folder() + "gather_cuda_1.ptxas"))
        GTEST_SKIP() << "no nvcc was found when this was built";
    simt::Device device = simt::hopper();
    device.capability_major = 9;
    protocol::SimulateRequest request = two_points();
    request.device = simt::limits_of(device);
    for (const protocol::Simulated& point : all_of<protocol::Simulated>(answers(request))) {
        ASSERT_EQ(point.occupancy.size(), 1u);
        EXPECT_EQ(point.occupancy[0].figures.kernel, "cuda_1");
        EXPECT_EQ(point.occupancy[0].figures.sm, 90);
        EXPECT_GE(point.occupancy[0].figures.registers, 1);
        EXPECT_GE(point.occupancy[0].blocks_per_sm, 1);
        EXPECT_EQ(point.occupancy[0].unknown, "");
        for (const int sm : {75, 80, 86, 89, 90})
            EXPECT_NE(protocol::figures_for(point.figures, "cuda_1", sm), nullptr) << sm;
    }
    request.device.erase("sms");
    for (const protocol::Simulated& point : all_of<protocol::Simulated>(answers(request))) {
        EXPECT_EQ(point.status, protocol::PointStatus::Unavailable);
        EXPECT_THAT(point.reason, testing::HasSubstr("sms"));
    }
}

TEST(AnswerSimulate, AKernelThatNeedsMoreMemoryThanThereIsEndsWithAFinding) {
    protocol::SimulateRequest request;
    request.id = "s1";
    // 1024 threads with 2.2 MB each are more than 2 GiB before the first instruction.
    request.kernels.push_back({"large.ptx",
                               ".version 8.0\n.target sm_75\n.address_size 64\n"
                               ".visible .entry large()\n{\n.local .align 4 .b8 mine[2200000];\n"
                               "st.local.u32 [mine], 1;\nret;\n}\n",
                               "",
                               {1000},
                               {1024},
                               0,
                               {}});
    const auto seen = all_of<protocol::Simulated>(answers(request));
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_FALSE(seen[0].finished);
    ASSERT_EQ(seen[0].findings.size(), 1u) << seen[0].reason;
    EXPECT_EQ(seen[0].findings[0].kind, "budget");
    EXPECT_THAT(seen[0].findings[0].message,
                testing::StartsWith("The budget of memory is used up at PTX line 7"));
}

TEST(AnswerSimulate, WhoComesTooLateIsUnavailable) {
    protocol::SimulateRequest request = two_points();
    request.total_s = 1e-9;
    const auto said = answers(request);
    const auto seen = all_of<protocol::Simulated>(said);
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[1].status, protocol::PointStatus::Unavailable);
    EXPECT_THAT(seen[1].reason, testing::HasSubstr("before its turn came"));
    EXPECT_EQ(all_of<protocol::Done>(said).size(), 1u) << "and the bench goes on";
}

/// The project's own text of gather/cuda_1, in which `from` is changed to `to`.
protocol::SimulateRequest own_version(const std::string& from, const std::string& to) {
    protocol::SimulateRequest request = two_points();
    request.points.resize(1);
    std::ifstream in(std::filesystem::path(std::getenv("LOCKSTEP_SOURCE_DIR")) /
                     "kernels/gather/cuda_1.cu");
    request.source.assign(std::istreambuf_iterator<char>(in), {});
    const auto at = request.source.find(from);
    EXPECT_NE(at, std::string::npos) << "the kernel has changed";
    if (at != std::string::npos)
        request.source.replace(at, from.size(), to);
    return request;
}

/// Nothing where there is no compiler; else what was seen of the version.
std::optional<protocol::Simulated> try_version(const std::string& from, const std::string& to) {
    const auto seen = all_of<protocol::Simulated>(answers(own_version(from, to)));
    if (seen.size() != 1 || seen[0].reason.find("no CUDA compiler") != std::string::npos)
        return std::nullopt;
    return seen[0];
}

TEST(AnswerSimulate, AVersionOfAKernelIsCompiledAndChecked) {
    const auto same = try_version("unsigned sum = 0", "unsigned sum = 1 - 1");
    if (!same)
        GTEST_SKIP() << "no NVRTC was found when this was built";
    EXPECT_EQ(same->status, protocol::PointStatus::Ok) << same->reason;
    EXPECT_GT(same->counters.at("global_load_requests"), 0);
    const auto wrong = try_version("unsigned sum = 0", "unsigned sum = 1");
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->status, protocol::PointStatus::Wrong);
    EXPECT_THAT(wrong->reason, testing::HasSubstr("serial"));
}

TEST(AnswerSimulate, AVersionThatCannotBeCompiledNamesItsLine) {
    const auto broken = try_version("unsigned sum = 0", "unsigned sum = nothing");
    if (!broken)
        GTEST_SKIP() << "no NVRTC was found when this was built";
    EXPECT_EQ(broken->status, protocol::PointStatus::Unavailable);
    EXPECT_THAT(broken->reason, testing::HasSubstr("nothing"));
    EXPECT_EQ(broken->error_line, 10);
}

} // namespace
} // namespace lockstep::bench
