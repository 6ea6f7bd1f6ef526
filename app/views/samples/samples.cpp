// SPDX-License-Identifier: MIT
// Every sample of the chosen point, as it was taken: nothing is hidden behind the median.
#include "app/shell/parts.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/samples/cloud.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::samples {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float height = 190;

void draw_pilot(ImDrawList& list, const Cloud& cloud, ImVec2 low, ImVec2 high) {
    if (cloud.pilot_end <= cloud.first)
        return;
    const float right = std::min(ImPlot::PlotToPixels(cloud.pilot_end - 0.5, 0).x, high.x);
    list.AddRectFilled(low, {right, high.y}, shell::palette().zone);
    const ImVec2 size = shell::text_extent(TextStyle::Small, "pilot: fixes the number of rounds");
    const char* words =
        size.x + em(12) < right - low.x ? "pilot: fixes the number of rounds" : "pilot";
    shell::draw_text(list, TextStyle::Small, {low.x + em(6), low.y + em(4)}, shell::palette().faint,
                     words);
}

void draw_band(ImDrawList& list, const Cloud& cloud, ImVec2 low, ImVec2 high) {
    if (!std::isfinite(cloud.median))
        return;
    const float left = std::max(low.x, ImPlot::PlotToPixels(cloud.pilot_end - 0.5, 0).x);
    const float top = ImPlot::PlotToPixels(0, cloud.median_high).y;
    const float bottom = ImPlot::PlotToPixels(0, cloud.median_low).y;
    const float middle = ImPlot::PlotToPixels(0, cloud.median).y;
    const ImU32 colour = shell::palette().measured;
    list.AddRectFilled({left, top - 1}, {high.x, bottom + 1}, shell::faded(colour, 0.18f));
    list.AddLine({left, middle}, {high.x, middle}, shell::faded(colour, 0.8f), em(1.4f));
}

void draw_cloud(ImDrawList& list, const Cloud& cloud) {
    const float radius =
        std::clamp(em(900) / static_cast<float>(cloud.samples.size() + 200), em(2), em(3.6f));
    for (const Sample& sample : cloud.samples) {
        const ImVec2 at = ImPlot::PlotToPixels(sample.round, sample.time);
        const ImU32 colour = shell::palette().measured;
        switch (sample.fate) {
        case Fate::Counted:
            list.AddCircleFilled(at, radius, shell::faded(colour, 0.75f));
            break;
        case Fate::Pilot:
            list.AddCircleFilled(at, radius, shell::palette().faint);
            break;
        case Fate::LeftOut:
            list.AddCircle(at, radius + em(0.6f), shell::palette().cost, 0, em(1.5f));
            break;
        }
    }
}

void draw_legend(const Cloud& cloud) {
    const auto counted = std::count_if(cloud.samples.begin(), cloud.samples.end(),
                                       [](const Sample& s) { return s.fate == Fate::Counted; });
    shell::legend_entry(Provenance::Measured, shell::palette().measured,
                        fmt::format("{} rounds", counted));
    if (cloud.left_out > 0)
        shell::legend_entry(
            Provenance::Recorded, shell::palette().cost,
            fmt::format("{} left out: another program used a core", cloud.left_out));
    ImGui::NewLine();
    shell::text_wrapped(TextStyle::Small, shell::palette().soft,
                        "The line is the median, the band its 95 % interval.");
}

/// What the machine did to this run, and what the caches held.
void draw_remarks(const shell::ShownPoint& shown) {
    if (!shown.run)
        return;
    shell::text_wrapped(TextStyle::Small, shell::palette().soft,
                        shown.run->cache == "cold"
                            ? "Cold caches: they are emptied before each sample, which is one "
                              "repetition."
                            : "Warm caches: a repetition finds there what the one before left.");
    for (const std::string& remark : shown.run->remarks)
        shell::text_wrapped(TextStyle::Small, shell::palette().soft, remark);
}

void draw_plot(const Cloud& cloud) {
    if (!shell::begin_plot("##samples", {ImGui::GetContentRegionAvail().x, em(height)}))
        return;
    const double margin = std::max(0.08 * (cloud.high - cloud.low), 0.002 * cloud.high);
    const std::string y_words =
        (cloud.claims ? "claimed in each round, " : "time of one sample, ") + cloud.unit;
    shell::AxisLook x, y;
    x.words = "round";
    x.low = cloud.first - 0.8;
    x.high = cloud.last + 0.8;
    y.words = y_words;
    y.low = cloud.low - margin;
    y.high = cloud.high + margin;
    y.grid = true;
    y.ticks = shell::nice_ticks(y.low, y.high, shell::Scale::Linear, 4);
    shell::setup_axis(ImAxis_X1, x);
    shell::setup_axis(ImAxis_Y1, y);
    ImPlot::SetupFinish();
    const ImVec2 low = ImPlot::GetPlotPos(), size = ImPlot::GetPlotSize();
    const ImVec2 high{low.x + size.x, low.y + size.y};
    ImDrawList& list = *ImPlot::GetPlotDrawList();
    ImPlot::PushPlotClipRect(em(6));
    draw_pilot(list, cloud, low, high);
    draw_band(list, cloud, low, high);
    draw_cloud(list, cloud);
    ImPlot::PopPlotClipRect();
    shell::end_plot();
}

void draw(const Session& session, Commands&) {
    const shell::ShownPoint shown = shell::shown_point(session);
    if (!shown.point || shown.point->time_ns.empty()) {
        shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                            "No samples of this point yet.");
        return;
    }
    const Cloud cloud = cloud_of(*shown.point);
    draw_legend(cloud);
    draw_remarks(shown);
    draw_plot(cloud);
}

bool available(const Session& session) {
    const shell::ShownPoint shown = shell::shown_point(session);
    return shown.point && !shown.point->simulated; // a count has no samples
}

} // namespace

} // namespace lockstep::samples

namespace lockstep::shell {

extern const View samples_view{"samples",      "Samples", 20,  &samples::available,
                               &samples::draw, false,     true};

} // namespace lockstep::shell
