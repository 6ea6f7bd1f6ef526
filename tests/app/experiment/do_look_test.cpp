// SPDX-License-Identifier: MIT
// Looking closer: zoom, replay, code and cells are the session's.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(DoLook, EachPlotHasAZoomOfItsOwn) {
    Scene scene;
    scene.act(command::ZoomPlot{"main", {0.25, 0.5}, 2});
    EXPECT_NEAR(scene.lab().zoom.x_low, 0.125, 1e-12);
    EXPECT_NEAR(scene.lab().zoom.x_high, 0.625, 1e-12);
    EXPECT_TRUE(scene.state().labs["other"].zoom.is_whole());
    scene.act(command::PanPlot{"main", {0.25, 0}});
    EXPECT_NEAR(scene.lab().zoom.x_low, 0.25, 1e-12);
    scene.act(command::OpenLesson{"next"});
    scene.act(command::OpenLesson{"amdahl"});
    EXPECT_FALSE(scene.lab().zoom.is_whole()) << "another lesson between does not forget it";
    scene.act(command::ShowWholePlot{"main"});
    EXPECT_TRUE(scene.lab().zoom.is_whole());
}

TEST(DoLook, ZoomsOfOneFrameComeTogether) {
    Scene scene;
    scene.act(command::ZoomPlot{"main", {}, 2});
    scene.act(command::ZoomPlot{"main", {}, 2});
    EXPECT_NEAR(scene.lab().zoom.y_high - scene.lab().zoom.y_low, 0.25, 1e-12);
}

TEST(DoLook, APlotThatIsNotThereIsNotLookedAt) {
    Scene scene;
    const std::size_t labs = scene.state().labs.size();
    scene.act(command::ZoomPlot{"gone", {}, 2});
    scene.act(command::PanPlot{"gone", {1, 1}});
    scene.act(command::ShowWholePlot{"gone"});
    scene.act(command::LookAtCode{"gone", "serial"});
    EXPECT_EQ(scene.state().labs.size(), labs);
}

TEST(DoLook, APictureIsPlayedAnewAndStandsWhereItIsStopped) {
    Scene scene;
    EXPECT_EQ(scene.state().replay.share, 1) << "at first the whole picture is there";
    scene.act(command::PlayPicture{"run/0"});
    EXPECT_TRUE(scene.state().replay.playing);
    EXPECT_EQ(scene.state().replay.plays, 1);
    scene.act(command::ShowMoment{"run/0", 0.25});
    EXPECT_FALSE(scene.state().replay.playing);
    EXPECT_EQ(scene.state().replay.share, 0.25);
    scene.act(command::PlayPicture{"run/0"});
    EXPECT_EQ(scene.state().replay.plays, 2) << "each play is a motion of its own";
    scene.act(command::ShowMoment{"run/1", 7});
    EXPECT_EQ(scene.state().replay.of, "run/1");
    EXPECT_EQ(scene.state().replay.share, 1);
}

TEST(DoLook, TheCodeLookedAtIsTheExperiments) {
    Scene scene;
    scene.act(command::LookAtCode{"main", "serial"});
    EXPECT_EQ(scene.lab().code_variant, "serial");
    EXPECT_EQ(scene.state().labs["other"].code_variant, "");
}

TEST(DoLook, ACellThatWasChosenStays) {
    Scene scene;
    scene.act(command::ChooseCell{"amdahl/1", 7});
    scene.act(command::ChooseCell{"amdahl/2", 3});
    EXPECT_EQ(scene.session.cells.at("amdahl/1"), 7);
    EXPECT_EQ(scene.session.cells.at("amdahl/2"), 3);
}

} // namespace
} // namespace lockstep
