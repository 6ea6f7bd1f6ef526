// SPDX-License-Identifier: MIT
#include "app/shell/capture.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep::shell {
namespace {

/// Two by two: red and green below, blue and white above, as OpenGL reads them.
Pixels small() {
    return from_bottom_up_rgba(2, 2, {255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 255, 255, 255, 9});
}

TEST(Pixels, AreTurnedOverAndLoseTheirAlpha) {
    const Pixels pixels = small();
    EXPECT_EQ(pixels.rgb,
              (std::vector<unsigned char>{0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255, 0}));
}

TEST(Pixels, AreWrittenAsAPng) {
    const auto path =
        std::filesystem::temp_directory_path() / ("capture_" + std::to_string(getpid()) + ".png");
    ASSERT_TRUE(write_png(small(), path.string()));
    std::ifstream file(path, std::ios::binary);
    std::string begin(8, ' ');
    file.read(begin.data(), 8);
    EXPECT_EQ(begin, "\x89PNG\r\n\x1a\n");
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".part"));
    std::filesystem::remove(path);
}

TEST(Pixels, GoNowhereWithoutAFolder) {
    const auto written = write_png(small(), "/nowhere/at/all.png");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().where, "/nowhere/at/all.png");
}

TEST(Pixels, AreGivenOnce) {
    EXPECT_FALSE(has_pixels());
    EXPECT_FALSE(take_pixels());
}

} // namespace
} // namespace lockstep::shell
