// SPDX-License-Identifier: MIT
// Axes and settings in words: the lesson's, else the catalogue's, else names.
#include "app/experiment/run_words.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(RunWords, TheLessonsWordsComeFirstThenTheCatalogues) {
    const lockstep::Run run = planned(shared_part(), machine()).run;
    const protocol::Catalogue known = catalogue();
    content::Experiment experiment = shared_part();
    EXPECT_EQ(x_words(run, {}), "f, shared part");
    EXPECT_EQ(x_words(run, {&experiment, &known, {}}), "shared part");
    EXPECT_EQ(y_words(run, {&experiment, &known, {}}), "times as fast as serial");
    experiment.x_words = "part that is shared, f";
    experiment.y_words = "times as fast";
    EXPECT_EQ(x_words(run, {&experiment, &known, {}}), "part that is shared, f");
    EXPECT_EQ(y_words(run, {&experiment, &known, {}}), "times as fast");
}

TEST(RunWords, ValuesOfXAreChoicesPercentOrNumbers) {
    lockstep::Run run = planned(shared_part(), machine()).run;
    const protocol::Catalogue known = catalogue();
    content::Experiment experiment = shared_part();
    EXPECT_EQ(x_value_words(run, {&experiment, &known, {}}, 0.125), "0.125");
    experiment.x_percent = true;
    EXPECT_EQ(x_value_words(run, {&experiment, &known, {}}, 0.125), "12.5 %");
    run.x = "order";
    EXPECT_EQ(x_value_words(run, {nullptr, &known, {}}, 1), "sorted");
    EXPECT_EQ(x_value_words(run, {nullptr, &known, {}}, 7), "7");
}

TEST(RunWords, SettingsAreAllThatStayedTheSame) {
    const lockstep::Run run = planned(shared_part(), machine()).run;
    const protocol::Catalogue known = catalogue();
    EXPECT_THAT(settings_words(run, {nullptr, &known, {}}),
                testing::ElementsAre("order: mixed", "workers: 2", "size of one piece: 20 µs",
                                     "caches: warm, as the repetition before left them"));
}

TEST(RunWords, HowTheCachesWereIsSaidOnceWhoeverChoseIt) {
    lockstep::Run run = planned(shared_part(), machine()).run;
    const auto before = settings_words(run, {}).size();
    run.cache = "cold";
    run.parameters["caches"] = 1;
    const auto words = settings_words(run, {});
    ASSERT_EQ(words.size(), before);
    EXPECT_EQ(words.back(), "caches: cold, emptied before each sample");
    run.quantity = "count";
    EXPECT_EQ(settings_words(run, {}).size(), before - 1) << "a count asks no cache";
}

TEST(RunWords, ACountSaysWhatIsCounted) {
    lockstep::Run run;
    run.quantity = "count";
    run.count = CountedQuantity{"global_sectors", "global_requests", ""};
    EXPECT_EQ(y_words(run, {}), "global_sectors / global_requests");
    run.count->words = "sectors a request";
    EXPECT_EQ(y_words(run, {}), "sectors a request");
}

} // namespace
} // namespace lockstep
