// SPDX-License-Identifier: MIT
// Models, guesses and marks. Provenance is told by mark and line as well as by colour.
#include "app/pages/lesson/canvas.hpp"

#include "app/shell/motion.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lab {

namespace {

using shell::em;

/// The front part of a polyline, `share` of its length in x.
std::vector<ImVec2> front_of(const std::vector<ImVec2>& line, float share) {
    if (share >= 1 || line.size() < 2)
        return line;
    const float end = line.front().x + share * (line.back().x - line.front().x);
    std::vector<ImVec2> front;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i].x <= end) {
            front.push_back(line[i]);
            continue;
        }
        if (i > 0) {
            const float part = (end - line[i - 1].x) / (line[i].x - line[i - 1].x);
            front.push_back({end, line[i - 1].y + part * (line[i].y - line[i - 1].y)});
        }
        break;
    }
    return front;
}

/// A mark that was laid over lies where one of the lab's own does, which would hide it.
bool meets_own_mark(const Canvas& canvas, const SeriesShown& laid, ImVec2 at) {
    const auto near = [&](const Estimate& own) {
        const ImVec2 there = canvas.mark(own);
        return std::hypot(there.x - at.x, there.y - at.y) < shell::mark_radius();
    };
    return laid.laid_over &&
           std::ranges::any_of(canvas.view.plan.series, [&](const SeriesShown& shown) {
               return !shown.laid_over && !shown.ghost &&
                      std::ranges::any_of(shown.series->points, near);
           });
}

void draw_estimate(Canvas& canvas, const SeriesShown& shown, const Estimate& estimate) {
    const ImVec2 at = canvas.mark(estimate);
    const ImU32 colour = shell::faded(shell::colour_of(shown.provenance), shown.strength);
    if (!has_value(estimate)) {
        // It has no time: a cross low on its x says that it was asked for.
        shell::draw_missing(canvas.list, at, shell::faded(shell::palette().cost, shown.strength),
                            shell::mark_radius());
        return;
    }
    if (!canvas.inside(at))
        return;
    const std::string key =
        fmt::format("mark/{}/{}/{}", shown.run->id, shown.series->key(), estimate.x);
    const float grown = shown.ghost ? 1 : shell::drawn_once(key, 0.2f);
    if (!shown.ghost && estimate.high > estimate.low && !is_unsettled(estimate))
        shell::draw_whisker(canvas.list, canvas.pixel(estimate.x, estimate.low),
                            canvas.pixel(estimate.x, estimate.high), colour);
    const float size = shown.ghost ? 0.8f : meets_own_mark(canvas, shown, at) ? 1.6f : 1;
    const float radius = shell::mark_radius() * size * shell::smooth(grown);
    if (canvas.is_beyond(estimate)) {
        const float r = shell::mark_radius();
        canvas.list.AddTriangleFilled({at.x, at.y - r}, {at.x + r, at.y + r * 0.6f},
                                      {at.x - r, at.y + r * 0.6f}, shell::faded(colour, 0.5f));
        return;
    }
    const bool hollow = estimate.provisional || estimate.status == PointStatus::Disturbed;
    shell::draw_shape(canvas.list, at, shown.shape, shown.provenance, colour, radius, hollow);
    const float r = shell::mark_radius() + em(2);
    canvas.labels.keep_clear({at.x - r, at.y - r}, {at.x + r, at.y + r});
}

/// A faint line leads the eye from mark to mark where there are several series, runs or ghosts.
void draw_lead(Canvas& canvas, const SeriesShown& shown) {
    std::vector<ImVec2> line;
    for (const Estimate& estimate : shown.series->points)
        if (has_value(estimate))
            line.push_back(canvas.pixel(estimate.x, estimate.value));
    const float strength = shown.strength * (shown.ghost ? 0.7f : shown.laid_over ? 0.6f : 0.35f);
    const ImU32 colour = shell::faded(shell::colour_of(shown.provenance), strength);
    if (shown.provenance == Provenance::Simulated)
        shell::draw_dashed(canvas.list, line, colour, em(1.4f), em(6), em(4));
    else
        shell::draw_run_line(canvas.list, line, shown.dash, colour, em(1.4f));
    canvas.labels.keep_clear(line, em(3));
}

/// Between two choices there is nothing: the model is a short line at each.
void draw_steps(Canvas& canvas, const Series& model) {
    for (const double place : canvas.view.plan.handles) {
        const Estimate* at = model.at(place);
        if (at == nullptr)
            continue;
        const ImVec2 middle = canvas.pixel(at->x, at->value);
        const std::array<ImVec2, 2> line{
            {{middle.x - em(30), middle.y}, {middle.x + em(30), middle.y}}};
        shell::draw_series_line(canvas.list, line, Provenance::Model, shell::palette().model);
        canvas.labels.keep_clear(line, em(3));
    }
}

} // namespace

std::string model_motion(const LabView& view) {
    return "model/" + view.stage.lesson->id;
}

void draw_models(Canvas& canvas) {
    const LabView& view = canvas.view;
    if (view.plan.models.empty())
        return;
    float share = 1;
    if (view.stage.state->reveal == Reveal::Model)
        share = shell::smooth(shell::drawn_once(model_motion(view), model_s));
    for (const Series& model : view.plan.models) {
        if (!view.plan.x.choices.empty()) {
            draw_steps(canvas, model);
            continue;
        }
        const std::vector<ImVec2> line = front_of(canvas.pixels(model), share);
        shell::draw_series_line(canvas.list, line, Provenance::Model, shell::palette().model);
        canvas.labels.keep_clear(line, em(3));
    }
}

void draw_guesses(Canvas& canvas) {
    for (const GuessShown& guess : canvas.view.plan.guesses) {
        const std::vector<ImVec2> line = canvas.pixels(guess);
        const float strength = guess.other_setting ? 0.3f : guess.second ? 0.6f : 0.75f;
        const ImU32 colour = shell::faded(shell::palette().predicted, strength);
        shell::draw_hand_line(canvas.list, line, colour, shell::line_width(Provenance::Predicted));
        canvas.labels.keep_clear(line, em(4));
    }
}

void draw_series(Canvas& canvas) {
    const auto& series = canvas.view.plan.series;
    // Between two choices there is nothing, and elsewhere it may be unlike its ends.
    const LabView& view = canvas.view;
    const bool between = view.plan.x.choices.empty() && view.stage.experiment->x_joined;
    for (const SeriesShown& shown : series)
        if (between && (shown.ghost || shown.laid_over || !shown.label.empty() ||
                        shown.provenance == Provenance::Simulated))
            draw_lead(canvas, shown);
    for (const SeriesShown& shown : series)
        for (const Estimate& estimate : shown.series->points)
            draw_estimate(canvas, shown, estimate);
}

void draw_drop(Canvas& canvas) {
    const LabView& view = canvas.view;
    if (!view.chosen.estimate || !view.stage.verdict)
        return;
    const Estimate& estimate = *view.chosen.estimate;
    const ImVec2 at = canvas.mark(estimate);
    if (!canvas.inside(at))
        return;
    const bool simulated = view.chosen.series->is_simulated();
    shell::draw_chosen(canvas.list, at,
                       simulated ? shell::palette().simulated : shell::palette().measured,
                       shell::mark_radius());
    if (!has_value(estimate) || view.plan.guesses.empty() ||
        view.plan.guesses.front().other_setting)
        return;
    std::map<double, double> points;
    for (const HandleSet& point : view.plan.guesses.front().points)
        points[point.x] = point.y;
    const auto guess = between(points, estimate.x);
    if (!guess)
        return;
    const ImVec2 from = canvas.pixel(estimate.x, *guess);
    const float clear = shell::mark_radius() + em(3);
    if (std::abs(from.y - at.y) < 2 * clear)
        return;
    const float end = from.y < at.y ? at.y - clear : at.y + clear;
    const std::array<ImVec2, 2> line{{from, {at.x, end}}};
    shell::draw_dashed(canvas.list, line, shell::palette().predicted, em(1.8f), em(4), em(3));
    canvas.labels.keep_clear(line, em(3));
}

} // namespace lockstep::lab
