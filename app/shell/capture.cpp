// SPDX-License-Identifier: MIT
// The pixels are read by a callback at the end of ImGui's topmost draw list, when everything else
// is on the back buffer and before it is swapped away.
#include "app/shell/capture.hpp"

#include <glad/glad.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>

namespace lockstep::shell {

namespace {

struct Wanted {
    ImVec2 low, high;
};
Wanted wanted;
std::optional<Pixels> taken;

void read_pixels(const ImDrawList*, const ImDrawCmd*) {
    const ImGuiIO& io = ImGui::GetIO();
    const float sx = io.DisplayFramebufferScale.x, sy = io.DisplayFramebufferScale.y;
    const auto to_int = [](float value) { return static_cast<int>(std::lround(value)); };
    const int x = std::max(0, to_int(wanted.low.x * sx));
    const int bottom = std::max(0, to_int((io.DisplaySize.y - wanted.high.y) * sy));
    const int width = std::min(to_int(wanted.high.x * sx), to_int(io.DisplaySize.x * sx)) - x;
    const int height = to_int((wanted.high.y - wanted.low.y) * sy);
    if (width <= 0 || height <= 0)
        return;
    std::vector<unsigned char> rgba(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(x, bottom, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    taken = from_bottom_up_rgba(width, height, rgba);
}

void append(void* context, void* data, int size) {
    auto& bytes = *static_cast<std::vector<char>*>(context);
    const char* begin = static_cast<const char*>(data);
    bytes.insert(bytes.end(), begin, begin + size);
}

} // namespace

void ask_pixels(ImVec2 low, ImVec2 high) {
    wanted = {low, high};
    ImGui::GetForegroundDrawList()->AddCallback(read_pixels, nullptr);
}

bool has_pixels() {
    return taken.has_value();
}

std::optional<Pixels> take_pixels() {
    std::optional<Pixels> given = std::move(taken);
    taken.reset();
    return given;
}

Pixels from_bottom_up_rgba(int width, int height, const std::vector<unsigned char>& rgba) {
    Pixels pixels{width, height, {}};
    pixels.rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = height - 1; y >= 0; --y)
        for (int x = 0; x < width; ++x) {
            const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                    static_cast<std::size_t>(x)) *
                                   4;
            pixels.rgb.insert(pixels.rgb.end(), {rgba[at], rgba[at + 1], rgba[at + 2]});
        }
    return pixels;
}

Result<void> write_png(const Pixels& pixels, const std::string& path) {
    std::vector<char> bytes;
    stbi_write_png_to_func(append, &bytes, pixels.width, pixels.height, 3, pixels.rgb.data(),
                           3 * pixels.width);
    const std::string part = path + ".part";
    {
        std::ofstream file(part, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (bytes.empty() || !file.flush())
            return fail(path, "the picture could not be written.",
                        "Is the disk full, or the folder read-only?");
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error)
        return fail(path, "the picture could not be written: " + error.message());
    return {};
}

} // namespace lockstep::shell
