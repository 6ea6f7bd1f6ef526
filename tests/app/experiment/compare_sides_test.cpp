// SPDX-License-Identifier: MIT
// Every outcome that a comparison can have.
#include "app/experiment/compare_sides.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

Compared gate(const Scene& scene) {
    return compare_sides(scene.session, *scene.session.lesson(), gate_body(), "first");
}

void run_gate(Scene& scene, const TimeOf& time_of, int flags = 0) {
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.answer(time_of, flags);
}

TEST(CompareSides, AboveBelowAndSame) {
    Scene faster, slower, same;
    EXPECT_EQ(gate(faster).outcome, Outcome::NotRun);
    run_gate(faster, amdahl_time);
    EXPECT_EQ(gate(faster).outcome, Outcome::Above);
    EXPECT_NEAR(gate(faster).ratio, 4.0 / 3, 0.01);
    EXPECT_LT(gate(faster).low, gate(faster).ratio);
    run_gate(slower, [](const Point& point) {
        return 1e6 * (1 + value_of(point.parameters, "f", 0));
    });
    EXPECT_EQ(gate(slower).outcome, Outcome::Below);
    run_gate(same, [](const Point&) { return 1e6; });
    EXPECT_EQ(gate(same).outcome, Outcome::Same);
}

TEST(CompareSides, DisturbedWrongAndUnavailable) {
    Scene disturbed;
    run_gate(disturbed, amdahl_time, protocol::sample_disturbed);
    EXPECT_EQ(gate(disturbed).outcome, Outcome::Disturbed);
    for (const auto& [status, outcome] :
         {std::pair{PointStatus::Wrong, Outcome::Wrong},
          std::pair{PointStatus::Unavailable, Outcome::Unavailable}}) {
        Scene scene;
        run_gate(scene, amdahl_time);
        for (Point& point : scene.lab().by_block.at("first").points)
            if (value_of(point.parameters, "f", -1) == 0.5) {
                point.status = status;
                point.reason = "the reason";
            }
        EXPECT_EQ(gate(scene).outcome, outcome);
        EXPECT_EQ(gate(scene).says, "the reason");
        EXPECT_EQ(gate(scene).ratio, 0);
    }
}

TEST(CompareSides, RoundsThatRememberClaimNeitherADifferenceNorNone) {
    for (const auto& [slower, outcome] : {std::pair{5.0, Outcome::Disturbed},
                                          std::pair{0.95, Outcome::Disturbed},
                                          std::pair{0.86, Outcome::Same}}) {
        Scene scene;
        run_gate(scene, amdahl_time);
        auto& run = scene.lab().by_block.at("first");
        const auto at = [&](double f) {
            return std::ranges::find_if(run.points, [f](const Point& point) {
                return point.variant == "multicore" && value_of(point.parameters, "f", -1) == f;
            });
        };
        const auto half = at(0.5), none = at(0);
        ASSERT_NE(half, run.points.end());
        ASSERT_NE(none, run.points.end());
        // The first eleven rounds are the pilot.
        for (std::size_t round = 0; round < half->time_ns.size(); ++round)
            half->time_ns[round] =
                none->time_ns[round] * slower * (1 + 0.01 * static_cast<double>(round));
        EXPECT_EQ(gate(scene).outcome, outcome) << slower;
    }
}

TEST(CompareSides, AgainstTheModelAFewPerCentAreTheSame) {
    const auto with = [](double slower) {
        Scene scene;
        scene.reach_compare();
        scene.act(command::StartBlockRun{"fine"});
        scene.answer([slower](const Point& point) {
            return amdahl_time(point) * (point.variant == "multicore" ? slower : 1);
        });
        return compare_sides(scene.session, scene.open(), fails_body(), "fine");
    };
    EXPECT_EQ(with(1.0).outcome, Outcome::Same);
    EXPECT_EQ(with(1.02).outcome, Outcome::Same);
    EXPECT_EQ(with(1.5).outcome, Outcome::Below);
    EXPECT_NEAR(with(1.5).ratio, 1 / 1.5, 0.01);
    EXPECT_EQ(with(0.5).outcome, Outcome::Above);
}

TEST(CompareSides, AModelThatLacksTheMachinesRoofsSaysSo) {
    Scene scene;
    scene.session.course.lessons[0].experiments[0].models = {"roofline"};
    scene.reach_compare();
    scene.act(command::StartBlockRun{"fine"});
    EXPECT_EQ(compare_sides(scene.session, scene.open(), fails_body(), "fine").outcome,
              Outcome::NotRun);
    scene.answer();
    const auto lacks = compare_sides(scene.session, scene.open(), fails_body(), "fine");
    EXPECT_EQ(lacks.outcome, Outcome::Unavailable);
    EXPECT_NE(lacks.says.find("roofs of this machine"), std::string::npos) << lacks.says;
}

TEST(CompareSides, AModelOnTheLeftInvertsTheRatio) {
    Scene scene;
    scene.reach_compare();
    content::RunBody body = gate_body();
    body.compare->a = {{"f", 0.5}};
    body.compare->a_model = true;
    body.compare->b = {{"f", 0.0}};
    const Compared compared = compare_sides(scene.session, scene.open(), body, "first");
    EXPECT_EQ(compared.outcome, Outcome::Above);
    EXPECT_NEAR(compared.ratio, 4.0 / 3, 0.01);
    EXPECT_LE(compared.low, compared.high);
    body.compare->b_model = true;
    EXPECT_EQ(compare_sides(scene.session, scene.open(), body, "first").outcome, Outcome::NotRun);
}

TEST(CompareSides, WhileOnlyThePilotIsThereNothingIsSaid) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.begin();
    EXPECT_EQ(gate(scene).outcome, Outcome::NotRun);
}

} // namespace
} // namespace lockstep
