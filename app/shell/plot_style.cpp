// SPDX-License-Identifier: MIT
// Plots without a frame, with quiet ticks and a horizontal grid, and the entries of their legends.
#include "app/shell/plot_style.hpp"

#include "app/shell/type.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

double doubling(double value, void*) {
    return std::log2(std::max(value, 1e-300));
}
double doubled(double value, void*) {
    return std::exp2(value);
}

} // namespace

bool begin_plot(const char* id, ImVec2 size, bool zoom) {
    ImPlotFlags flags = ImPlotFlags_NoTitle | ImPlotFlags_NoLegend | ImPlotFlags_NoMenus |
                        ImPlotFlags_NoMouseText | ImPlotFlags_NoFrame | ImPlotFlags_NoBoxSelect;
    if (!zoom)
        flags |= ImPlotFlags_NoInputs;
    ImGui::PushFont(font_of(TextStyle::Small), imgui_size_of(TextStyle::Small));
    ImPlot::PushStyleVar(ImPlotStyleVar_PlotPadding, ImVec2(em(4), em(10)));
    const bool open = ImPlot::BeginPlot(id, size, flags);
    if (!open) {
        ImPlot::PopStyleVar();
        ImGui::PopFont();
    }
    return open;
}

void end_plot() {
    ImPlot::EndPlot();
    ImPlot::PopStyleVar();
    ImGui::PopFont();
}

std::vector<double> nice_ticks(double low, double high, Scale scale, int about) {
    std::vector<double> ticks;
    if (!(high > low) || about < 1 || !std::isfinite(low) || !std::isfinite(high))
        return ticks;
    if (scale == Scale::Doubling && low > 0) {
        // Where the whole axis is less than about two doublings, a linear spacing says more.
        if (high / low >= 3.5) {
            const int first = static_cast<int>(std::ceil(std::log2(low) - 1e-9));
            const int last = static_cast<int>(std::floor(std::log2(high) + 1e-9));
            const int stride = std::max(1, (last - first + about) / about);
            for (int power = first; power <= last; power += stride)
                ticks.push_back(std::exp2(power));
            return ticks;
        }
    }
    const double raw = (high - low) / about, magnitude = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double candidate : {1.0, 2.0, 2.5, 5.0})
        if (candidate * magnitude >= raw * 0.999) {
            step = candidate * magnitude;
            break;
        }
    const double first = std::ceil(low / step - 1e-9);
    for (double i = first; i * step <= high + step * 1e-9; ++i)
        ticks.push_back(i == 0 ? 0 : i * step);
    return ticks;
}

void setup_axis(ImAxis axis, const AxisLook& look) {
    ImPlotAxisFlags flags = ImPlotAxisFlags_NoHighlight | ImPlotAxisFlags_NoTickMarks |
                            ImPlotAxisFlags_NoMenus | ImPlotAxisFlags_NoSideSwitch;
    if (!look.grid)
        flags |= ImPlotAxisFlags_NoGridLines;
    const std::string words{look.words};
    ImPlot::SetupAxis(axis, words.empty() ? nullptr : words.c_str(), flags);
    ImPlot::SetupAxisLimits(axis, look.low, look.high, ImPlotCond_Always);
    if (look.scale == Scale::Doubling && look.low > 0)
        ImPlot::SetupAxisScale(axis, doubling, doubled, nullptr);
    const bool vertical = axis >= ImAxis_Y1;
    std::vector<double> ticks = look.ticks;
    if (ticks.empty())
        ticks = nice_ticks(look.low, look.high, look.scale, vertical ? 6 : 5);
    std::vector<std::string> made = look.tick_words;
    if (made.size() != ticks.size()) {
        made.clear();
        for (const double tick : ticks)
            made.push_back(look.percent ? format_percent(tick, 3) : format_number(tick, 4));
    }
    std::vector<const char*> pointers;
    for (const std::string& word : made)
        pointers.push_back(word.c_str());
    if (!ticks.empty())
        ImPlot::SetupAxisTicks(axis, ticks.data(), static_cast<int>(ticks.size()), pointers.data());
}

std::string first_words(std::string_view words, const std::function<bool(std::string_view)>& fits) {
    std::string shown(words);
    while (!fits(shown)) {
        const std::size_t space = words.rfind(' ');
        if (space == words.npos)
            break;
        words = words.substr(0, space);
        shown = std::string(words) + " …";
    }
    return shown;
}

/// ImPlot turns text glyph by glyph at fractions of pixels, and thin letters vanish. Laid out where
/// nothing is clipped and then turned by whole pixels, none does.
void draw_upright_title(ImDrawList& list, std::string_view title, ImVec2 left_middle, float room) {
    const std::string shown = first_words(title, [&](std::string_view words) {
        return text_extent(TextStyle::Small, words).x <= room;
    });
    const ImVec2 size = text_extent(TextStyle::Small, shown);
    const ImVec2 corner = list.GetClipRectMin();
    const ImVec2 from{std::ceil(corner.x) + 1, std::ceil(corner.y) + 1};
    const ImVec2 to{std::round(left_middle.x), std::round(left_middle.y + size.x / 2)};
    const int first = list.VtxBuffer.Size;
    draw_text(list, TextStyle::Small, from, palette().soft, shown);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& at = list.VtxBuffer[i].pos;
        at = {to.x + (at.y - from.y), to.y - (at.x - from.x)};
    }
}

void legend_entry(Provenance provenance, ImU32 colour, std::string_view words, int shape, int dash,
                  float room) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = text_height(TextStyle::Label), y = std::round(at.y + high / 2);
    const float left = at.x, width = em(18);
    const bool line = provenance == Provenance::Model || provenance == Provenance::Predicted;
    const ImVec2 ends[] = {{left, y}, {left + width, y}};
    if (dash > 0) {
        const ImVec2 through[] = {{left - em(2), y}, {left + width + em(2), y}};
        draw_run_line(list, through, dash, faded(colour, 0.6f), em(1.4f));
    }
    if (line)
        draw_line(list, ends, colour, line_width(provenance));
    else
        draw_shape(list, {dash > 0 ? left + width / 2 : left + width - em(6), y}, shape, provenance,
                   colour, mark_radius(), false);
    const float wide = legend_entry_width(words), wrap = room - em(22);
    const ImVec2 text{left + width + em(4), at.y};
    if (room > 0 && wide > room && wrap > em(60)) {
        draw_text_wrapped(list, TextStyle::Label, text, palette().soft, words, wrap);
        ImGui::Dummy({room, text_extent(TextStyle::Label, words, wrap).y});
    } else {
        draw_text(list, TextStyle::Label, text, palette().soft, words);
        ImGui::Dummy({wide, high});
    }
    ImGui::SameLine(0, em(14));
}

void legend_entry_missing(std::string_view words) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = text_height(TextStyle::Label);
    draw_missing(list, {at.x + em(12), std::round(at.y + high / 2)}, palette().cost, mark_radius());
    draw_text(list, TextStyle::Label, {at.x + em(22), at.y}, palette().soft, words);
    ImGui::Dummy({legend_entry_width(words), high});
    ImGui::SameLine(0, em(14));
}

float legend_entry_width(std::string_view words) {
    return em(22) + text_extent(TextStyle::Label, words).x;
}

} // namespace lockstep::shell
