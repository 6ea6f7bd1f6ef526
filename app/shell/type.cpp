// SPDX-License-Identifier: MIT
// Fonts and sizes. Every Inter is preceded by its Figures: digits of one width, so that a number
// that changes does not tremble.
#include "app/shell/type.hpp"

#include "app/shell/theme.hpp"
#include "sim/base/assert.hpp"

#include <imgui_freetype.h>

#include <array>
#include <cmath>

namespace lockstep::shell {

namespace {

enum class Face { Regular, Medium, SemiBold, Bold, Italic, BoldItalic, Mono, MonoBold, Count };

struct StyleInfo {
    Face face;
    float size;    ///< of the em
    float leading; ///< baseline to baseline, in sizes
};

constexpr StyleInfo info_of(TextStyle style) {
    switch (style) {
    case TextStyle::Title:
        return {Face::Bold, 27, 1.25f};
    case TextStyle::Section:
        return {Face::SemiBold, 19, 1.35f};
    case TextStyle::Brand:
        return {Face::Bold, 17, 1.3f};
    case TextStyle::Body:
        return {Face::Regular, 16, 1.5f};
    case TextStyle::BodyStrong:
        return {Face::SemiBold, 16, 1.5f};
    case TextStyle::BodyItalic:
        return {Face::Italic, 16, 1.5f};
    case TextStyle::Button:
        return {Face::SemiBold, 15, 1.3f};
    case TextStyle::Interface:
        return {Face::Regular, 14, 1.45f};
    case TextStyle::InterfaceStrong:
        return {Face::SemiBold, 14, 1.45f};
    case TextStyle::Label:
        return {Face::Regular, 13, 1.4f};
    case TextStyle::LabelStrong:
        return {Face::SemiBold, 13, 1.4f};
    case TextStyle::Small:
        return {Face::Regular, 12, 1.35f};
    case TextStyle::SmallStrong:
        return {Face::SemiBold, 12, 1.35f};
    case TextStyle::Code:
        return {Face::Mono, 13, 1.5f};
    case TextStyle::CodeStrong:
        return {Face::MonoBold, 13, 1.5f};
    case TextStyle::CodeSmall:
        return {Face::Mono, 12, 1.45f};
    }
    return {Face::Regular, 16, 1.5f};
}

/// Ascender to descender, in ems, as the files' hhea tables say. Dear ImGui counts sizes so.
constexpr float inter_extent = 1.2102273f, mono_extent = 1.32f;

std::array<ImFont*, static_cast<std::size_t>(Face::Count)> g_fonts{};
float g_scale = 1;

ImFont* add_font(const std::filesystem::path& file, bool merge) {
    ImFontConfig config;
    config.MergeMode = merge;
    return ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str(), 0, &config);
}

struct FaceFiles {
    Face face;
    const char* first;
    const char* behind;
};

constexpr FaceFiles face_files[] = {
    {Face::Regular, "Figures-Regular.otf", "Inter-Regular.otf"},
    {Face::Medium, "Figures-Medium.otf", "Inter-Medium.otf"},
    {Face::SemiBold, "Figures-SemiBold.otf", "Inter-SemiBold.otf"},
    {Face::Bold, "Figures-Bold.otf", "Inter-Bold.otf"},
    {Face::Italic, "Inter-Italic.otf", nullptr},
    {Face::BoldItalic, "Inter-BoldItalic.otf", nullptr},
    {Face::Mono, "JetBrainsMono-Regular.ttf", nullptr},
    {Face::MonoBold, "JetBrainsMono-Bold.ttf", nullptr},
};

} // namespace

Result<void> load_fonts(const std::filesystem::path& folder) {
    // Hinting rounds every letter to whole pixels, and small text falls apart into letters.
    ImGui::GetIO().Fonts->FontLoaderFlags = ImGuiFreeTypeLoaderFlags_NoHinting;
    for (const FaceFiles& files : face_files) {
        for (const char* name : {files.first, files.behind}) {
            if (name && !std::filesystem::exists(folder / name))
                return fail((folder / name).string(), "this font is missing.",
                            "Reinstall Lockstep, or set LOCKSTEP_ROOT to its folder.");
        }
        ImFont*& font = g_fonts[static_cast<std::size_t>(files.face)];
        font = add_font(folder / files.first, false);
        if (files.behind)
            add_font(folder / files.behind, true);
        // Signs that Inter lacks (small triangles, the midline ellipsis) come from JetBrains Mono.
        add_font(folder / "JetBrainsMono-Regular.ttf", true);
    }
    return {};
}

void set_text_scale(float learner_scale, float screen_scale) {
    g_scale = learner_scale * screen_scale;
    ImGuiStyle& style = ImGui::GetStyle();
    style.FontSizeBase = imgui_size_of(TextStyle::Body);
    style.FontScaleMain = learner_scale;
    style.FontScaleDpi = screen_scale;
}

float text_scale() {
    return g_scale;
}
float em(float at_100_percent) {
    return std::round(at_100_percent * g_scale);
}

ImFont* font_of(TextStyle style) {
    ImFont* font = g_fonts[static_cast<std::size_t>(info_of(style).face)];
    LOCKSTEP_ASSERT(font != nullptr, "load_fonts() comes before any text");
    return font;
}

float size_of(TextStyle style) {
    return info_of(style).size;
}

float imgui_size_of(TextStyle style) {
    const StyleInfo info = info_of(style);
    const bool mono = info.face == Face::Mono || info.face == Face::MonoBold;
    return info.size * (mono ? mono_extent : inter_extent);
}

float line_height(TextStyle style) {
    const StyleInfo info = info_of(style);
    return std::round(info.size * info.leading * g_scale);
}

float text_height(TextStyle style) {
    return std::round(imgui_size_of(style) * g_scale);
}

TextScope::TextScope(TextStyle style) {
    ImGui::PushFont(font_of(style), imgui_size_of(style));
}
TextScope::~TextScope() {
    ImGui::PopFont();
}

} // namespace lockstep::shell
