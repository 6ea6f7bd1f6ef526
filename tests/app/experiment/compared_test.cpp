// SPDX-License-Identifier: MIT
// The sentence for each outcome: the lesson's own, or the lab's.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::MatchesRegex;

std::string says(Scene& scene, const TimeOf& time_of, int flags = 0) {
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.answer(time_of, flags);
    return compared(scene.session, scene.open(), gate_body(), "first").says;
}

TEST(ComparedSays, TheLessonsSentenceWithItsRatio) {
    Scene faster, slower, same;
    EXPECT_THAT(says(faster, amdahl_time), MatchesRegex("It was 1\\.3[0-9]* times as fast\\."));
    EXPECT_THAT(
        says(slower, [](const Point& p) { return 1e6 * (1 + value_of(p.parameters, "f", 0)); }),
        MatchesRegex("Slower, 0\\.66[0-9]*\\."));
    EXPECT_EQ(says(same, [](const Point&) { return 1e6; }), "Not distinguishable.");
}

TEST(ComparedSays, ItsOwnSentenceWhereNothingCanBeDecided) {
    Scene disturbed;
    EXPECT_THAT(says(disturbed, amdahl_time, protocol::sample_disturbed),
                HasSubstr("cannot decide"));
    Scene wrong;
    says(wrong, amdahl_time);
    for (Point& point : wrong.lab().by_block.at("first").points) {
        point.status = PointStatus::Wrong;
        point.reason = "It differs from serial.";
    }
    EXPECT_THAT(compared(wrong.session, wrong.open(), gate_body(), "first").says,
                HasSubstr("It differs from serial."));
    Scene fresh;
    EXPECT_EQ(compared(fresh.session, fresh.open(), gate_body(), "first").says, "");
}

/// The shared half takes `share` of what it would, and in each round a little less than before.
Compared with_memory(double share) {
    Scene scene;
    says(scene, amdahl_time);
    lockstep::Run& run = scene.lab().by_block.at("first");
    for (Point& point : run.points)
        if (value_of(point.parameters, "f", 0) > 0)
            for (std::size_t i = 0; i < point.time_ns.size(); ++i)
                point.time_ns[i] *= share * (1 - 0.004 * static_cast<double>(i));
    update_series(run);
    return compared(scene.session, scene.open(), gate_body(), "first");
}

TEST(ComparedSays, NothingOfRoundsThatOnlyRememberEachOther) {
    for (const double share : {1.0, 4.0 / 3, 0.25}) {
        const Compared found = with_memory(share);
        EXPECT_EQ(found.outcome, Outcome::Disturbed)
            << "every round was faster, but each only a little more than the one before";
        EXPECT_EQ(found.says,
                  "The rounds of this run hang together too much to decide: run it again.");
        EXPECT_GT(found.low, 1);
    }
}

TEST(ComparedSays, WhatWasComparedWhereAThirdMarkIsMissing) {
    Scene scene;
    says(scene, amdahl_time);
    content::RunBody body = gate_body();
    body.compare->above = "It was {{ratio}} times as fast, and {{measured f=0.33}} there.";
    EXPECT_THAT(compared(scene.session, scene.open(), body, "first").says,
                MatchesRegex("The two that are compared differ by a factor of 1\\.3[^:]*: run it "
                             "again\\."));
}

TEST(ComparedSays, TheLawFails) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::StartBlockRun{"fine"});
    scene.answer([](const Point& point) {
        return amdahl_time(point) * (point.variant == "multicore" ? 3 : 1);
    });
    EXPECT_THAT(compared(scene.session, scene.open(), fails_body(), "fine").says,
                MatchesRegex("The law says 2, this machine 0\\.6[0-9]*\\."));
}

} // namespace
} // namespace lockstep
