// SPDX-License-Identifier: MIT
#include "app/ledger/folders.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace lockstep::ledger {
namespace {

TEST(Folders, FollowTheSpecification) {
    ::setenv("HOME", "/home/learner", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    ::setenv("XDG_CONFIG_HOME", "relative", 1);
    EXPECT_EQ(data_folder(), "/data/lockstep");
    EXPECT_EQ(config_folder(), "/home/learner/.config/lockstep") << "a relative one is ignored";
    ::unsetenv("XDG_DATA_HOME");
    ::setenv("XDG_CONFIG_HOME", "", 1);
    EXPECT_EQ(data_folder(), "/home/learner/.local/share/lockstep");
    EXPECT_EQ(config_folder(), "/home/learner/.config/lockstep");
    ::setenv("XDG_CACHE_HOME", "/cache", 1);
    EXPECT_EQ(cache_folder(), "/cache/lockstep");
    ::unsetenv("XDG_CACHE_HOME");
    EXPECT_EQ(cache_folder(), "/home/learner/.cache/lockstep");
    ::unsetenv("HOME");
    EXPECT_TRUE(data_folder().is_absolute());
}

} // namespace
} // namespace lockstep::ledger
