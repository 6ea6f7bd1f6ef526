// SPDX-License-Identifier: MIT
#include "app/pages/lesson/save.hpp"

#include "app/pages/lesson/numbers_text.hpp"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep::lab {
namespace {

namespace fs = std::filesystem;

struct Homes : testing::Test {
    fs::path home = fs::temp_directory_path() / ("lockstep_save_" + std::to_string(getpid()));
    void SetUp() override {
        fs::create_directories(home);
        ::setenv("HOME", home.c_str(), 1);
        ::unsetenv("XDG_DOWNLOAD_DIR");
    }
    void TearDown() override { fs::remove_all(home); }
};

TEST_F(Homes, AreWhereThingsAreSaved) {
    EXPECT_EQ(save_folder(), home / "");
    fs::create_directories(home / "Downloads");
    EXPECT_EQ(save_folder(), home / "Downloads");
    fs::create_directories(home / "elsewhere");
    ::setenv("XDG_DOWNLOAD_DIR", (home / "elsewhere").c_str(), 1);
    EXPECT_EQ(save_folder(), home / "elsewhere" / "");
    ::setenv("XDG_DOWNLOAD_DIR", (home / "gone").c_str(), 1);
    EXPECT_EQ(save_folder(), home / "Downloads");
}

TEST(SavePath, NeverTakesAnothersName) {
    int asked = 0;
    const auto taken = [&](const fs::path&) { return asked++ < 2; };
    EXPECT_EQ(save_path("/d", "amdahl", "main", "2026-11-21", "png", taken).string(),
              "/d/lockstep-amdahl-main-2026-11-21-3.png");
    const auto free = [](const fs::path&) { return false; };
    EXPECT_EQ(save_path("/d", "amdahl", "main", "2026-11-21", "csv", free).string(),
              "/d/lockstep-amdahl-main-2026-11-21.csv");
}

TEST(Today, IsADate) {
    const std::string date = today();
    ASSERT_EQ(date.size(), 10u);
    EXPECT_EQ(date[4], '-');
    EXPECT_EQ(date[7], '-');
    EXPECT_GE(date, "2026-01-01");
}

TEST(NumbersText, HasALineAPointAndNoTimeForWhatHasNone) {
    lockstep::Run run;
    run.x = "f";
    run.quantity = "speedup";
    Series series, model;
    series.variant = "multicore";
    Estimate good, wrong, at;
    good.x = 0.5;
    good.value = 1.331;
    good.low = 1.326;
    good.high = 1.337;
    good.n = 21;
    wrong = good;
    wrong.x = 1;
    wrong.status = PointStatus::Wrong;
    series.points = {good, wrong};
    run.series = {series};
    model.variant = "amdahl";
    at.x = 0.5;
    at.value = 1.25;
    model.points = {at};
    EXPECT_EQ(numbers_text(run, {model}),
              "variant\tf\tspeedup\tlow\thigh\trounds\tleft out\tmodel amdahl\n"
              "multicore\t0.5\t1.331\t1.326\t1.337\t21\t0\t1.25\n"
              "multicore\t1\t\t\t\t\t\t\n");
}

} // namespace
} // namespace lockstep::lab
