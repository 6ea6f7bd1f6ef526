// SPDX-License-Identifier: MIT
// Each kind of live value as a number.
#include "app/experiment/live_number.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

std::optional<LiveNumber> number(const Scene& scene, const char* inside, const char* block = "") {
    const auto wanted = content::read_live_value(inside);
    EXPECT_TRUE(wanted) << inside;
    return live_number(scene.session, *scene.session.lesson(), *wanted, block);
}

TEST(LiveNumber, MeasuredModelAndYou) {
    Scene scene;
    scene.reach_compare();
    EXPECT_NEAR(number(scene, "measured f=0.5")->value, 4.0 / 3, 0.01);
    EXPECT_NEAR(number(scene, "measured f=0.5 p=2")->value, 4.0 / 3, 0.01);
    EXPECT_FALSE(number(scene, "measured f=0.5 p=8"));
    EXPECT_DOUBLE_EQ(number(scene, "model f=0.5")->value, 4.0 / 3);
    EXPECT_DOUBLE_EQ(number(scene, "model f=0.5 p=16")->value, 1 / (0.5 + 0.5 / 16));
    EXPECT_DOUBLE_EQ(number(scene, "model linear f=0.5")->value, 2);
    EXPECT_DOUBLE_EQ(number(scene, "you f=0.5")->value, 1.5);
    EXPECT_DOUBLE_EQ(number(scene, "you f=0.4", "curve")->value, 1.4);
}

TEST(LiveNumber, NoIdeaSilencesWhatYouDrew) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_FALSE(number(scene, "you f=0.5"));
    EXPECT_TRUE(number(scene, "measured f=0.5"));
}

TEST(LiveNumber, FactorsSharesTimesAndKarpFlatt) {
    Scene scene;
    scene.reach_compare();
    const auto serial = number(scene, "factor serial_part f=0.5");
    ASSERT_TRUE(serial);
    EXPECT_NEAR(serial->value, (1.0 / 2) / (0.5 + 0.25), 0.01);
    EXPECT_NEAR(number(scene, "shared f=0.25")->value, 0.25, 1e-6);
    EXPECT_EQ(number(scene, "shared f=0.25")->text(), "25 %");
    EXPECT_NEAR(number(scene, "karp_flatt f=0.5")->value, 0.5, 0.02);
    EXPECT_NEAR(number(scene, "time f=0.5")->value, 0.75e6, 0.02e6);
    EXPECT_FALSE(number(scene, "factor launch f=0.5")) << "it is on no card";
    EXPECT_FALSE(number(scene, "factor nonsense f=0.5"));
    EXPECT_FALSE(number(scene, "factor rate f=0.3"));
}

TEST(LiveNumber, RatioBelongsToItsBlock) {
    Scene scene;
    scene.reach_compare();
    EXPECT_NEAR(number(scene, "ratio", "first")->value, 4.0 / 3, 0.01);
    EXPECT_FALSE(number(scene, "ratio"));
    EXPECT_FALSE(number(scene, "ratio", "fine")); // not run yet
}

TEST(LiveNumber, ABlocksSentenceSpeaksOfItsOwnRun) {
    Scene scene;
    scene.reach_compare();
    EXPECT_FALSE(number(scene, "measured f=1", "fine"));
    scene.act(command::StartBlockRun{"fine"});
    scene.answer([](const Point& point) {
        return amdahl_time(point) * (point.variant == "multicore" ? 3 : 1);
    });
    EXPECT_NEAR(number(scene, "measured f=1", "fine")->value, 2.0 / 3, 0.01);
    EXPECT_NEAR(number(scene, "measured f=1")->value, 2, 0.02);
}

TEST(LiveNumber, AnswersAreNumbersOrLive) {
    Scene scene;
    scene.reach_compare();
    const auto answer = [&](const char* text) {
        return answer_number(scene.session, scene.open(), text, "limit");
    };
    EXPECT_DOUBLE_EQ(answer("1.5")->value, 1.5);
    EXPECT_NEAR(answer("measured f=1")->value, 2, 0.02);
    EXPECT_FALSE(answer("nonsense here!"));
}

TEST(LiveNumber, AProvisionalValueHasTwoDigits) {
    const LiveNumber pilot{1.3344, 1.3344, 1.3344, NumberKind::Measured, true, {}};
    EXPECT_EQ(pilot.text(), "1.3");
    const LiveNumber time{4.5312, 4.5, 4.56, NumberKind::Measured, false, "ns"};
    EXPECT_EQ(time.text(), "4.53 ns");
}

} // namespace
} // namespace lockstep
