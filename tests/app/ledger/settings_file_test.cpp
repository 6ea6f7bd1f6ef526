// SPDX-License-Identifier: MIT
#include "app/ledger/settings_file.hpp"

#include "tests/app/ledger/hardship.hpp"

#include <gmock/gmock.h>

namespace lockstep::ledger {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(SettingsFile, WritesAndReadsBack) {
    const Folder folder;
    Settings settings;
    settings.theme = Theme::HighContrast;
    settings.text_scale = 2;
    settings.rail_share = 0.2;
    settings.lesson_share = 0.4;
    settings.reduced_motion = true;
    settings.rail_folded = false;
    settings.uses_siblings = true;
    settings.card = "rtx_3060";
    ASSERT_TRUE(write_settings(folder.path(), settings));
    const SettingsRead read = read_settings(folder.path());
    EXPECT_THAT(read.notices, IsEmpty());
    EXPECT_EQ(read.settings.theme, Theme::HighContrast);
    EXPECT_EQ(read.settings.text_scale, 2);
    EXPECT_EQ(read.settings.rail_share, 0.2);
    EXPECT_EQ(read.settings.lesson_share, 0.4);
    EXPECT_TRUE(read.settings.reduced_motion);
    EXPECT_FALSE(read.settings.rail_folded);
    EXPECT_TRUE(read.settings.uses_siblings);
    EXPECT_EQ(read.settings.card, "rtx_3060");
}

TEST(SettingsFile, WithoutAFileTheDefaults) {
    const Folder folder;
    const SettingsRead read = read_settings(folder.path());
    EXPECT_THAT(read.notices, IsEmpty());
    EXPECT_EQ(read.settings.text_scale, 1);
    EXPECT_TRUE(read.settings.rail_folded);
}

TEST(SettingsFile, ADamagedFileIsSaidAndTheDefaultsHold) {
    const Folder folder;
    std::ofstream(folder.path() / "settings.toml") << "theme = 'dark'\ntext_scale = = 2\n";
    const SettingsRead read = read_settings(folder.path());
    ASSERT_EQ(read.notices.size(), 1u);
    EXPECT_THAT(read.notices[0], HasSubstr("settings.toml:2"));
    EXPECT_EQ(read.settings.theme, Theme::System);
}

TEST(SettingsFile, WhatCannotBeIsLeftOutAndTheRestHolds) {
    const Folder folder;
    std::ofstream(folder.path() / "settings.toml")
        << "theme = 'drak'\ntext_scale = 40\nreduced_motion = true\nlanguage = 'x'\n";
    const SettingsRead read = read_settings(folder.path());
    ASSERT_EQ(read.notices.size(), 3u);
    EXPECT_THAT(read.notices[0], HasSubstr("Did you mean 'dark'?"));
    EXPECT_THAT(read.notices[1], HasSubstr("from 0.8 to 3"));
    EXPECT_THAT(read.notices[2], HasSubstr("no key 'language'"));
    EXPECT_EQ(read.settings.text_scale, 1);
    EXPECT_TRUE(read.settings.reduced_motion);
}

TEST(SettingsFile, AReadOnlyFolderIsSaid) {
    const Folder folder;
    make_read_only(folder.path());
    const AsNobody nobody;
    const auto written = write_settings(folder.path(), {});
    ASSERT_FALSE(written);
    EXPECT_FALSE(written.error().remedy.empty());
}

} // namespace
} // namespace lockstep::ledger
