// SPDX-License-Identifier: MIT
// Within the interval or a tenth, point by point.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

std::vector<PointVerdict> of(const Scene& scene) {
    return verdicts(scene.session, *scene.session.lesson(), curve_body(), "curve");
}

TEST(Verdicts, EachPointButTheGivenOne) {
    Scene scene;
    scene.reach_compare([](double f) { return 1 / (1 - f / 2); });
    const auto found = of(scene);
    ASSERT_EQ(found.size(), 4u); // f = 0 was given
    for (const PointVerdict& verdict : found)
        EXPECT_TRUE(verdict.within) << verdict.x;
}

TEST(Verdicts, ATenthIsWithin) {
    Scene scene;
    scene.reach_compare([](double f) { return 1.09 / (1 - f / 2); });
    for (const PointVerdict& verdict : of(scene))
        EXPECT_TRUE(verdict.within) << verdict.x;
    Scene far;
    far.reach_compare([](double f) { return 1.2 / (1 - f / 2); });
    for (const PointVerdict& verdict : of(far))
        EXPECT_FALSE(verdict.within) << verdict.x;
}

TEST(Verdicts, OnlyWhereTheCurveWasDrawnAndTheRunWasMadeForIt) {
    Scene scene;
    EXPECT_TRUE(of(scene).empty());
    scene.act(command::DraftCurve{"curve", 0.5, 1.4});
    scene.act(command::DraftCurve{"curve", 0.75, 1.6});
    scene.act(command::LockGuess{"curve"});
    EXPECT_TRUE(of(scene).empty()); // not run
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_EQ(of(scene).size(), 2u);
    for (lockstep::Run* run : {&*scene.lab().run, &scene.lab().by_block.at("first")})
        run->parameters["piece_us"] = 500;
    EXPECT_TRUE(of(scene).empty());
}

} // namespace
} // namespace lockstep
