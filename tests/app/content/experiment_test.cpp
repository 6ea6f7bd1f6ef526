// SPDX-License-Identifier: MIT
#include "app/content/experiment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct ExperimentTest : testing::Test {
    std::vector<Problem> problems;
    std::vector<Experiment> read(std::string_view text) {
        const Tree tree = read_toml(text, "lesson.toml").value();
        Keys keys(tree, "lesson.toml", "lesson.toml", problems);
        return read_experiments(keys);
    }
};

TEST_F(ExperimentTest, ReadsEveryKey) {
    const auto all = read(R"(
[experiment.main]
tab = 'lanes'
workload = 'divergence'
variants = ['simd', 'cuda_1']
baseline = { variant = 'simd', leave = 0 }
quantity = 'relative_time'
unit = 'ms'
budget = 8
cache = 'cold'
sweep.leave = [3, 1, 2]
models = ['divergence']
set = { paths = 2 }
needs = { cores = 2, effect = 0.05 }
x = { words = 'lanes', unit = 'lane', percent = true, log = true, beyond = 16, joined = false }
y = { words = 'times', log = true, low = 0.5, high = 4 }
sliders.p = { start = 'cores', min = 1, max = 'cores', words = 'threads' }
sliders.length = { start = 64, min = 1, max = 256, log = true, stops = [1, 64, 256] }
sliders.paths = { start = 2, min = 2, max = 'lanes', later = true, only = { length = 64 } }
strip = false
cures.load_balance = { words = 'Make the paths short', set = { length = 1 } }
)");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(problems.empty()) << problems[0].text();
    const Experiment& e = all[0];
    EXPECT_EQ(e.id, "main");
    EXPECT_EQ(e.line, 2);
    EXPECT_EQ(e.baseline, "simd");
    EXPECT_EQ(e.baseline_set, (Values{{"leave", 0}}));
    EXPECT_EQ(e.quantity, Quantity::RelativeTime);
    EXPECT_EQ(e.x, "leave");
    EXPECT_THAT(e.x_values, ElementsAre(1, 2, 3)) << "in rising order";
    EXPECT_TRUE(e.x_percent && e.x_log && e.y_log);
    EXPECT_EQ(e.x_unit, "lane");
    EXPECT_EQ(e.x_beyond, 16);
    EXPECT_FALSE(e.x_joined);
    EXPECT_TRUE(Experiment{}.x_joined) << "unless the author says otherwise";
    EXPECT_EQ(e.budget_s, 8);
    EXPECT_EQ(e.cache, Cache::Cold);
    EXPECT_EQ(e.y_high, 4);
    EXPECT_EQ(e.needs_cores, 2);
    ASSERT_EQ(e.sliders.size(), 3u);
    EXPECT_EQ(e.sliders[2].high.on(6, 8), 8);
    EXPECT_TRUE(e.sliders[2].later);
    EXPECT_FALSE(e.sliders[0].later);
    EXPECT_EQ(e.sliders[2].only, (Values{{"length", 64}}));
    EXPECT_TRUE(e.sliders[0].only.empty());
    EXPECT_FALSE(e.strip);
    EXPECT_TRUE(Experiment{}.strip) << "unless the author says otherwise";
    ASSERT_EQ(e.cures.size(), 1u);
    EXPECT_EQ(e.cures[0].loss, "load_balance");
    EXPECT_EQ(e.cures[0].words, "Make the paths short");
    EXPECT_EQ(e.cures[0].set, (Values{{"length", 1}}));
    EXPECT_EQ(e.sliders[0].parameter, "p") << "in the author's order";
    EXPECT_TRUE(e.sliders[0].high.cores);
    EXPECT_EQ(e.sliders[0].high.on(6, 8), 6);
    EXPECT_THAT(e.slider("length")->stops, ElementsAre(1, 64, 256));
    EXPECT_EQ(e.slider("none"), nullptr);
}

TEST_F(ExperimentTest, ASweepOverCoresHasNoValuesOfItsOwn) {
    const auto all = read("[experiment.main]\nworkload='a'\nvariants='m'\nsweep.p='cores'\n");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(problems.empty());
    EXPECT_TRUE(all[0].x_values.empty());
    EXPECT_EQ(all[0].baseline, "serial");
}

TEST_F(ExperimentTest, WhatIsMissingIsSaidAndTheOthersStay) {
    const auto all = read("[experiment.main]\nworkload='a'\nvariants='m'\n"
                          "[experiment.other]\nworkload='a'\nvariants='m'\nsweep.f=[1]\n");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].id, "other");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0].what, HasSubstr("has no sweep"));
    EXPECT_EQ(problems[0].line, 1);
}

TEST_F(ExperimentTest, ASliderNeedsItsThreeNumbers) {
    read("[experiment.main]\nworkload='a'\nvariants='m'\nsweep.f=[1]\nsliders.g={ start = 1, min = "
         "'all' }\n");
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].line, 5);
    EXPECT_THAT(problems[0].what, HasSubstr("not a number"));
    EXPECT_THAT(problems[1].what, HasSubstr("no 'max'"));
}

TEST_F(ExperimentTest, OneSweepOnly) {
    read("[experiment.main]\nworkload='a'\nvariants='m'\nsweep.f=[1]\nsweep.g=[2]\n");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 5);
    EXPECT_THAT(problems[0].remedy, HasSubstr("another tab"));
}

TEST_F(ExperimentTest, ABudgetIsSecondsThatSomebodyWaitsFor) {
    const auto all = read("[experiment.main]\nworkload = 'chains'\nvariants = 'multicore'\n"
                          "sweep.chains = [1, 2]\nbudget = 600\n");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].budget_s, 4) << "what is not said is four seconds";
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 5);
    EXPECT_THAT(problems[0].text(), HasSubstr("Write 0.5 to 60."));
}

} // namespace
} // namespace lockstep::content
