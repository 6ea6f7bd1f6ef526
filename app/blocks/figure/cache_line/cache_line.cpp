// SPDX-License-Identifier: MIT
// Two cores and the cache lines that their counters lie in. On one line, each store has to fetch
// the line from the other core first; on two, each core keeps its own.
#include "app/blocks/figure/cache_line/store_line.hpp"
#include "app/experiment/chosen.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::shell {

namespace {

constexpr int counter_bytes = 8;
constexpr float core_width = 92, core_height = 34, line_height_px = 26, play_s = 3.0f;
constexpr int transfers = 6; ///< shown once after each change

struct Places {
    int line_bytes = 64;
    int first = 0, second = 0; ///< first byte of each counter, from the aligned base
    int store = 0;             ///< which kind of store
    bool same_line() const { return first / line_bytes == second / line_bytes; }
    int lines() const { return second / line_bytes + 1; }
};

/// The one that the lab shows, where it lays counters out as the figure's own does.
std::string_view experiment_of(const content::Lesson& lesson, const content::FigureBody& body,
                               const Session& session) {
    const content::Experiment* own = lesson.experiment(body.experiment);
    const content::Experiment* open = open_experiment(session);
    return own && open && open->workload == own->workload ? open->id : body.experiment;
}

Places places_of(const content::Lesson& lesson, const content::FigureBody& body,
                 const Session& session) {
    Places places;
    places.line_bytes = std::max(16, session.machine.line_bytes);
    const std::string_view experiment = experiment_of(lesson, body, session);
    const auto value = [&](std::string_view name) {
        return static_cast<int>(shown_value(session, lesson, experiment, name));
    };
    places.store = value("store");
    places.first = value("offset");
    places.second = places.first + std::max(counter_bytes, value("distance"));
    return places;
}

void draw_core(ImDrawList& list, ImVec2 at, int core, bool owns) {
    const ImU32 edge = owns ? palette().measured : palette().line;
    list.AddRectFilled(at, {at.x + em(core_width), at.y + em(core_height)}, palette().surface,
                       em(8));
    list.AddRect(at, {at.x + em(core_width), at.y + em(core_height)}, edge, em(8), 0,
                 owns ? em(2) : em(1));
    draw_text(list, TextStyle::LabelStrong, {at.x + em(core_width) / 2, at.y + em(9)},
              owns ? palette().measured : palette().soft, "core " + std::to_string(core), 0.5f);
}

void draw_counter(ImDrawList& list, ImVec2 line, float byte, int from, ImU32 colour,
                  std::string_view name) {
    const ImVec2 a{line.x + byte * static_cast<float>(from), line.y};
    const ImVec2 b{a.x + byte * counter_bytes, line.y + em(line_height_px)};
    list.AddRectFilled(a, b, colour, em(3));
    draw_text(list, TextStyle::SmallStrong, {(a.x + b.x) / 2, a.y + em(5)}, text_on(colour), name,
              0.5f);
}

/// Lines one below the other; the two counters where they lie.
void draw_lines(ImDrawList& list, ImVec2 at, float width, const Places& places) {
    const float byte = width / static_cast<float>(places.line_bytes);
    for (int line = 0; line < places.lines(); ++line) {
        const ImVec2 from{at.x, at.y + static_cast<float>(line) * em(line_height_px + 8)};
        list.AddRectFilled(from, {from.x + width, from.y + em(line_height_px)},
                           palette().code_surface, em(5));
        for (int word = counter_bytes; word < places.line_bytes; word += counter_bytes) {
            const float x = from.x + byte * static_cast<float>(word);
            list.AddLine({x, from.y + em(4)}, {x, from.y + em(line_height_px - 4)}, palette().line);
        }
        if (places.first / places.line_bytes == line)
            draw_counter(list, from, byte, places.first % places.line_bytes, path_colour(0), "0");
        if (places.second / places.line_bytes == line)
            draw_counter(list, from, byte, places.second % places.line_bytes, path_colour(1), "1");
    }
}

/// Which core owns the line in this moment of the play: 0 or 1.
int owner_now(const std::string& key) {
    const float share = drawn_once(key, play_s);
    return static_cast<int>(std::floor(share * transfers)) % 2;
}

std::string sentence_of(const Places& places) {
    const std::string where =
        fmt::format("The counters begin at bytes {} and {}. ", places.first, places.second);
    if (places.same_line())
        return where + "One line holds both. It can belong to one core at a time: a store is "
                       "done when its core has it.";
    return where +
           "Each counter has a line of its own. Each core keeps its line, and no store waits.";
}

void draw_cores(ImDrawList& list, ImVec2 at, float width, const Places& places, int owner) {
    const bool same = places.same_line();
    draw_core(list, at, 0, !same || owner == 0);
    draw_core(list, {at.x + width - em(core_width), at.y}, 1, !same || owner == 1);
    if (!same)
        return;
    const float y = at.y + em(core_height) / 2;
    const float left = at.x + em(core_width + 14), right = at.x + width - em(core_width + 14);
    const float tip = owner == 0 ? left : right, side = owner == 0 ? 1.0f : -1.0f;
    list.AddLine({left, y}, {right, y}, palette().cost, em(2));
    list.AddTriangleFilled({tip, y}, {tip + side * em(9), y - em(5)},
                           {tip + side * em(9), y + em(5)}, palette().cost);
    draw_text(list, TextStyle::Small, {(left + right) / 2, y - em(18)}, palette().cost,
              "the line moves", 0.5f);
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const Places places = places_of(lesson, body, session);
    const std::string key =
        "cache_line/" + std::to_string(places.first) + "/" + std::to_string(places.second);
    const int owner = owner_now(key);
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_cores(list, at, width, places, owner);
    const ImVec2 lines{at.x, at.y + em(core_height + 16)};
    draw_lines(list, lines, width, places);
    const float height =
        em(core_height + 16) + static_cast<float>(places.lines()) * em(line_height_px + 8);
    ImGui::Dummy({width, height});
    text(TextStyle::Small, palette().faint,
         "one row = one line of " + std::to_string(places.line_bytes) + " bytes, a cell = 8 bytes");
    if (const std::string line = cache_line::store_line(body.code, places.store); !line.empty())
        text_wrapped(TextStyle::CodeSmall, palette().ink, line);
    text_wrapped(TextStyle::Label, palette().soft, sentence_of(places));
    if (places.same_line() && !motion_is_reduced() &&
        link("Play it again##cache_line", TextStyle::Label))
        forget_motion(key);
}

} // namespace

extern const Figure cache_line_figure{"cache_line", &draw};

} // namespace lockstep::shell
