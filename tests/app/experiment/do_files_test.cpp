// SPDX-License-Identifier: MIT
// Saving, opening, settings within their ranges, notices.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(DoFiles, SavesTheRunThatTheLabShows) {
    Scene scene;
    scene.act(command::SaveRun{"a.json"});
    EXPECT_TRUE(scene.effects.saved.empty());
    EXPECT_EQ(scene.session.notices.size(), 1u);
    scene.reach_compare();
    scene.act(command::SaveRun{"a.json"});
    EXPECT_EQ(scene.effects.saved, (std::vector<std::string>{"a.json"}));
    scene.act(command::OpenRun{"b.json"});
    EXPECT_EQ(scene.effects.opened, (std::vector<std::string>{"b.json"}));
}

TEST(DoFiles, ATraceFileNeedsNoLab) {
    Scene scene;
    scene.session.lesson_id.clear();
    scene.act(command::OpenRun{"/home/a.trace.json"});
    EXPECT_EQ(scene.effects.traces_opened, (std::vector<std::string>{"/home/a.trace.json"}));
    scene.act(command::OpenRun{"/home/a.json"});
    EXPECT_EQ(scene.effects.opened, (std::vector<std::string>{"/home/a.json"}))
        << "a run opens the lesson that it is of";
}

TEST(DoFiles, TheNextFileTakesWhatWasSaidOfTheLastOneAway) {
    Scene scene;
    scene.session.notices = {{"a.json is no run", {}, {}, true}, {"the disk is full"}};
    scene.act(command::OpenRun{"/home/b.trace.json"});
    ASSERT_EQ(scene.session.notices.size(), 1u);
    EXPECT_EQ(scene.session.notices[0].sentence, "the disk is full");
}

TEST(DoFiles, SettingsStayInTheirRanges) {
    Scene scene;
    Settings settings;
    settings.text_scale = 9;
    settings.lesson_share = 0.01;
    settings.theme = Theme::Dark;
    scene.act(command::ChangeSettings{settings});
    EXPECT_EQ(scene.session.settings.text_scale, 3.0);
    EXPECT_EQ(scene.session.settings.lesson_share, 0.15);
    EXPECT_EQ(scene.effects.settings_saved.at(0).theme, Theme::Dark);
    scene.act(command::FoldRail{false});
    EXPECT_FALSE(scene.session.settings.rail_folded);
    EXPECT_EQ(scene.effects.settings_saved.size(), 2u);
}

TEST(DoFiles, NoticesAreClosedOneByOne) {
    Scene scene;
    scene.session.notices = {{"a"}, {"b"}};
    scene.act(command::CloseNotice{5});
    scene.act(command::CloseNotice{-1});
    EXPECT_EQ(scene.session.notices.size(), 2u);
    scene.act(command::CloseNotice{0});
    ASSERT_EQ(scene.session.notices.size(), 1u);
    EXPECT_EQ(scene.session.notices[0].sentence, "b");
}

} // namespace
} // namespace lockstep
