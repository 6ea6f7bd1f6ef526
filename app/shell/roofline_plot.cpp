// SPDX-License-Identifier: MIT
// Roofs as a model's thin lines; what was measured are the ridges, at which two of them meet.
#include "app/shell/roofline_plot.hpp"

#include "app/shell/cells.hpp"
#include "app/shell/roofline_labels.hpp"
#include "app/shell/widgets.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace lockstep::shell {

namespace {

/// "1/16", "1/2", "1", "32".
std::string tick_words(double value) {
    return value < 1 ? fmt::format("1/{}", std::lround(1 / value)) : format_number(value, 4);
}

void set_up_axes(const Roofs& roofs, ImVec2 size) {
    AxisLook x, y;
    x.words = "flops for each byte";
    x.low = roofs.x_low, x.high = roofs.x_high;
    y.words = " "; // room for the title, which is drawn upright below
    y.low = roofs.y_low, y.high = roofs.y_high;
    x.scale = y.scale = Scale::Doubling;
    y.grid = true;
    const float tick = text_extent(TextStyle::Small, "1/16").x + em(22);
    x.ticks = nice_ticks(x.low, x.high, x.scale, std::max(2, static_cast<int>(size.x / tick)));
    for (const double value : x.ticks)
        x.tick_words.push_back(tick_words(value));
    y.ticks = nice_ticks(y.low, y.high, y.scale, std::max(2, static_cast<int>(size.y / em(40))));
    setup_axis(ImAxis_X1, x);
    setup_axis(ImAxis_Y1, y);
    ImPlot::SetupFinish();
}

void draw_roof(RooflineCanvas& canvas, const Roofline& roof, ImU32 colour, float width) {
    const Roofs& roofs = canvas.roofs;
    const std::array points{
        canvas.at(roofs.x_low, roof.roof_gflops(roofs.x_low)),
        canvas.at(roof.ridge(), roof.peak_gflops),
        canvas.at(roofs.x_high, roof.peak_gflops),
    };
    draw_line(canvas.list, points, colour, width);
    canvas.labels.keep_clear(points, em(3));
}

/// Fainter than the memory's: they hold only for what fits.
void draw_cache_roofs(RooflineCanvas& canvas) {
    const Roofs& roofs = canvas.roofs;
    for (const CacheRoof& cache : roofs.caches) {
        const double peak = roofs.highest().peak_gflops, meets = peak / cache.gb_s;
        const double bottom = std::max(roofs.x_low, roofs.y_low / cache.gb_s);
        if (meets <= bottom)
            continue;
        const std::array points{canvas.at(bottom, bottom * cache.gb_s), canvas.at(meets, peak)};
        draw_line(canvas.list, points, palette().line, std::max(em(1.5f), 1.0f));
        canvas.labels.keep_clear(points, em(2));
    }
}

void draw_lower_peaks(RooflineCanvas& canvas) {
    const Roofs& roofs = canvas.roofs;
    for (const LowerPeak& peak : roofs.lower) {
        if (!roofs.one || peak.gflops < roofs.y_low)
            continue;
        const double from = std::max(roofs.x_low, peak.gflops / roofs.one->memory_gb_s);
        const std::array points{canvas.at(from, peak.gflops), canvas.at(roofs.x_high, peak.gflops)};
        draw_dashed(canvas.list, points, palette().faint, 1, em(3), em(4));
        canvas.labels.keep_clear(points, em(2));
    }
}

void draw_ridge(RooflineCanvas& canvas, const Roofline& roof, Provenance provenance) {
    const ImVec2 at = canvas.at(roof.ridge(), roof.peak_gflops);
    draw_mark(canvas.list, at, provenance, palette().measured, mark_radius());
    canvas.labels.keep_clear({at.x - em(7), at.y - em(7)}, {at.x + em(7), at.y + em(7)});
    canvas.labels.place(canvas.list, at, "ridge " + format_number(roof.ridge(), 2),
                        palette().measured);
}

void draw_kernels(RooflineCanvas& canvas, std::span<const RooflineKernel> kernels) {
    for (const RooflineKernel& kernel : kernels) {
        if (!(kernel.flops_per_byte > 0) || !(kernel.gflops > 0))
            continue;
        const ImVec2 at = canvas.at(kernel.flops_per_byte, kernel.gflops);
        const ImU32 colour = colour_of(kernel.provenance);
        draw_mark(canvas.list, at, kernel.provenance, colour, mark_radius());
        canvas.labels.keep_clear({at.x - em(7), at.y - em(7)}, {at.x + em(7), at.y + em(7)});
        canvas.labels.place(canvas.list, at, kernel.words, colour);
    }
}

void draw_canvas(RooflineCanvas& canvas, const RooflineLook& look) {
    const Palette& p = palette();
    const Roofs& roofs = canvas.roofs;
    const float thin = line_width(Provenance::Model);
    draw_cache_roofs(canvas);
    draw_lower_peaks(canvas);
    if (roofs.one)
        draw_roof(canvas, *roofs.one, p.model, thin);
    if (roofs.all)
        draw_roof(canvas, *roofs.all, p.soft, thin * 1.7f);
    if (roofs.all)
        label_roof(canvas, *roofs.all, p.ink);
    if (roofs.one)
        label_roof(canvas, *roofs.one, p.soft);
    if (roofs.all)
        draw_ridge(canvas, *roofs.all, look.provenance);
    if (roofs.one)
        draw_ridge(canvas, *roofs.one, look.provenance);
    draw_kernels(canvas, look.kernels);
    label_others(canvas);
}

/// How many flops a byte were chosen, by the pointer or the arrow keys; a line shows how high they
/// can come.
double choose_place(const CellItem& item, const Roofs& roofs, ImVec2 low, ImVec2 size) {
    ImGui::SetCursorScreenPos(low);
    const int last = roofs.places() - 1;
    const auto place_of = [&](double x) {
        return static_cast<int>(std::lround(std::log2(x / roofs.x_low) * places_a_doubling));
    };
    const float pointed = (ImGui::GetIO().MousePos.x - low.x) / std::max(size.x, 1.0f);
    const auto under = static_cast<int>(std::lround(pointed * static_cast<float>(last)));
    const int start = std::clamp(place_of(roofs.highest().ridge() / 4), 0, last);
    const int place = point_at_cell(item, size, last + 1, last + 1, start, under);
    const double x = roofs.x_of(place), y = roofs.highest().roof_gflops(x);
    const double up = std::log2(y / roofs.y_low) / std::log2(roofs.y_high / roofs.y_low);
    const float at_x =
        std::round(low.x + size.x * static_cast<float>(place) / static_cast<float>(last));
    const float top = low.y + size.y * static_cast<float>(1 - up);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at_x, top}, {at_x + 1, low.y + size.y}, palette().accent);
    list.AddCircleFilled({at_x + 0.5f, top}, em(3), palette().accent);
    return x;
}

} // namespace

void draw_roofline(const CellItem& item, float height, const protocol::Passport& passport,
                   const RooflineLook& look) {
    const Roofs roofs = roofs_of(passport, look);
    if (!roofs.there())
        return;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, height};
    ImGui::PushID(item.id);
    if (begin_plot("##roofline", size)) {
        set_up_axes(roofs, size);
        const ImVec2 low = ImPlot::GetPlotPos(), inside = ImPlot::GetPlotSize();
        RooflineCanvas canvas{roofs, *ImPlot::GetPlotDrawList(),
                              LabelPlacer(low, {low.x + inside.x, low.y + inside.y})};
        ImPlot::PushPlotClipRect(em(12));
        draw_canvas(canvas, look);
        ImPlot::PopPlotClipRect();
        end_plot();
        draw_upright_title(*ImGui::GetWindowDrawList(), "Gflop/s, doubles",
                           {corner.x + em(2), low.y + inside.y / 2}, size.y);
        const double x = choose_place({"roof", item.session, item.commands}, roofs, low, inside);
        ImGui::SetCursorScreenPos({corner.x, corner.y + size.y});
        ImGui::Dummy({0, 0});
        text_wrapped(TextStyle::Label, palette().ink, roof_words(roofs.one, roofs.all, x));
    }
    ImGui::PopID();
}

} // namespace lockstep::shell
