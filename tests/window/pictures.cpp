// SPDX-License-Identifier: MIT
#include "tests/window/pictures.hpp"

#include <hello_imgui/hello_imgui.h>
#include <hello_imgui/hello_imgui_screenshot.h>
#include <stb_image_write.h>

#include <cstdio>

namespace lockstep::window_tests {

Pictures& Pictures::of_this_path() {
    static Pictures the;
    return the;
}

void Pictures::set_folder(const std::filesystem::path& folder, const std::string& path) {
    m_folder = folder;
    m_path = path;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
}

void Pictures::take() {
    if (m_wanted.empty()) return;
    const auto shot = HelloImGui::AppWindowScreenshotRgbBuffer();
    const auto file = m_folder / (m_path + "-" + m_wanted + ".png");
    m_wanted.clear();
    if (shot.bufferRgb.empty()) return;
    const int width = static_cast<int>(shot.width), height = static_cast<int>(shot.height);
    if (!stbi_write_png(file.c_str(), width, height, 3, shot.bufferRgb.data(), width * 3))
        std::fprintf(stderr, "%s could not be written\n", file.c_str());
}

} // namespace lockstep::window_tests
