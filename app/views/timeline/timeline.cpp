// SPDX-License-Identifier: MIT
// Who worked when: the repetition nearest to the median, a row for each core. Waiting is empty.
#include "app/shell/parts.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/timeline/rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::timeline {

namespace {

using shell::em;
using shell::TextStyle;

struct Place {
    ImDrawList& list;
    ImVec2 origin;
    float names = 0, width = 0, row = 0, gap = 0;
    double end_ms = 1;
    float x(double ms) const { return origin.x + names + width * static_cast<float>(ms / end_ms); }
    float y(std::size_t worker) const {
        return origin.y + static_cast<float>(worker) * (row + gap);
    }
};

/// Word inside a bar, where it fits.
void word_in(const Place& place, float left, float right, float y, const char* words,
             ImU32 colour) {
    const ImVec2 size = shell::text_extent(TextStyle::Small, words);
    if (right - left < size.x + em(14) || place.row < size.y)
        return;
    shell::draw_text(place.list, TextStyle::Small, {left + em(8), y + (place.row - size.y) / 2},
                     colour, words);
}

void draw_bar(const Place& place, const Bar& bar, float y) {
    if (bar.kind == Kind::Wait)
        return;
    const bool serial = bar.kind == Kind::Serial;
    const ImU32 colour = serial ? shell::palette().cost : shell::palette().measured;
    const float left = place.x(bar.begin_ms), right = std::max(place.x(bar.end_ms), left + 1);
    const float inner = right - left > em(6) ? 1.0f : 0.0f; // a hairline between neighbours
    place.list.AddRectFilled({left, y}, {right - inner, y + place.row}, shell::faded(colour, 0.92f),
                             std::min(em(3), (right - left) / 3));
    if (serial)
        word_in(place, left, right, y, "serial part", shell::text_on(colour));
}

/// The longest stretch in which a worker does nothing says so.
void draw_wait(const Place& place, const std::vector<Bar>& row, float y) {
    double from = 0, begin = 0, longest = 0;
    const auto consider = [&](double until) {
        if (until - from > longest) {
            longest = until - from;
            begin = from;
        }
    };
    for (const Bar& bar : row) {
        if (bar.kind == Kind::Wait)
            continue;
        consider(bar.begin_ms);
        from = std::max(from, bar.end_ms);
    }
    consider(place.end_ms);
    if (longest > 0)
        word_in(place, place.x(begin), place.x(begin + longest), y, "waits",
                shell::palette().faint);
}

void draw_rows(const Place& place, const Rows& rows, const char* name) {
    const bool named = place.row + place.gap >= shell::line_height(TextStyle::Small) * 0.85f;
    for (std::size_t worker = 0; worker < rows.workers.size(); ++worker) {
        const float y = place.y(worker);
        const ImVec2 size = shell::text_extent(TextStyle::Small, "0");
        if (named)
            shell::draw_text(place.list, TextStyle::Small,
                             {place.origin.x, y + (place.row - size.y) / 2}, shell::palette().soft,
                             fmt::format("{} {}", name, worker));
        place.list.AddRectFilled({place.x(0), y}, {place.x(place.end_ms), y + place.row},
                                 shell::palette().code_surface, em(3));
        draw_wait(place, rows.workers[worker], y);
        for (const Bar& bar : rows.workers[worker])
            draw_bar(place, bar, y);
    }
    if (!named)
        shell::draw_text(place.list, TextStyle::Small, place.origin, shell::palette().soft,
                         fmt::format("{} {}s", rows.workers.size(), name));
}

/// Every step's end, when there are steps: the next one begins when the slowest is done.
void draw_barriers(const Place& place, const Rows& rows) {
    if (rows.barriers_ms.empty() || rows.barriers_ms.size() > 60)
        return;
    const float bottom = place.y(rows.workers.size());
    for (const double at : rows.barriers_ms)
        place.list.AddLine({place.x(at), place.origin.y - em(3)}, {place.x(at), bottom},
                           shell::faded(shell::palette().ink, 0.5f), 1);
}

void draw_axis(const Place& place, float y) {
    const bool micro = place.end_ms < 0.5;
    const double scale = micro ? 1000 : 1;
    const int about = std::max(2, static_cast<int>(place.width / em(90)));
    const auto ticks = shell::nice_ticks(0, place.end_ms * scale, shell::Scale::Linear, about);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        std::string words = fmt::format("{:g}", ticks[i]);
        if (i + 1 == ticks.size())
            words += micro ? " \xC2\xB5s" : " ms";
        const float at = place.x(ticks[i] / scale);
        const float wide = shell::text_extent(TextStyle::Small, words).x;
        const float right = place.x(place.end_ms);
        const float align = i == 0 ? 0.0f : at + wide / 2 > right ? 1.0f : 0.5f;
        shell::draw_text(place.list, TextStyle::Small, {align == 1 ? right : at, y},
                         shell::palette().faint, words, align);
    }
}

void draw_tip(const Place& place, const Rows& rows) {
    if (!ImGui::IsItemHovered())
        return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (std::size_t worker = 0; worker < rows.workers.size(); ++worker) {
        if (mouse.y < place.y(worker) || mouse.y > place.y(worker) + place.row)
            continue;
        for (const Bar& bar : rows.workers[worker]) {
            if (mouse.x < place.x(bar.begin_ms) || mouse.x > place.x(bar.end_ms))
                continue;
            const char* what = bar.kind == Kind::Serial ? "serial part"
                               : bar.kind == Kind::Wait ? "waits"
                                                        : "works";
            std::string words =
                fmt::format("{}, {}", what, shell::value_words(bar.end_ms - bar.begin_ms, "ms"));
            if (bar.tasks > 1)
                words += fmt::format(", {} pieces", bar.tasks);
            else if (bar.kind == Kind::Busy)
                words += fmt::format(", piece {}", bar.first_task);
            shell::hint(words);
            return;
        }
    }
}

void draw_spans(const Session& session, const protocol::Spans& spans) {
    const float width = ImGui::GetContentRegionAvail().x;
    const int workers =
        spans.worker.empty() ? 0 : *std::max_element(spans.worker.begin(), spans.worker.end()) + 1;
    const char* name = workers <= session.machine.cores ? "core" : "worker";
    const float names = shell::text_extent(TextStyle::Small, "worker 00").x + em(8);
    const double pixel_ms = shown_end_ms(spans) / std::max(width - names, 1.0f);
    const Rows rows = rows_of(spans, pixel_ms);
    const float count = static_cast<float>(std::max<std::size_t>(rows.workers.size(), 1));
    const float row = std::clamp(em(190) / count * 0.78f, em(3), em(20));
    Place place{*ImGui::GetWindowDrawList(),
                ImGui::GetCursorScreenPos(),
                names,
                width - names - em(2),
                row,
                std::clamp(row * 0.3f, 1.0f, em(7)),
                std::max(rows.end_ms, 1e-9)};
    const float height = place.y(rows.workers.size()) - place.origin.y;
    ImGui::InvisibleButton("rows", {width, std::max(height, 1.0f)});
    draw_tip(place, rows);
    draw_rows(place, rows, name);
    draw_barriers(place, rows);
    draw_axis(place, place.origin.y + height + em(6));
    ImGui::Dummy({width, em(18)});
    if (rows.cut)
        shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                            fmt::format("The beginning: {} of {} were recorded.",
                                        shell::value_words(rows.end_ms, "ms"),
                                        shell::value_words(spans.time_ns / 1e6, "ms")));
}

void draw(const Session& session, Commands&) {
    const shell::ShownPoint shown = shell::shown_point(session);
    if (shown.spans() && !shown.spans()->worker.empty()) {
        draw_spans(session, *shown.spans());
        return;
    }
    shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                        session.running() ? "The timeline comes with the last round of this point."
                        : shown.run->from_file
                            ? "No timeline of this point: a run that was read from a file has none."
                            : "No timeline of this point: nobody noted who worked when.");
}

bool available(const Session& session) {
    const shell::ShownPoint shown = shell::shown_point(session);
    return shown.point && !shown.point->simulated; // a count takes no time
}

} // namespace

} // namespace lockstep::timeline

namespace lockstep::shell {

extern const View timeline_view{"timeline",      "Timeline", 10,  &timeline::available,
                                &timeline::draw, false,      true};

} // namespace lockstep::shell
