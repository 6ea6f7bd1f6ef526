// SPDX-License-Identifier: MIT
// Ids, times and the command that repeats a run.
#include "app/experiment/sweep.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace lockstep {
namespace {

TEST(Identity, UuidsAreOfVersionFourAndDiffer) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string id = new_uuid();
        EXPECT_THAT(id, testing::MatchesRegex(
                            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        seen.insert(id);
    }
    EXPECT_EQ(seen.size(), 100u);
}

TEST(Identity, TimeIsUtcInIso8601) {
    EXPECT_THAT(utc_now(),
                testing::MatchesRegex("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"));
}

TEST(Identity, TheCommandNamesSweepSettingsAndVariants) {
    const auto plan =
        testing_support::planned(testing_support::shared_part(), testing_support::machine());
    EXPECT_EQ(repeat_command(plan.run),
              "lockstep run amdahl --sweep f=0,0.25,0.5,0.75,1 --set order=0 --set p=2 "
              "--set piece_us=20 --variants multicore");
}

TEST(Identity, TheCommandEmptiesCachesAgain) {
    content::Experiment experiment = testing_support::shared_part();
    experiment.cache = content::Cache::Cold;
    const auto plan = testing_support::planned(experiment, testing_support::machine());
    EXPECT_THAT(repeat_command(plan.run), testing::HasSubstr(" --cache cold --variants"));
    experiment.cache = content::Cache::Warm;
    experiment.set = {{"caches", 1}};
    const auto slid = testing_support::planned(experiment, testing_support::machine());
    EXPECT_EQ(repeat_command(slid.run), repeat_command(plan.run)) << "a slider says no more";
}

TEST(Identity, OnlyALessonSaysWhatIsCounted) {
    lockstep::Run run;
    run.quantity = "count";
    run.workload = "gather";
    run.lesson = "coalescing";
    EXPECT_EQ(repeat_command(run), "lockstep run lesson:coalescing");
}

} // namespace
} // namespace lockstep
