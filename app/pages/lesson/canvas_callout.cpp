// SPDX-License-Identifier: MIT
// The callout of the chosen point. It covers neither a mark nor a curve, nor what was guessed,
// wherever the plot has room for it.
#include "app/pages/lesson/canvas.hpp"

#include "app/pages/lesson/plan_runs.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

struct Box {
    ImVec2 low, high;
};

/// Where the box may stand round a point: below and above, right and left, then further off.
std::vector<Box> offers(ImVec2 at, ImVec2 size) {
    std::vector<Box> boxes;
    for (const float far : {12.0f, 20.0f, 34.0f, 60.0f, 100.0f, 150.0f}) {
        const float d = em(far);
        for (const auto& [sx, sy] : std::array<std::pair<float, float>, 6>{
                 {{1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {0, 1}, {0, -1}}}) {
            const ImVec2 low{sx > 0   ? at.x + d
                             : sx < 0 ? at.x - d - size.x
                                      : at.x - size.x / 2,
                             sy > 0 ? at.y + d * 0.85f : at.y - d * 0.85f - size.y};
            boxes.push_back({low, {low.x + size.x, low.y + size.y}});
        }
    }
    return boxes;
}

Box kept_inside(Box box, ImVec2 low, ImVec2 high) {
    const float dx = std::min(0.0f, high.x - box.high.x) + std::max(0.0f, low.x - box.low.x);
    const float dy = std::min(0.0f, high.y - box.high.y) + std::max(0.0f, low.y - box.low.y);
    return {{box.low.x + dx, box.low.y + dy}, {box.high.x + dx, box.high.y + dy}};
}

/// Marks under the box.
int covered_by(const Canvas& canvas, const Box& box) {
    const float r = shell::mark_radius();
    int count = 0;
    for (const SeriesShown& shown : canvas.view.plan.series)
        for (const Estimate& estimate : shown.series->points) {
            const ImVec2 at = canvas.mark(estimate);
            count += at.x > box.low.x - r && at.x < box.high.x + r && at.y > box.low.y - r &&
                     at.y < box.high.y + r;
        }
    return count;
}

/// How far a point lies from a box; 0 inside.
float distance_to(const Box& box, ImVec2 at) {
    return std::hypot(std::max({box.low.x - at.x, at.x - box.high.x, 0.0f}),
                      std::max({box.low.y - at.y, at.y - box.high.y, 0.0f}));
}

/// Every place in the plot, the nearest to the point first.
std::vector<Box> places_in(const Canvas& canvas, ImVec2 at, ImVec2 size) {
    std::vector<Box> boxes;
    for (float y = canvas.low.y; y + size.y <= canvas.high.y; y += em(12))
        for (float x = canvas.low.x; x + size.x <= canvas.high.x; x += em(16))
            boxes.push_back({{x, y}, {x + size.x, y + size.y}});
    std::ranges::stable_sort(boxes, {}, [&](const Box& box) { return distance_to(box, at); });
    return boxes;
}

/// Beside the point if that is free, else wherever it is free: what it speaks of, and what was
/// guessed, are not to be covered.
Box place_of(const Canvas& canvas, ImVec2 at, ImVec2 size) {
    std::vector<Box> boxes = offers(at, size);
    const auto is_clear = [&](const Box& box) { return canvas.labels.is_clear(box.low, box.high); };
    if (const auto found = std::ranges::find_if(boxes, is_clear); found != boxes.end())
        return *found;
    const std::vector<Box> all = places_in(canvas, at, size);
    if (const auto found = std::ranges::find_if(all, is_clear); found != all.end())
        return *found;
    // Nothing is free: over curves, but over as few marks as can be, and as little else.
    for (Box& box : boxes)
        box = kept_inside(box, canvas.low, canvas.high);
    boxes.insert(boxes.end(), all.begin(), all.end());
    return *std::ranges::min_element(boxes, {}, [&](const Box& box) {
        return std::pair(covered_by(canvas, box), canvas.labels.covered(box.low, box.high));
    });
}

/// Whether another mark lies closer to the box than that of which it speaks.
bool could_be_another(const Canvas& canvas, const Box& box, ImVec2 at) {
    for (const SeriesShown& shown : canvas.view.plan.series)
        for (const Estimate& estimate : shown.series->points)
            if (distance_to(box, canvas.mark(estimate)) < distance_to(box, at))
                return true;
    return false;
}

/// One that had to stand further off, or beside another mark, is led to its point.
void draw_leader(Canvas& canvas, const Box& box, ImVec2 at) {
    const float near = shell::mark_radius() + em(7);
    if (distance_to(box, at) < (could_be_another(canvas, box, at) ? near : em(50)))
        return;
    const ImVec2 from{std::clamp(at.x, box.low.x, box.high.x),
                      std::clamp(at.y, box.low.y, box.high.y)};
    const float share = 1 - (shell::mark_radius() + em(5)) / distance_to(box, at);
    const std::array<ImVec2, 2> line{
        {from, {from.x + share * (at.x - from.x), from.y + share * (at.y - from.y)}}};
    canvas.list.AddLine(line[0], line[1], shell::palette().faint, 1);
    canvas.labels.keep_clear(line, em(3));
}

Callout words_of_chosen(const Canvas& canvas) {
    const LabView& view = canvas.view;
    const Estimate& estimate = *view.chosen.estimate;
    std::optional<double> guess;
    if (!view.plan.guesses.empty() && !view.plan.guesses.front().other_setting) {
        std::map<double, double> points;
        for (const HandleSet& point : view.plan.guesses.front().points)
            points[point.x] = point.y;
        guess = between(points, estimate.x);
    }
    const Run* run = view.stage.run();
    const Series& series = *view.chosen.series;
    const Provenance provenance = series.is_simulated() ? Provenance::Simulated
                                  : run->from_file      ? Provenance::Recorded
                                                        : Provenance::Measured;
    const auto length = view.session.presenter.on ? CalloutWords::Brief : CalloutWords::All;
    Callout words = callout_of(*view.stage.experiment, estimate, provenance, run->origin, guess,
                               view.chosen.point, run->cache, length);
    words.headline =
        x_phrase(view.session, *view.stage.experiment, estimate.x) + ": " + words.headline;
    if (run->series.size() > 1)
        words.headline = series.key() + ", " + words.headline;
    // Of several runs the tab Runs tells: here their sentences would cover the plot.
    auto compared = compared_words(view.session, view.stage, series, estimate);
    if (compared.size() == 1)
        words.compared = std::move(compared);
    return words;
}

/// A line of the callout; of several only where large letters would leave the plot.
float height_of(TextStyle style, const std::string& line, float wrap) {
    const bool fits = shell::text_extent(style, line).x <= wrap;
    return fits ? shell::line_height(style) : shell::text_extent(style, line, wrap).y;
}

void draw_box(Canvas& canvas, const Box& box, const Callout& words, float wrap) {
    const auto& palette = shell::palette();
    canvas.list.AddRectFilled(box.low, box.high, palette.surface, em(8));
    canvas.list.AddRect(box.low, box.high, palette.line, em(8));
    ImVec2 at{box.low.x + em(12), box.low.y + em(8)};
    const auto draw_line = [&](TextStyle style, ImU32 colour, const std::string& line) {
        if (line.empty())
            return;
        if (shell::text_extent(style, line).x <= wrap)
            shell::draw_text_tabular(canvas.list, style, at, colour, line);
        else
            shell::draw_text_wrapped(canvas.list, style, at, colour, line, wrap);
        at.y += height_of(style, line, wrap);
    };
    draw_line(TextStyle::LabelStrong, palette.ink, words.headline);
    draw_line(TextStyle::Small, palette.soft, words.details);
    for (const std::string& line : words.compared) {
        shell::draw_text_wrapped(canvas.list, TextStyle::Small, at, palette.ink, line, wrap);
        at.y += shell::text_extent(TextStyle::Small, line, wrap).y + em(2);
    }
    if (!words.reason.empty())
        shell::draw_text_wrapped(canvas.list, TextStyle::Small, at, palette.cost, words.reason,
                                 wrap);
}

} // namespace

void draw_callout(Canvas& canvas) {
    const LabView& view = canvas.view;
    if (!view.chosen.estimate || !view.stage.verdict || view.stage.timing)
        return;
    const Estimate& estimate = *view.chosen.estimate;
    const ImVec2 at = canvas.mark(estimate);
    if (!canvas.inside(at))
        return;
    const Callout words = words_of_chosen(canvas);
    const ImVec2 head = shell::text_extent(TextStyle::LabelStrong, words.headline);
    const float details = shell::text_extent(TextStyle::Small, words.details).x;
    const float least = !words.compared.empty() ? em(250) : words.reason.empty() ? 0 : em(200);
    const float room = std::max(em(80), canvas.high.x - canvas.low.x - em(30));
    const float wide = std::min(room, std::max({head.x, details, least}));
    float tall = height_of(TextStyle::LabelStrong, words.headline, wide);
    for (const std::string& line : words.compared)
        tall += shell::text_extent(TextStyle::Small, line, wide).y + em(2);
    if (!words.details.empty())
        tall += height_of(TextStyle::Small, words.details, wide);
    if (!words.reason.empty())
        tall += shell::text_extent(TextStyle::Small, words.reason, wide).y;
    const Box box = place_of(canvas, at, {wide + em(26), tall + em(14)});
    draw_leader(canvas, box, at);
    draw_box(canvas, box, words, wide);
    canvas.labels.keep_clear(box.low, box.high);
}

} // namespace lockstep::lab
