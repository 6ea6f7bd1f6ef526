// SPDX-License-Identifier: MIT
// The names of curves: none touches a curve, a mark or another.
#include "app/pages/lesson/canvas.hpp"

#include "app/shell/type.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

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

using Lines = std::vector<std::vector<ImVec2>>;

Lines lines_of_series(const Canvas& canvas) {
    Lines lines;
    for (const SeriesShown& shown : canvas.view.plan.series)
        lines.push_back(canvas.pixels(*shown.series));
    return lines;
}

/// Where other series run along with this one, a name could be that of any: those places come last.
template <std::size_t N>
std::array<float, N> alone_first(const Lines& lines, std::size_t own, std::array<float, N> shares) {
    if (lines[own].empty())
        return shares;
    const float left = lines[own].front().x, right = lines[own].back().x;
    const auto alone = [&](float share) {
        const float x = left + share * (right - left);
        const auto y = height_at(lines[own], x);
        for (std::size_t other = 0; y && other < lines.size(); ++other) {
            const auto there = height_at(lines[other], x);
            if (other != own && there && std::abs(*there - *y) < em(24))
                return false;
        }
        return true;
    };
    std::ranges::stable_partition(shares, alone);
    return shares;
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
    const Lines lines = lines_of_series(canvas);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const SeriesShown& shown = plan.series[i];
        const ImU32 colour = shown.ghost ? palette.faint : shell::colour_of(shown.provenance);
        if (choices)
            name_places(canvas, lines[i], shown.label, colour);
        else
            name_line(canvas, lines[i], shown.label, colour, alone_first(lines, i, series_places));
    }
    if (plan.diagonal) {
        const double end = std::min(plan.x.high, plan.y.high);
        name_line(canvas, {canvas.pixel(1, 1), canvas.pixel(end, end)}, "p workers, p times",
                  palette.faint, diagonal_places);
    }
}

} // namespace lockstep::lab
