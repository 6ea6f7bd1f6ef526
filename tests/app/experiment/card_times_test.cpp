// SPDX-License-Identifier: MIT
// The words for a card's factors and copies.
#include "app/experiment/card_times.hpp"

#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(CardTimes, ARowForEachMarkUnderAHeading) {
    lockstep::Run run = card_run();
    Estimate& half = run.series[0].points[2];
    half.card = stats::GpuFactors{12.5, 1, 0.8};
    half.copies = stats::Copies{1.25e6, 0, 2.5};
    run.series[0].points[3].card.reset();
    const auto tables = card_tables(run, {});
    ASSERT_EQ(tables.size(), 1u);
    ASSERT_EQ(tables[0].rows.size(), 6u);
    EXPECT_THAT(tables[0].rows[0],
                ElementsAre("f", "kernel", "launch", "times as fast", "copies", "with copies"));
    EXPECT_THAT(tables[0].rows[3],
                ElementsAre("0.5", "12.50", "0.800", "10.00", "1.25 ms", "2.500"));
    EXPECT_THAT(tables[0].rows[4], ElementsAre("0.75", "", "", "", testing::_, testing::_));
    EXPECT_THAT(tables[0].caption, HasSubstr("multicore on the card, with the data there already"));
    EXPECT_THAT(tables[0].caption, Not(HasSubstr("both sides")));
    run.series[0].points[1].copies->baseline_ns = 1;
    EXPECT_THAT(card_tables(run, {})[0].caption, HasSubstr("results come back, on both sides."));
}

TEST(CardTimes, WithoutACardThereIsNoTable) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    EXPECT_FALSE(on_a_card(plan.run));
    EXPECT_TRUE(card_tables(plan.run, {}).empty());
    EXPECT_TRUE(on_a_card(card_run()));
}

TEST(CardTimes, TheSentenceSaysWhatTheCopiesWouldMakeOfIt) {
    EXPECT_EQ(copies_sentence({1.25e6, 0, 0.3128}, false),
              "The data lay on the card already. Copying it there and the results back took "
              "1.25 ms. With that the speedup would be 0.3128.");
    EXPECT_EQ(copies_sentence({1.25e6, 1.5e6, 0.8}, true),
              "The data lay on the card already. Copying it there and the results back took "
              "1.25 ms, and 1.5 ms for the baseline. With both it would take 1.250 times as "
              "long.");
}

} // namespace
} // namespace lockstep
