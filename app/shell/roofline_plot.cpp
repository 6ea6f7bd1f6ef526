// SPDX-License-Identifier: MIT
// Roofs as a model's thin lines; what was measured are the ridges, at which two of them meet.
#include "app/shell/roofline_plot.hpp"

#include "app/experiment/roofline.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/widgets.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace lockstep::shell {

namespace {

/// Places that can be chosen between a grid line and the next.
constexpr int places_a_doubling = 4;

struct Roofs {
    std::optional<Roofline> one, all; ///< `all` only where several workers were measured
    std::vector<CacheRoof> caches;    ///< of the higher one of the two
    std::vector<LowerPeak> lower;     ///< of one core
    double x_low = 0, x_high = 0, y_low = 0, y_high = 0;

    const Roofline& highest() const { return all ? *all : *one; }
    bool there() const { return one || all; }
    int places() const {
        return static_cast<int>(std::lround(std::log2(x_high / x_low))) * places_a_doubling + 1;
    }
    double x_of(int place) const { return x_low * std::exp2(place / double{places_a_doubling}); }
};

double power_below(double value) {
    return std::exp2(std::floor(std::log2(value)));
}

double power_above(double value) {
    return std::exp2(std::ceil(std::log2(value)));
}

void set_axes(Roofs& roofs, std::span<const RooflineKernel> kernels) {
    const Roofline& least = roofs.one ? *roofs.one : *roofs.all;
    const double nearest = std::min(least.ridge(), roofs.highest().ridge());
    const double furthest = std::max(least.ridge(), roofs.highest().ridge());
    roofs.x_low = std::min(1.0 / 16, power_below(nearest / 4));
    roofs.x_high = std::max(16.0, power_above(4 * furthest));
    double low = least.roof_gflops(roofs.x_low), high = roofs.highest().peak_gflops;
    for (const RooflineKernel& kernel : kernels) {
        if (!(kernel.flops_per_byte > 0) || !(kernel.gflops > 0))
            continue;
        roofs.x_low = std::min(roofs.x_low, power_below(kernel.flops_per_byte));
        roofs.x_high = std::max(roofs.x_high, power_above(kernel.flops_per_byte));
        low = std::min(low, kernel.gflops);
        high = std::max(high, kernel.gflops);
    }
    roofs.y_low = power_below(low);
    roofs.y_high = power_above(1.4 * high);
}

Roofs roofs_of(const protocol::Passport& passport, const RooflineLook& look) {
    Roofs roofs;
    roofs.one = roofline_of_one(passport);
    roofs.all = roofline_of_all(passport);
    if (roofs.all && roofs.all->workers < 2 && roofs.one)
        roofs.all.reset();
    if (!roofs.there())
        return roofs;
    if (look.caches)
        roofs.caches = cache_roofs(passport, roofs.highest().workers);
    roofs.lower = lower_peaks(passport);
    set_axes(roofs, look.kernels);
    return roofs;
}

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

struct Canvas {
    const Roofs& roofs;
    ImDrawList& list;
    LabelPlacer labels;

    ImVec2 at(double x, double y) const {
        const ImPlotPoint point(x, y);
        return ImPlot::PlotToPixels(point);
    }
};

void draw_roof(Canvas& canvas, const Roofline& roof, ImU32 colour, float width) {
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
void draw_cache_roofs(Canvas& canvas) {
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

void draw_lower_peaks(Canvas& canvas) {
    const Roofs& roofs = canvas.roofs;
    for (const LowerPeak& peak : roofs.lower) {
        if (!roofs.one || peak.gflops < roofs.y_low)
            continue;
        const double from = std::max(roofs.x_low, peak.gflops / roofs.one->memory_gb_s);
        const std::array points{canvas.at(from, peak.gflops),
                                canvas.at(roofs.x_high, peak.gflops)};
        draw_dashed(canvas.list, points, palette().faint, 1, em(3), em(4));
        canvas.labels.keep_clear(points, em(2));
    }
}

std::string workers_words(const Roofline& roof) {
    return roof.workers == 1 ? std::string("1 core") : fmt::format("{} workers", roof.workers);
}

/// Direct labels: the flat part says flops, the slope says bytes.
void label_roof(Canvas& canvas, const Roofline& roof, ImU32 colour) {
    const Roofs& roofs = canvas.roofs;
    const double flat = std::sqrt(roof.ridge() * roofs.x_high);
    canvas.labels.place(
        canvas.list, canvas.at(flat, roof.peak_gflops),
        fmt::format("{}: {} Gflop/s", workers_words(roof), format_number(roof.peak_gflops, 3)),
        colour);
    const double slope = std::sqrt(roofs.x_low * roof.ridge());
    canvas.labels.place(canvas.list, canvas.at(slope, roof.roof_gflops(slope)),
                        fmt::format("memory {} GB/s", format_number(roof.memory_gb_s, 3)), colour);
}

void label_others(Canvas& canvas) {
    const Roofs& roofs = canvas.roofs;
    for (const CacheRoof& cache : roofs.caches) {
        const double x = std::max(1.3 * roofs.x_low, roofs.y_low / cache.gb_s);
        canvas.labels.place(canvas.list, canvas.at(x, x * cache.gb_s), cache.level,
                            palette().faint);
    }
    for (const LowerPeak& peak : roofs.lower)
        if (roofs.one && peak.gflops >= roofs.y_low)
            canvas.labels.place(canvas.list, canvas.at(roofs.x_high / 1.6, peak.gflops),
                                peak.target, palette().faint);
}

void draw_ridge(Canvas& canvas, const Roofline& roof, Provenance provenance) {
    const ImVec2 at = canvas.at(roof.ridge(), roof.peak_gflops);
    draw_mark(canvas.list, at, provenance, palette().measured, mark_radius());
    canvas.labels.keep_clear({at.x - em(7), at.y - em(7)}, {at.x + em(7), at.y + em(7)});
    canvas.labels.place(canvas.list, at, "ridge " + format_number(roof.ridge(), 2),
                        palette().measured);
}

void draw_kernels(Canvas& canvas, std::span<const RooflineKernel> kernels) {
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

void draw_canvas(Canvas& canvas, const RooflineLook& look) {
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
        draw_ridge(canvas, *roofs.all, look.provenance);
    if (roofs.one)
        draw_ridge(canvas, *roofs.one, look.provenance);
    draw_kernels(canvas, look.kernels);
    if (roofs.all)
        label_roof(canvas, *roofs.all, p.ink);
    if (roofs.one)
        label_roof(canvas, *roofs.one, p.soft);
    label_others(canvas);
}

/// How many flops a byte were chosen, by the pointer or the arrow keys; a line shows how high they
/// can come.
double choose_place(const char* id, const Roofs& roofs, ImVec2 low, ImVec2 size) {
    ImGui::SetCursorScreenPos(low);
    const int last = roofs.places() - 1;
    const auto place_of = [&](double x) {
        return static_cast<int>(std::lround(std::log2(x / roofs.x_low) * places_a_doubling));
    };
    const float pointed = (ImGui::GetIO().MousePos.x - low.x) / std::max(size.x, 1.0f);
    const auto under = static_cast<int>(std::lround(pointed * static_cast<float>(last)));
    const int start = std::clamp(place_of(roofs.highest().ridge() / 4), 0, last);
    const int place = point_at_cell(id, size, last + 1, last + 1, start, under);
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

void draw_roofline(const char* id, float height, const protocol::Passport& passport,
                   const RooflineLook& look) {
    const Roofs roofs = roofs_of(passport, look);
    if (!roofs.there())
        return;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, height};
    ImGui::PushID(id);
    if (begin_plot("##roofline", size)) {
        set_up_axes(roofs, size);
        const ImVec2 low = ImPlot::GetPlotPos(), inside = ImPlot::GetPlotSize();
        Canvas canvas{roofs, *ImPlot::GetPlotDrawList(),
                      LabelPlacer(low, {low.x + inside.x, low.y + inside.y})};
        ImPlot::PushPlotClipRect(em(12));
        draw_canvas(canvas, look);
        ImPlot::PopPlotClipRect();
        end_plot();
        draw_upright_title(*ImGui::GetWindowDrawList(), "Gflop/s, doubles",
                           {corner.x + em(2), low.y + inside.y / 2});
        const double x = choose_place("roof", roofs, low, inside);
        ImGui::SetCursorScreenPos({corner.x, corner.y + size.y});
        ImGui::Dummy({0, 0});
        text_wrapped(TextStyle::Label, palette().ink, roof_words(roofs.one, roofs.all, x));
    }
    ImGui::PopID();
}

} // namespace lockstep::shell
