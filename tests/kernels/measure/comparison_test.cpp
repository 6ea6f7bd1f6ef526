// SPDX-License-Identifier: MIT
// A whole run without a pipe: the rounds, the order, the pilot, and what becomes of each side. It
// must hold on a machine that is busy with other things, so nothing here depends on how long a
// thing took.
#include "kernels/measure/comparison.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/scribe.hpp"
#include "tests/kernels/measure/scripted.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <set>
#include <thread>

namespace lockstep {
namespace {

using testing::HasSubstr;

class ComparisonTest : public testing::Test {
  protected:
    ~ComparisonTest() override { unpin_thread(); }

    std::unique_ptr<Comparison> run(std::vector<SideRequest> sides, double budget_s = 0.6,
                                    UsualNoise usual = {}, double relative_width = 0.01) {
        auto comparison = std::make_unique<Comparison>(RunPlan{"r", budget_s, relative_width},
                                                       workshop, Watcher(usual), scribe);
        comparison->run(std::move(sides));
        return comparison;
    }
    Crews crews;
    Workshop workshop{crews, toys::no_card};
    Scribe scribe;
};

TEST_F(ComparisonTest, ARoundHasOneSampleOfEachSide) {
    run({toys::side(toys::serial, 4), toys::side(toys::arena, 9)});
    const auto a = scribe.samples_of(4), b = scribe.samples_of(9);
    std::set<int> rounds_a, rounds_b;
    int counted = 0;
    for (const Sample& sample : a) {
        EXPECT_TRUE(rounds_a.insert(sample.round).second) << "round " << sample.round << " twice";
        EXPECT_GT(sample.time_ns, 0);
        counted += (sample.flags & protocol::sample_pilot) == 0 ? 1 : 0;
    }
    for (const Sample& sample : b)
        rounds_b.insert(sample.round);
    EXPECT_EQ(rounds_a, rounds_b);
    EXPECT_EQ(counted % 2, 1) << "an odd number of rounds after the pilot";
    EXPECT_EQ(scribe.state_of(4).items, 50000);
    EXPECT_GE(scribe.state_of(4).repetitions, 1);
}

TEST_F(ComparisonTest, AShortBudgetHasShortSamplesWhereNobodyHasATeam) {
    run({toys::side(toys::serial, 0), toys::side(toys::serial, 1)}, 0.25);
    run({toys::side(toys::serial, 2), toys::side(toys::arena, 3)}, 0.25);
    // 0.2 ms beside 1 ms: five times as many, unless the machine changed its pace in between.
    EXPECT_GT(scribe.state_of(2).repetitions, 2 * scribe.state_of(0).repetitions);
}

/// Batches that are no samples (first looks, warm-ups, the doubling check) need no such time.
TEST(ComparisonOnACard, EachSampleHasTheCardsOwnClockAndItsCopies) {
    scripted::ScriptedRunner::kernel_looks = 0;
    const scripted::Machine machine([](int) { return scripted::Beat{}; });
    std::size_t samples = 0;
    for (const int point : {0, 1})
        for (const Sample& sample : machine.scribe.samples_of(point)) {
            ++samples;
            ASSERT_TRUE(sample.busy.card);
            EXPECT_EQ(sample.busy.card->kernel_ns, point == 0 ? 1e3 : 2e3);
            EXPECT_DOUBLE_EQ(sample.busy.card->copies_ns, scripted::copies_ns);
        }
    EXPECT_GE(samples, 30u);
    EXPECT_EQ(scripted::ScriptedRunner::kernel_looks, static_cast<int>(samples));
}

TEST_F(ComparisonTest, SidesFollowEachOtherInBalancedOrder) {
    run({toys::side(toys::serial, 0), toys::side(toys::serial, 1)});
    std::map<int, std::int64_t> begin_of_0;
    for (const Sample& sample : scribe.samples_of(0))
        begin_of_0[sample.round] = sample.begin_ns;
    int first = 0, rounds = 0;
    for (const Sample& sample : scribe.samples_of(1)) {
        if (sample.round == 0)
            continue; // the first look
        ++rounds;
        first += begin_of_0[sample.round] < sample.begin_ns ? 1 : 0;
    }
    EXPECT_NEAR(first, rounds / 2.0, 1) << "ABBA: each comes first every other time";
}

TEST_F(ComparisonTest, ThePilotIsMarkedAndComesFirst) {
    run({toys::side(toys::serial, 0)});
    bool rounds_began = false;
    int pilot = 0;
    for (const Sample& sample : scribe.samples_of(0)) {
        const bool of_pilot = (sample.flags & protocol::sample_pilot) != 0;
        EXPECT_FALSE(of_pilot && rounds_began);
        rounds_began = rounds_began || !of_pilot;
        pilot += of_pilot ? 1 : 0;
    }
    EXPECT_GE(pilot, 3);
    EXPECT_LE(pilot, stats::pilot_rounds);
    EXPECT_EQ(scribe.news.front().phase, "checking");
    EXPECT_EQ(scribe.news.back().phase, "rounds");
    EXPECT_GT(scribe.news.back().rounds_planned, 0);
}

TEST_F(ComparisonTest, AWrongSideHasNoTimeAndTheOthersGoOn) {
    run({toys::side(toys::serial, 0), toys::side(toys::wrong, 1), toys::side(toys::lazy, 2)});
    EXPECT_EQ(scribe.state_of(1).status, PointStatus::Wrong);
    EXPECT_EQ(scribe.state_of(2).status, PointStatus::Wrong);
    EXPECT_TRUE(scribe.samples_of(1).empty());
    EXPECT_TRUE(scribe.samples_of(2).empty());
    EXPECT_NE(scribe.state_of(0).status, PointStatus::Wrong);
    EXPECT_FALSE(scribe.samples_of(0).empty());
}

TEST_F(ComparisonTest, WhatCannotRunHereSaysWhyAndTheOthersGoOn) {
    const int too_many = usable_cores().workers() + 2;
    run({toys::side(toys::card, 0), toys::side(toys::arena, 1, 50000, too_many),
         toys::side(toys::serial, 2)});
    EXPECT_EQ(scribe.state_of(0).status, PointStatus::Unavailable);
    EXPECT_EQ(scribe.state_of(0).reason, "no NVIDIA driver found");
    EXPECT_THAT(scribe.state_of(1).reason,
                HasSubstr("needs " + std::to_string(too_many) + " cores"));
    EXPECT_FALSE(scribe.samples_of(2).empty());
}

TEST_F(ComparisonTest, NothingToTimeIsNoTrouble) {
    run({toys::side(toys::card, 0)});
    EXPECT_TRUE(scribe.sent.empty());
    EXPECT_EQ(scribe.state_of(0).status, PointStatus::Unavailable);
}

TEST_F(ComparisonTest, SamplesThatAFrameTouchedAreTakenAgain) {
    std::set<int> touched;
    scribe.at_breath = [&](Scribe& here) {
        // In two rounds a frame is drawn right over the latest sample.
        if (here.sent.empty() || touched.size() == 2 || here.news.back().phase != "rounds")
            return;
        if (!touched.insert(here.sent.back().round).second)
            return;
        here.frames_to_tell = {{here.sent.back().begin_ns + 1, here.sent.back().end_ns - 1}};
    };
    // So narrow an interval takes the whole budget, on a quiet machine too: many slices.
    run({toys::side(toys::serial, 0, 5e6)}, 1.5, {}, 1e-5);
    ASSERT_EQ(touched.size(), 2u);
    std::map<int, std::vector<int>> flags_by_round;
    for (const Sample& sample : scribe.samples_of(0))
        flags_by_round[sample.round].push_back(sample.flags & protocol::sample_redraw);
    for (const auto& [round, flags] : flags_by_round) {
        EXPECT_EQ(flags.back(), 0) << "round " << round << " ends with a clean sample";
        EXPECT_EQ(flags.size() > 1, touched.contains(round)) << "round " << round;
    }
}

TEST_F(ComparisonTest, ADisturbedPointSaysInHowManyRounds) {
    std::atomic<bool> stop = false;
    std::vector<std::thread> burners;
    for (int i = 0; i < 3; ++i)
        burners.emplace_back([&] {
            pin_thread(usable_cores().cpus.front());
            while (!stop) {
            }
        });
    run({toys::side(toys::serial, 0, 1.5e7)}, 2.0);
    stop = true;
    for (std::thread& burner : burners)
        burner.join();
    const auto& state = scribe.state_of(0);
    EXPECT_EQ(state.status, PointStatus::Disturbed);
    EXPECT_FALSE(state.reason.empty());
    int disturbed = 0;
    for (const Sample& sample : scribe.samples_of(0))
        disturbed += (sample.flags & protocol::sample_disturbed) != 0 ? 1 : 0;
    EXPECT_GT(disturbed, 0);
}

TEST_F(ComparisonTest, TheTimelineBelongsToARound) {
    const auto comparison = run({toys::side(toys::arena, 0)});
    const Timeline* const timeline = comparison->sides()[0].spans.nearest_to_median();
    ASSERT_NE(timeline, nullptr);
    EXPECT_FALSE(timeline->spans.empty());
    for (const Span& span : timeline->spans) {
        EXPECT_GE(span.begin_ns, 0);
        EXPECT_LE(static_cast<double>(span.end_ns), timeline->repetition_ns);
    }
}

} // namespace
} // namespace lockstep
