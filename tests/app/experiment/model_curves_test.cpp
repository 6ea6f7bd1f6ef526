// SPDX-License-Identifier: MIT
// Curves for the sliders as they stand, finer than the marks, and beyond this machine.
#include "tests/app/experiment/scene.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(ModelCurves, FollowTheSlidersAndPassThroughTheMarks) {
    Scene scene(4);
    const auto curves = model_curves(scene.session, scene.open(), scene.main());
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].provenance, Provenance::Model);
    EXPECT_EQ(curves[0].points.size(), 4u * 16 + 1);
    EXPECT_NEAR(curves[0].at(0.5)->value, 1 / (0.5 + 0.5 / 4), 1e-12);
    scene.reach_compare();
    scene.act(command::SetSlider{"main", "p", 2, false});
    EXPECT_NEAR(model_curves(scene.session, scene.open(), scene.main())[0].at(0.5)->value, 4.0 / 3,
                1e-12);
}

TEST(ModelCurves, GoOnBeyondTheCores) {
    Scene scene(2);
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values.clear();
    experiment.x_beyond = 64;
    experiment.x_log = true;
    const auto curves = model_curves(scene.session, scene.open(), experiment, 16);
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].points.back().x, 64);
    for (std::size_t i = 1; i < curves[0].points.size(); ++i)
        EXPECT_LT(curves[0].points[i - 1].x, curves[0].points[i].x);
    for (const Estimate& point : curves[0].points)
        EXPECT_EQ(point.x, std::round(point.x)); // there is no half worker
}

TEST(ModelCurves, AnUnknownModelIsLeftOut) {
    Scene scene;
    content::Experiment experiment = shared_part();
    experiment.models = {"no such", "linear"};
    EXPECT_EQ(model_curves(scene.session, scene.open(), experiment).size(), 1u);
}

} // namespace
} // namespace lockstep
