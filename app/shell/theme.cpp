// SPDX-License-Identifier: MIT
// The three palettes, and the arithmetic on colours.
#include "app/shell/theme.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

/// 0xRRGGBB, as the tokens are written everywhere else, into ImGui's order.
constexpr ImU32 rgb(unsigned hex) {
    return IM_COL32((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff, 0xff);
}

constexpr Palette light{
    .background = rgb(0xF6F5F2),
    .surface = rgb(0xFFFFFF),
    .ink = rgb(0x1F2328),
    .soft = rgb(0x5B626B),
    .faint = rgb(0x7C838C),
    .line = rgb(0xE3E1DC),
    .accent = rgb(0x2F5BD3),
    .accent_surface = rgb(0xEAF0FE),
    .on_accent = rgb(0xFFFFFF),
    .measured = rgb(0x0B6E99),
    .model = rgb(0x7A7F87),
    .predicted = rgb(0xC2410C),
    .simulated = rgb(0x7B3FA0),
    .cost = rgb(0xB25E00),
    .good = rgb(0x1B7F5C),
    .paths = {rgb(0x3B6FB6), rgb(0xC7892B), rgb(0x5E9E6E), rgb(0xA25C8F)},
    .code_surface = rgb(0xF2F1ED),
    .track = rgb(0xE3E1DC),
    .zone = rgb(0xF6F5F2),
    .dark = false,
    .high_contrast = false,
};

constexpr Palette dark{
    .background = rgb(0x14161A),
    .surface = rgb(0x1C1F24),
    .ink = rgb(0xE8EAED),
    .soft = rgb(0xA4ABB5),
    .faint = rgb(0x858C97),
    .line = rgb(0x2C3037),
    .accent = rgb(0x8AB0FF),
    .accent_surface = rgb(0x22304E),
    .on_accent = rgb(0x14161A),
    .measured = rgb(0x56B4E9),
    .model = rgb(0x9AA1AB),
    .predicted = rgb(0xF08A4B),
    .simulated = rgb(0xC58AF0),
    .cost = rgb(0xF0A94B),
    .good = rgb(0x5CC8A0),
    .paths = {rgb(0x7FA8E0), rgb(0xE0B060), rgb(0x8CC79B), rgb(0xCF93BF)},
    .code_surface = rgb(0x24282E),
    .track = rgb(0x353A42),
    .zone = rgb(0x22262C),
    .dark = true,
    .high_contrast = false,
};

/// Every text at 7 or more, borders that are seen, no greys between.
constexpr Palette high_contrast{
    .background = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .ink = rgb(0x000000),
    .soft = rgb(0x1C1C1C),
    .faint = rgb(0x3A3A3A),
    .line = rgb(0x5A5A5A),
    .accent = rgb(0x0030B0),
    .accent_surface = rgb(0xDDE6FF),
    .on_accent = rgb(0xFFFFFF),
    .measured = rgb(0x00496B),
    .model = rgb(0x3A3A3A),
    .predicted = rgb(0x9A2C00),
    .simulated = rgb(0x5A1E80),
    .cost = rgb(0x7A3D00),
    .good = rgb(0x00563A),
    .paths = {rgb(0x0B4A99), rgb(0x8A5200), rgb(0x1E6B34), rgb(0x7A2C66)},
    .code_surface = rgb(0xF2F2F2),
    .track = rgb(0x9A9A9A),
    .zone = rgb(0xEDEDED),
    .dark = false,
    .high_contrast = true,
};

double linear(unsigned channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
    return 0.2126 * linear((colour >> IM_COL32_R_SHIFT) & 0xff) +
           0.7152 * linear((colour >> IM_COL32_G_SHIFT) & 0xff) +
           0.0722 * linear((colour >> IM_COL32_B_SHIFT) & 0xff);
}

} // namespace

const Palette& palette_of(Theme theme, bool system_is_dark) {
    switch (theme) {
    case Theme::Light: return light;
    case Theme::Dark: return dark;
    case Theme::HighContrast: return high_contrast;
    case Theme::System: break;
    }
    return system_is_dark ? dark : light;
}

ImU32 faded(ImU32 colour, float alpha) {
    const float before = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xff);
    const auto after = static_cast<ImU32>(std::clamp(before * alpha, 0.0f, 255.0f) + 0.5f);
    return (colour & ~IM_COL32_A_MASK) | (after << IM_COL32_A_SHIFT);
}

ImU32 mixed(ImU32 from, ImU32 to, float share) {
    const ImVec4 a = to_vec4(from), b = to_vec4(to);
    return ImGui::ColorConvertFloat4ToU32({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share,
                                           a.z + (b.z - a.z) * share, a.w + (b.w - a.w) * share});
}

ImVec4 to_vec4(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

ImU32 path_colour(int index) {
    const Palette& p = palette();
    if (index < 4) return p.paths[std::max(index, 0)];
    // Steps of the golden ratio keep any number of hues apart.
    const float hue = std::fmod(0.61803399f * static_cast<float>(index), 1.0f);
    float r, g, b;
    ImGui::ColorConvertHSVtoRGB(hue, p.dark ? 0.42f : 0.62f, p.dark ? 0.86f : 0.66f, r, g, b);
    return ImGui::ColorConvertFloat4ToU32({r, g, b, 1});
}

ImU32 text_on(ImU32 surface) {
    const ImU32 black = rgb(0x14161A), white = rgb(0xFFFFFF);
    return contrast(surface, white) >= contrast(surface, black) ? white : black;
}

double contrast(ImU32 first, ImU32 second) {
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

ImU32 colour_of(Provenance provenance) {
    const Palette& p = palette();
    switch (provenance) {
    case Provenance::Measured:
    case Provenance::Recorded: return p.measured;
    case Provenance::Simulated: return p.simulated;
    case Provenance::Model: return p.model;
    case Provenance::Predicted: return p.predicted;
    }
    return p.ink;
}

} // namespace lockstep::shell
