// SPDX-License-Identifier: MIT
// What a class votes on: numbered curves, thin and all alike, until the model is drawn.
#include "app/pages/lesson/canvas.hpp"
#include "app/shell/type.hpp"

#include <cmath>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

/// The number stands on its curve, each at another x, so that curves that meet keep theirs apart.
void draw_number(Canvas& canvas, const std::vector<ImVec2>& line, const std::string& number,
                 float share) {
    const float x = canvas.low.x + share * (canvas.high.x - canvas.low.x);
    ImVec2 at = line.back();
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i].x < x)
            continue;
        const float part = (x - line[i - 1].x) / std::max(line[i].x - line[i - 1].x, 1.0f);
        at = {x, line[i - 1].y + part * (line[i].y - line[i - 1].y)};
        break;
    }
    const auto& palette = shell::palette();
    const float radius = em(11);
    const ImVec2 size = shell::text_extent(TextStyle::LabelStrong, number);
    canvas.list.AddCircleFilled(at, radius, palette.surface);
    canvas.list.AddCircle(at, radius, palette.ink, 0, em(1.4f));
    shell::draw_text(canvas.list, TextStyle::LabelStrong,
                     {std::round(at.x - size.x / 2), std::round(at.y - size.y / 2)}, palette.ink,
                     number);
    canvas.labels.keep_clear({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius});
}

} // namespace

void draw_offered(Canvas& canvas) {
    const auto& offered = canvas.view.plan.offered;
    std::vector<std::vector<ImVec2>> lines;
    for (const Series& curve : offered) {
        lines.push_back(canvas.pixels(curve));
        shell::draw_line(canvas.list, lines.back(), shell::palette().soft, em(1.6f));
        canvas.labels.keep_clear(lines.back(), em(3));
    }
    const auto places = static_cast<float>(offered.size() + 1);
    for (std::size_t i = 0; i < offered.size(); ++i)
        draw_number(canvas, lines[i], offered[i].label, static_cast<float>(i + 1) / places);
}

} // namespace lockstep::lab
