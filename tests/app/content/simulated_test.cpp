// SPDX-License-Identifier: MIT
#include "app/content/simulated.hpp"

#include "app/content/experiment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

struct SimulatedTest : testing::Test {
    std::vector<Problem> problems;
    std::vector<Experiment> read(std::string_view text) {
        const Tree tree = read_toml(text, "lesson.toml").value();
        Keys keys(tree, "lesson.toml", "lesson.toml", problems);
        return read_experiments(keys);
    }
};

TEST_F(SimulatedTest, ReadsEveryKey) {
    const auto all = read(R"(
[experiment.main]
workload = 'gather'
quantity = 'count'
sweep.stride = [1, 2, 4]
[experiment.main.simulated]
variants = ['cuda_1']
of = 'global_sectors'
per = 'global_requests'
words = 'sectors a request'
baseline = 'cuda_2'
)");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(problems.empty()) << problems[0].text();
    EXPECT_TRUE(all[0].counts());
    EXPECT_THAT(all[0].own_variants(), ElementsAre("cuda_1"));
    const SimulatedSeries& simulated = *all[0].simulated;
    EXPECT_EQ(simulated.of, "global_sectors");
    EXPECT_EQ(simulated.per, "global_requests");
    EXPECT_EQ(simulated.words, "sectors a request");
    EXPECT_EQ(simulated.baseline, "cuda_2");
}

TEST_F(SimulatedTest, ACountNeedsIt) {
    EXPECT_TRUE(read(R"(
[experiment.main]
workload = 'gather'
quantity = 'count'
sweep.stride = [1, 2]
)")
                    .empty());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0].what, HasSubstr("counts nothing"));
}

TEST_F(SimulatedTest, BesideATimeTheVariantsStayItsOwn) {
    const auto all = read(R"(
[experiment.main]
workload = 'gather'
variants = ['serial']
sweep.stride = [1, 2]
simulated = { variants = 'cuda_1', of = 'atomics' }
)");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_THAT(all[0].own_variants(), ElementsAre("serial"));
    EXPECT_EQ(name_of(all[0].quantity), "speedup");
}

TEST(Simulated, CountersAreTheSimulators) {
    EXPECT_THAT(counter_names(), Contains("global_sectors"));
    EXPECT_THAT(counter_names(), Contains("lane_efficiency"));
}

} // namespace
} // namespace lockstep::content
