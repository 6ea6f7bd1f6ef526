// SPDX-License-Identifier: MIT
// The callout of the chosen point and the names of curves: none touches a curve, a mark or another.
#include "app/pages/lesson/canvas.hpp"

#include "app/pages/lesson/plan_runs.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <array>

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

Box place_of(const Canvas& canvas, ImVec2 at, ImVec2 size) {
    std::vector<Box> boxes = offers(at, size);
    for (const Box& box : boxes)
        if (canvas.labels.is_clear(box.low, box.high))
            return box;
    // Nothing is free: over curves, but over as few marks as can be.
    for (Box& box : boxes)
        box = kept_inside(box, canvas.low, canvas.high);
    return *std::ranges::min_element(boxes, {},
                                     [&](const Box& box) { return covered_by(canvas, box); });
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
    Callout words = callout_of(*view.stage.experiment, estimate, provenance, run->origin, guess,
                               view.chosen.point, run->cache);
    words.headline =
        x_phrase(view.session, *view.stage.experiment, estimate.x) + ": " + words.headline;
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

/// The height of a line at x; none where it does not reach.
std::optional<float> height_at(const std::vector<ImVec2>& line, float x) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const ImVec2 &a = line[i - 1], &b = line[i];
        if (x < a.x || x > b.x)
            continue;
        return b.x > a.x ? a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y) : a.y;
    }
    return std::nullopt;
}

/// The label's corner at which it just touches its own line from above or below, over its whole
/// width.
std::optional<ImVec2> close_to(const std::vector<ImVec2>& line, float centre, ImVec2 size,
                               bool above) {
    float top = 1e9f, bottom = -1e9f;
    for (int i = 0; i <= 6; ++i) {
        const auto y = height_at(line, centre + size.x * (static_cast<float>(i) / 6 - 0.5f));
        if (!y)
            return std::nullopt;
        top = std::min(top, *y);
        bottom = std::max(bottom, *y);
    }
    const float away = em(5);
    return ImVec2{centre - size.x / 2, above ? top - size.y - away : bottom + away};
}

/// Beside its own line, first of all where the other side of the name is free as well: a name
/// between two curves could be that of either.
std::optional<ImVec2> beside(const Canvas& canvas, const std::vector<ImVec2>& line, ImVec2 size,
                             std::span<const float> shares) {
    const float left = line.front().x + size.x / 2, right = line.back().x - size.x / 2;
    for (const float free : {em(16), 0.0f})
        for (const float share : shares)
            for (const bool above : {true, false}) {
                const auto at = close_to(line, left + share * (right - left), size, above);
                if (at &&
                    canvas.labels.is_clear({at->x, at->y - (above ? free : 0)},
                                           {at->x + size.x, at->y + size.y + (above ? 0 : free)}))
                    return at;
            }
    return std::nullopt;
}

/// Tries along the line: a name that stands further off would be taken for that of another curve.
void name_line(Canvas& canvas, const std::vector<ImVec2>& line, const std::string& words,
               ImU32 colour, std::span<const float> shares) {
    if (line.size() < 2 || words.empty())
        return;
    const ImVec2 size = shell::text_extent(TextStyle::Label, words);
    if (const auto at = beside(canvas, line, size, shares)) {
        shell::draw_text(canvas.list, TextStyle::Label, *at, colour, words);
        canvas.labels.keep_clear({at->x - em(4), at->y}, {at->x + size.x + em(4), at->y + size.y});
        return;
    }
    const float left = line.front().x + size.x / 2, right = line.back().x - size.x / 2;
    for (const float up : {0.0f, 30.0f, 50.0f, 80.0f}) // off a line that goes up and down
        for (const float share : shares) {
            const float x = left + share * (right - left);
            const auto y = height_at(line, x);
            const ImVec2 at{x, y.value_or(0) - em(up)};
            if (y && canvas.inside(at) && canvas.labels.place(canvas.list, at, words, colour))
                return;
        }
}

/// Between two choices there is no line to stand beside: above or below what is shown at one.
void name_places(Canvas& canvas, const std::vector<ImVec2>& places, const std::string& words,
                 ImU32 colour) {
    if (words.empty())
        return;
    const ImVec2 size = shell::text_extent(TextStyle::Label, words);
    for (const float away : {5.0f, 10.0f})
        for (const ImVec2& place : places)
            for (const bool above : {true, false}) {
                const ImVec2 at{std::clamp(place.x - size.x / 2, canvas.low.x,
                                           std::max(canvas.low.x, canvas.high.x - size.x)),
                                above ? place.y - size.y - em(away) : place.y + em(away)};
                const ImVec2 end{at.x + size.x, at.y + size.y};
                if (canvas.inside(at) && canvas.inside(end) &&
                    canvas.labels.put(canvas.list, at, words, colour))
                    return;
            }
}

constexpr std::array<float, 4> diagonal_places{0.75f, 0.6f, 0.9f, 0.4f};
constexpr std::array<float, 6> model_places{0.72f, 0.6f, 0.85f, 0.45f, 0.3f, 0.15f};
constexpr std::array<float, 6> guess_places{0.25f, 0.35f, 0.15f, 0.5f, 0.65f, 0.8f};
constexpr std::array<float, 6> series_places{0.97f, 0.9f, 0.8f, 0.65f, 0.5f, 0.3f};

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
    draw_box(canvas, box, words, wide);
    canvas.labels.keep_clear(box.low, box.high);
}

void draw_labels(Canvas& canvas) {
    const PlotPlan& plan = canvas.view.plan;
    const auto& palette = shell::palette();
    const bool choices = !plan.x.choices.empty();
    for (const Series& model : plan.models)
        if (choices)
            name_places(canvas, canvas.pixels(model), model.label, palette.soft);
        else
            name_line(canvas, canvas.pixels(model), model.label, palette.soft, model_places);
    for (const GuessShown& guess : plan.guesses)
        name_line(canvas, canvas.pixels(guess), guess.second ? "your second guess" : "your guess",
                  shell::faded(palette.predicted, guess.other_setting ? 0.6f : 1), guess_places);
    for (const SeriesShown& shown : plan.series) {
        const ImU32 colour = shown.ghost ? palette.faint : shell::colour_of(shown.provenance);
        if (choices)
            name_places(canvas, canvas.pixels(*shown.series), shown.label, colour);
        else
            name_line(canvas, canvas.pixels(*shown.series), shown.label, colour, series_places);
    }
    if (plan.diagonal) {
        const double end = std::min(plan.x.high, plan.y.high);
        name_line(canvas, {canvas.pixel(1, 1), canvas.pixel(end, end)}, "p workers, p times",
                  palette.faint, diagonal_places);
    }
}

} // namespace lockstep::lab
