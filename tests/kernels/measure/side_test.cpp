// SPDX-License-Identifier: MIT
// A point is made ready or says why not; a wrong result has no time.
#include "kernels/measure/side.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::HasSubstr;

class SideTest : public testing::Test {
  protected:
    ~SideTest() override {
        crews.rest();
        unpin_thread();
    }
    Crews crews;
    Workshop workshop{crews, toys::no_card};
};

TEST_F(SideTest, AnHonestVariantHasATime) {
    const auto side = Side::create(toys::side(toys::serial), workshop);
    ASSERT_TRUE(side);
    const auto batch = (*side)->batch(0, 5);
    ASSERT_TRUE(batch);
    EXPECT_GT(batch->duration_ns(), 0);
    EXPECT_EQ((*side)->items(), 50000);
    const auto first = (*side)->first_batch();
    ASSERT_TRUE(first);
    EXPECT_GT(first->repetition_ns(), 0);
    EXPECT_LE(first->repetition_ns(), first->batch.duration_ns());
}

TEST_F(SideTest, AWrongResultHasNone) {
    for (const Variant* const variant : {&toys::wrong, &toys::same_answer, &toys::lazy}) {
        const auto side = Side::create(toys::side(*variant), workshop);
        ASSERT_TRUE(side);
        const auto batch = (*side)->batch(0, 5);
        ASSERT_FALSE(batch) << variant->name;
        EXPECT_EQ(batch.error().status, PointStatus::Wrong);
        EXPECT_THAT(batch.error().reason, HasSubstr(variant->name));
    }
}

TEST_F(SideTest, SkippingIsSeenWhateverTheBatchEndsWith) {
    const auto side = Side::create(toys::side(toys::lazy), workshop);
    ASSERT_TRUE(side);
    EXPECT_TRUE((*side)->batch(3, 1)) << "the fourth input it does";
    for (int n = 2; n < 9; ++n)
        EXPECT_FALSE((*side)->batch(0, n)) << n;
}

TEST_F(SideTest, WhatCannotBeSaysWhy) {
    const auto no_cores =
        Side::create(toys::side(toys::team, 0, 100, usable_cores().workers() + 2), workshop);
    ASSERT_FALSE(no_cores);
    EXPECT_EQ(no_cores.error().status, PointStatus::Unavailable);
    EXPECT_THAT(no_cores.error().reason, HasSubstr("this machine lets Lockstep use"));
    const auto no_card = Side::create(toys::side(toys::card), workshop);
    ASSERT_FALSE(no_card);
    EXPECT_EQ(no_card.error().status, PointStatus::Unavailable);
    EXPECT_EQ(no_card.error().reason, "no NVIDIA driver found");
    const auto no_problem = Side::create(toys::side(toys::serial, 0, 13), workshop);
    ASSERT_FALSE(no_problem);
    EXPECT_THAT(no_problem.error().reason, HasSubstr("bad luck"));
}

TEST_F(SideTest, VariantsOfTheSameValuesShareTheProblem) {
    const auto a = Side::create(toys::side(toys::serial), workshop);
    const auto b = Side::create(toys::side(toys::arena), workshop);
    const auto c = Side::create(toys::side(toys::serial, 0, 60000), workshop);
    ASSERT_TRUE(a && b && c);
    EXPECT_EQ(&(*a)->problem(), &(*b)->problem());
    EXPECT_NE(&(*a)->problem(), &(*c)->problem());
}

TEST_F(SideTest, TheTimelineIsThatOfTheLastRepetition) {
    const auto side = Side::create(toys::side(toys::arena), workshop);
    ASSERT_TRUE(side);
    ASSERT_TRUE((*side)->first_batch());
    (*side)->set_repetitions(4);
    const auto batch = (*side)->batch(0, 4);
    ASSERT_TRUE(batch);
    const auto spans = (*side)->spans(*batch);
    ASSERT_EQ(spans.size(), 1u);
    const double length_ns = (*side)->last_repetition_ns(*batch);
    EXPECT_GT(length_ns, 0);
    EXPECT_LT(length_ns, batch->duration_ns());
    EXPECT_GE(spans[0].begin_ns, 0);
    EXPECT_LE(static_cast<double>(spans[0].end_ns), length_ns);
}

TEST_F(SideTest, OneWorkerWhoStampsNothingIsAtItFromStampToStamp) {
    const auto side = Side::create(toys::side(toys::serial), workshop);
    ASSERT_TRUE(side);
    ASSERT_TRUE((*side)->first_batch());
    (*side)->set_repetitions(4);
    const auto batch = (*side)->batch(0, 4);
    ASSERT_TRUE(batch);
    const BusyTotals totals = (*side)->totals(*batch, 4);
    EXPECT_EQ(totals.busy_ns, std::vector<double>{batch->duration_ns() / 4});
    EXPECT_EQ(totals.longest_ns, batch->duration_ns() / 4);
    EXPECT_EQ(totals.serial_ns, 0);
    const auto spans = (*side)->spans(*batch);
    ASSERT_EQ(spans.size(), 1u);
    EXPECT_EQ(spans[0].begin_ns, 0);
    EXPECT_EQ(spans[0].end_ns, static_cast<std::int64_t>((*side)->last_repetition_ns(*batch)));
}

TEST_F(SideTest, OneWorkerMayTakeTheTasksOfAll) {
    const int most = usable_cores().workers();
    const auto side = Side::create(toys::side(toys::arena, 0, 50000, most), workshop);
    ASSERT_TRUE(side);
    ASSERT_TRUE((*side)->first_batch());
    (*side)->set_repetitions(1);
    for (int i = 0; i < 20; ++i) {
        const auto batch = (*side)->batch(i, 1);
        ASSERT_TRUE(batch);
        EXPECT_EQ((*side)->spans(*batch).size(), static_cast<std::size_t>(most)) << "one a task";
    }
}

} // namespace
} // namespace lockstep
