// SPDX-License-Identifier: MIT
// What a class votes on: numbered curves in ink of one colour, each with dashes of its own, until
// the model is drawn.
#include "app/pages/lesson/canvas.hpp"
#include "app/pages/lesson/number_place.hpp"
#include "app/shell/type.hpp"

#include <cmath>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

using Lines = std::vector<std::vector<ImVec2>>;

/// Curves that run together for a while lie side by side there.
Lines lines_of(const Canvas& canvas) {
    constexpr float apart = 3;
    Lines lines;
    const auto& offered = canvas.view.plan.offered;
    const float middle = static_cast<float>(offered.size() - 1) / 2;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        std::vector<ImVec2> line = canvas.pixels(offered[i]);
        for (ImVec2& at : line)
            at.y += em(apart) * (middle - static_cast<float>(i)); // "1" is the lowest
        lines.push_back(std::move(line));
    }
    return lines;
}

/// What no number may cover: the given point, and what was measured.
std::vector<ImVec2> marks_of(const Canvas& canvas) {
    std::vector<ImVec2> marks;
    if (const auto& given = canvas.view.plan.given)
        marks.push_back(canvas.pixel(given->x, given->y));
    if (const Run* run = canvas.view.stage.run())
        for (const Series& series : run->series)
            for (const Estimate& estimate : series.points)
                marks.push_back(canvas.mark(estimate));
    return marks;
}

void draw_number(Canvas& canvas, ImVec2 at, const std::string& number, float radius, ImU32 ink) {
    const auto& palette = shell::palette();
    const ImVec2 size = shell::text_extent(TextStyle::LabelStrong, number);
    canvas.list.AddCircleFilled(at, radius, palette.surface);
    canvas.list.AddCircle(at, radius, ink, 0, em(1.4f));
    shell::draw_text(canvas.list, TextStyle::LabelStrong,
                     {std::round(at.x - size.x / 2), std::round(at.y - size.y / 2)}, ink, number);
    canvas.labels.keep_clear({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius});
}

} // namespace

void draw_offered(Canvas& canvas) {
    const auto& offered = canvas.view.plan.offered;
    if (offered.empty())
        return;
    const auto& palette = shell::palette();
    const bool measured = canvas.view.stage.marks; // then they are what was thought, and step back
    const Lines lines = lines_of(canvas);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        shell::draw_run_line(canvas.list, lines[i], static_cast<int>(i % 4),
                             measured ? palette.faint : palette.soft, em(measured ? 1.3f : 2));
        canvas.labels.keep_clear(lines[i], em(3));
    }
    const float radius = em(11);
    const std::vector<ImVec2> places =
        number_places(lines, marks_of(canvas), canvas.low, canvas.high, radius);
    for (std::size_t i = 0; i < places.size(); ++i)
        draw_number(canvas, places[i], offered[i].label, radius,
                    measured ? palette.soft : palette.ink);
}

} // namespace lockstep::lab
