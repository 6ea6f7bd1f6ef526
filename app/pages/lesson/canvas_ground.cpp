// SPDX-License-Identifier: MIT
// Behind the marks: the zones of siblings and of what lies beyond this machine, the line at one,
// the diagonal of p times.
#include "app/pages/lesson/canvas.hpp"

#include "app/shell/type.hpp"

#include <algorithm>
#include <array>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

/// A one-line label at a place that is free of curves, left- or right-aligned; false when it is
/// not.
bool put(Canvas& canvas, ImVec2 at, const std::string& words, float align, ImU32 colour) {
    const ImVec2 size = shell::text_extent(TextStyle::Small, words);
    const ImVec2 low{at.x - align * size.x, at.y}, high{low.x + size.x, at.y + size.y};
    if (!canvas.labels.is_clear(low, high))
        return false;
    shell::draw_text(canvas.list, TextStyle::Small, at, colour, words, align);
    canvas.labels.keep_clear(low, high);
    return true;
}

/// A time was measured and looks it; the 1 of a ratio is a line to hold things against.
ImU32 baseline_colour(const Canvas& canvas) {
    const bool is_time = canvas.view.stage.experiment->quantity == content::Quantity::TimePerItem;
    return is_time ? shell::palette().measured : shell::palette().faint;
}

} // namespace

ImVec2 Canvas::pixel(double x, double y) const {
    return ImPlot::PlotToPixels(x, y);
}

bool Canvas::inside(ImVec2 at) const {
    const float slack = em(2);
    return at.x >= low.x - slack && at.x <= high.x + slack && at.y >= low.y - slack &&
           at.y <= high.y + slack;
}

bool has_value(const Estimate& estimate) {
    return estimate.status == PointStatus::Ok || estimate.status == PointStatus::Disturbed;
}

ImVec2 Canvas::mark(const Estimate& estimate) const {
    const ImVec2 at = pixel(estimate.x, estimate.value);
    if (!has_value(estimate))
        return {at.x, high.y - em(10)};
    return is_beyond(estimate) ? ImVec2{at.x, low.y + em(8)} : at;
}

bool Canvas::is_beyond(const Estimate& estimate) const {
    return is_unsettled(estimate) && estimate.value > view.plan.y.high;
}

std::vector<ImVec2> Canvas::pixels(const Series& series) const {
    std::vector<ImVec2> points;
    for (const Estimate& estimate : series.points)
        if (has_value(estimate))
            points.push_back(pixel(estimate.x, estimate.value));
    return points;
}

std::vector<ImVec2> Canvas::pixels(const GuessShown& guess) const {
    std::vector<ImVec2> points;
    for (const HandleSet& point : guess.points)
        points.push_back(pixel(point.x, point.y));
    return points;
}

namespace {

/// Half-way to the next place of the axis after x; nothing where that is out of sight.
std::optional<float> zone_begin(const Canvas& canvas, double x) {
    const PlotPlan& plan = canvas.view.plan;
    const auto next = std::upper_bound(plan.places.begin(), plan.places.end(), x);
    if (next == plan.places.end())
        return std::nullopt;
    const float from = (canvas.pixel(x, plan.y.high).x + canvas.pixel(*next, plan.y.high).x) / 2;
    return from < canvas.high.x ? std::optional(std::max(from, canvas.low.x)) : std::nullopt;
}

/// On one line, in a narrow zone on two; in one that is narrower still the line alone tells.
void name_zone(Canvas& canvas, float from, float to, std::string words) {
    const ImVec2 at{from + em(8), canvas.low.y + em(6)};
    if (at.x + shell::text_extent(TextStyle::Small, words).x > to)
        words = on_two_lines(std::move(words));
    const ImVec2 size = shell::text_extent(TextStyle::Small, words);
    if (at.x + size.x > to)
        return;
    shell::draw_text(canvas.list, TextStyle::Small, at, shell::palette().faint, words);
    canvas.labels.keep_clear(at, {at.x + size.x, at.y + size.y});
}

} // namespace

void draw_zones(Canvas& canvas) {
    const PlotPlan& plan = canvas.view.plan;
    const auto beyond = plan.beyond ? zone_begin(canvas, *plan.beyond) : std::nullopt;
    const float end = beyond.value_or(canvas.high.x);
    const auto siblings = plan.siblings ? zone_begin(canvas, *plan.siblings) : std::nullopt;
    if (siblings && *siblings < end) {
        canvas.list.AddLine({*siblings, canvas.low.y}, {*siblings, canvas.high.y},
                            shell::palette().line, em(1));
        name_zone(canvas, *siblings, end, "hyperthreads, slow cores");
    }
    if (!beyond)
        return;
    canvas.list.AddRectFilled({end, canvas.low.y}, canvas.high, shell::palette().zone);
    name_zone(canvas, end, canvas.high.x, "beyond this machine");
}

void draw_baseline(Canvas& canvas) {
    const Axis& x = canvas.view.plan.x;
    if (!canvas.view.plan.baseline)
        return;
    const float y = canvas.pixel(x.low, *canvas.view.plan.baseline).y;
    if (y < canvas.low.y || y > canvas.high.y)
        return;
    const std::array<ImVec2, 2> line{{{canvas.low.x, y}, {canvas.high.x, y}}};
    shell::draw_dashed(canvas.list, line, baseline_colour(canvas), em(1.2f), em(2), em(4));
    canvas.labels.keep_clear(line, em(1));
}

void draw_baseline_words(Canvas& canvas) {
    if (!canvas.view.plan.baseline)
        return;
    const float y = canvas.pixel(canvas.view.plan.x.low, *canvas.view.plan.baseline).y;
    const float height = shell::text_extent(TextStyle::Small, "slower").y;
    const PlotPlan& plan = canvas.view.plan;
    const ImU32 colour = baseline_colour(canvas);
    if (y < canvas.low.y || y + height > canvas.high.y)
        return;
    for (const float share : {1.0f, 0.8f, 0.6f, 0.42f, 0.25f}) {
        const float at = canvas.low.x + share * (canvas.high.x - canvas.low.x);
        // Handles and marks on the line need more room than the line alone.
        bool above = false, below = false;
        for (const float away : {2.0f, 8.0f, 12.0f}) {
            above =
                above || put(canvas, {at, y - height - em(away)}, plan.baseline_words, 1, colour);
            below = below || (!plan.below_baseline.empty() &&
                              put(canvas, {at, y + em(away)}, plan.below_baseline, 1, colour));
        }
        if (above || below)
            return;
    }
}

void draw_diagonal(Canvas& canvas) {
    if (!canvas.view.plan.diagonal)
        return;
    const PlotPlan& plan = canvas.view.plan;
    const double end = std::min(plan.x.high, plan.y.high);
    const std::array<ImVec2, 2> line{{canvas.pixel(1, 1), canvas.pixel(end, end)}};
    shell::draw_dashed(canvas.list, line, shell::palette().line, em(1.5f), em(6), em(5));
}

} // namespace lockstep::lab
