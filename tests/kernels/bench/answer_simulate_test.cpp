// SPDX-License-Identifier: MIT
// The request `simulate` to the real bench: each point in turn, and an end to all of them.
#include "tests/kernels/bench/child.hpp"

#include <filesystem>
#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

protocol::SimulateRequest two_points() {
    protocol::SimulateRequest request;
    request.id = "s1";
    for (const int stride : {1, 8})
        request.points.push_back({stride, "gather", "cuda_1",
                                  {{"stride", stride}, {"loads", 1024}, {"array", 64}}});
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

} // namespace
} // namespace lockstep::bench
