// SPDX-License-Identifier: MIT
#include "app/shell/roofline_labels.hpp"

#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"
#include "sim/base/units.hpp"

#include <implot/implot.h>

#include <cmath>
#include <fmt/format.h>
#include <string>

namespace lockstep::shell {

namespace {

std::string workers_words(const Roofline& roof) {
    return roof.workers == 1 ? std::string("1 core") : fmt::format("{} workers", roof.workers);
}

/// A level line has its name at its right end, above it or below: further off it would be
/// another's.
void label_level(RooflineCanvas& canvas, double gflops, const std::string& words, ImU32 colour) {
    const ImVec2 end = canvas.at(canvas.roofs.x_high, gflops);
    const ImVec2 size = text_extent(TextStyle::Label, words);
    const float left = end.x - size.x - em(2), away = em(4);
    if (!canvas.labels.put(canvas.list, {left, end.y - size.y - away}, words, colour))
        canvas.labels.put(canvas.list, {left, end.y + away}, words, colour);
}

/// The slope of the fewer workers has free ground below, that of all above, up to the caches'.
void label_slope(RooflineCanvas& canvas, const Roofline& roof, ImU32 colour) {
    const std::string rate = format_number(roof.memory_gb_s, 3) + " GB/s";
    const bool below = !canvas.roofs.all || roof.workers < canvas.roofs.all->workers;
    const std::string words = (below ? "memory " : "memory\n") + rate;
    const ImVec2 size = text_extent(TextStyle::Label, words);
    for (const double share : {0.6, 0.5, 0.7, 0.4, 0.8, 0.3}) {
        const double x = canvas.roofs.x_low * std::pow(roof.ridge() / canvas.roofs.x_low, share);
        const ImVec2 line = canvas.at(x, roof.roof_gflops(x));
        const ImVec2 at = below ? ImVec2{line.x + em(7), line.y + em(4)}
                                : ImVec2{line.x - size.x - em(7), line.y - size.y - em(1)};
        if (canvas.labels.put(canvas.list, at, words, colour))
            return;
    }
    // The caches' slopes leave no room: over them, on ground of its own.
    const double x = std::sqrt(canvas.roofs.x_low * roof.ridge());
    const ImVec2 line = canvas.at(x, roof.roof_gflops(x));
    const ImVec2 at{line.x - size.x - em(7), line.y - size.y - em(1)};
    const ImVec2 end{at.x + size.x, at.y + size.y};
    canvas.list.AddRectFilled({at.x - em(3), at.y}, {end.x + em(3), end.y}, palette().surface,
                              em(3));
    draw_text(canvas.list, TextStyle::Label, at, colour, words);
    canvas.labels.keep_clear(at, end);
}

} // namespace

ImVec2 RooflineCanvas::at(double flops_per_byte, double gflops) const {
    const ImPlotPoint point(flops_per_byte, gflops);
    return ImPlot::PlotToPixels(point);
}

void label_roof(RooflineCanvas& canvas, const Roofline& roof, ImU32 colour) {
    label_level(
        canvas, roof.peak_gflops,
        fmt::format("{}: {} Gflop/s", workers_words(roof), format_number(roof.peak_gflops, 3)),
        colour);
    label_slope(canvas, roof, colour);
}

void label_others(RooflineCanvas& canvas) {
    const Roofs& roofs = canvas.roofs;
    for (const CacheRoof& cache : roofs.caches) {
        const double x = std::max(1.3 * roofs.x_low, roofs.y_low / cache.gb_s);
        canvas.labels.place(canvas.list, canvas.at(x, x * cache.gb_s), cache.level,
                            palette().faint);
    }
    for (const LowerPeak& peak : roofs.lower)
        if (roofs.one && peak.gflops >= roofs.y_low)
            label_level(canvas, peak.gflops, peak.target, palette().faint);
}

} // namespace lockstep::shell
