// SPDX-License-Identifier: MIT
// Dear ImGui and ImPlot, restyled from the palette of now. Widgets of ours draw themselves; this is
// for what is left: text fields, scroll bars, tooltips, the plots' axes.
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <hello_imgui/hello_imgui.h>
#include <implot/implot.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace lockstep::shell {

namespace {

Palette g_palette = palette_of(Theme::Light, false);

void style_sizes(ImGuiStyle& style) {
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ChildRounding = em(12);
    style.FrameRounding = em(8);
    style.FramePadding = {em(10), em(7)};
    style.ItemSpacing = {em(8), em(8)};
    style.ItemInnerSpacing = {em(6), em(4)};
    style.PopupRounding = em(10);
    style.PopupBorderSize = 1;
    style.ScrollbarSize = em(9);
    style.ScrollbarRounding = em(5);
    style.ScrollbarPadding = 2;
    style.GrabMinSize = em(24);
    style.SeparatorSize = 1;
    style.AntiAliasedLinesUseTex = false; // the texture's lines cannot be wider than 63 px
    style.CurveTessellationTol = 0.6f;
    style.CircleTessellationMaxError = 0.15f;
    style.HoverDelayNormal = 0.35f;
}

void style_colours(ImGuiStyle& style, const Palette& p) {
    p.dark ? ImGui::StyleColorsDark(&style) : ImGui::StyleColorsLight(&style);
    const auto set = [&](ImGuiCol which, ImU32 colour) { style.Colors[which] = to_vec4(colour); };
    const ImU32 nothing = faded(p.surface, 0);
    set(ImGuiCol_Text, p.ink);
    set(ImGuiCol_TextDisabled, p.faint);
    set(ImGuiCol_WindowBg, p.background);
    set(ImGuiCol_ChildBg, nothing);
    set(ImGuiCol_PopupBg, p.surface);
    set(ImGuiCol_Border, p.line);
    set(ImGuiCol_BorderShadow, nothing);
    set(ImGuiCol_FrameBg, p.surface);
    set(ImGuiCol_FrameBgHovered, p.surface);
    set(ImGuiCol_FrameBgActive, p.surface);
    set(ImGuiCol_Button, nothing);
    set(ImGuiCol_ButtonHovered, p.accent_surface);
    set(ImGuiCol_ButtonActive, mixed(p.accent_surface, p.accent, 0.15f));
    set(ImGuiCol_Header, p.accent_surface);
    set(ImGuiCol_HeaderHovered, p.accent_surface);
    set(ImGuiCol_HeaderActive, p.accent_surface);
    set(ImGuiCol_ScrollbarBg, nothing);
    set(ImGuiCol_ScrollbarGrab, mixed(p.background, p.faint, 0.25f));
    set(ImGuiCol_ScrollbarGrabHovered, mixed(p.background, p.faint, 0.6f));
    set(ImGuiCol_ScrollbarGrabActive, p.faint);
    set(ImGuiCol_Separator, p.line);
    set(ImGuiCol_SeparatorHovered, mixed(p.line, p.accent, 0.5f));
    set(ImGuiCol_SeparatorActive, p.accent);
    set(ImGuiCol_ResizeGrip, nothing);
    set(ImGuiCol_ResizeGripHovered, nothing);
    set(ImGuiCol_ResizeGripActive, nothing);
    set(ImGuiCol_TextSelectedBg, mixed(p.surface, p.accent, 0.28f));
    set(ImGuiCol_TextLink, p.accent);
    set(ImGuiCol_InputTextCursor, p.accent);
    set(ImGuiCol_CheckMark, p.accent);
    // The stock rectangle of keyboard navigation is off; every widget draws its own ring.
    set(ImGuiCol_NavCursor, nothing);
    set(ImGuiCol_ModalWindowDimBg, faded(p.dark ? IM_COL32_BLACK : p.ink, 0.35f));
}

void style_plots(const Palette& p) {
    ImPlot::StyleColorsAuto(); // colours follow ImGui's unless they are set here
    ImPlotStyle& style = ImPlot::GetStyle();
    const auto set = [&](ImPlotCol which, ImU32 colour) { style.Colors[which] = to_vec4(colour); };
    const ImU32 nothing = faded(p.surface, 0);
    set(ImPlotCol_FrameBg, nothing);
    set(ImPlotCol_PlotBg, nothing);
    set(ImPlotCol_PlotBorder, nothing);
    set(ImPlotCol_AxisText, p.faint);
    set(ImPlotCol_AxisGrid, p.line);
    set(ImPlotCol_AxisTick, nothing);
    set(ImPlotCol_AxisBg, nothing);
    set(ImPlotCol_AxisBgHovered, nothing);
    set(ImPlotCol_AxisBgActive, nothing);
    set(ImPlotCol_Selection, p.accent);
    set(ImPlotCol_Crosshairs, p.faint);
    style.PlotBorderSize = 0;
    style.MinorAlpha = 1; // ticks that are given by hand count as minor ones
    style.MajorTickLen = {0, 0};
    style.MinorTickLen = {0, 0};
    style.MajorGridSize = {1, 1};
    style.MinorGridSize = {1, 1};
    style.PlotPadding = {em(2), em(8)};
    style.LabelPadding = {em(6), em(6)};
    style.MousePosPadding = {em(8), em(8)};
}

bool answer_contains(const char* question, const char* word) {
    std::FILE* pipe = ::popen(question, "r");
    if (!pipe)
        return false;
    char answer[256] = {};
    const std::size_t got = std::fread(answer, 1, sizeof answer - 1, pipe);
    ::pclose(pipe);
    return got > 0 && std::strstr(answer, word) != nullptr;
}

/// gsettings starts in milliseconds where there is a desktop; without one nobody is asked.
bool has_desktop() {
    const char* desktop = std::getenv("XDG_CURRENT_DESKTOP");
    return desktop && *desktop;
}

} // namespace

const Palette& palette() {
    return g_palette;
}

void apply_theme(Theme theme, bool system_dark, bool presenting) {
    g_palette = palette_of(theme, system_dark);
    if (presenting)
        g_palette.faint = g_palette.soft;
    ImGuiStyle& style = ImGui::GetStyle();
    style_sizes(style);
    style_colours(style, g_palette);
    if (ImPlot::GetCurrentContext())
        style_plots(g_palette);
}

bool system_is_dark() {
    static const bool dark =
        has_desktop() &&
        answer_contains("gsettings get org.gnome.desktop.interface color-scheme 2>/dev/null",
                        "dark");
    return dark;
}

bool system_reduces_motion() {
    static const bool reduced = HelloImGui::PrefersReducedMotion();
    return reduced;
}

} // namespace lockstep::shell
