// SPDX-License-Identifier: MIT
// The bar of time, of which only one part shrinks: one worker above, p workers below, both to the
// same scale, from the samples of the chosen point.
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>

namespace lockstep::shell {

namespace {

/// Shares of one worker's time.
struct Bars {
    double serial = 0;     ///< the part that cannot be shared, as measured
    double shared_one = 0; ///< the other part on one worker
    double together = 0;   ///< all of it on p workers
    double serial_together = 0;
    int workers = 1;
};

/// Nothing without factors: then there was no run, or its busy times say nothing.
std::optional<Bars> bars_of(const ShownPoint& shown) {
    if (!shown.estimate || !shown.estimate->factors || shown.estimate->value <= 0)
        return {};
    const double f = shown.estimate->f_measured.value_or(0);
    Bars bars;
    bars.serial = 1 - f;
    bars.shared_one = f;
    bars.together = 1 / shown.estimate->value;
    bars.serial_together = std::min(bars.together, bars.serial);
    bars.workers = static_cast<int>(shown.estimate->factors->workers + 0.5);
    return bars;
}

constexpr float bar_height = 34, bar_gap = 14;

void draw_part(ImDrawList& list, ImVec2 from, float width, ImU32 colour, std::string_view words) {
    if (width < 1)
        return;
    list.AddRectFilled(from, {from.x + width - em(1), from.y + em(bar_height)}, colour, em(4));
    if (text_extent(TextStyle::Small, words).x + em(16) < width)
        draw_text(list, TextStyle::Small, {from.x + em(8), from.y + em(9)}, text_on(colour), words);
}

void draw_row(ImDrawList& list, ImVec2 at, float labels, float width, std::string_view name,
              double serial, double shared, int workers) {
    draw_text(list, TextStyle::Label, {at.x, at.y + em(8)}, palette().soft, name);
    const float first = width * static_cast<float>(serial);
    draw_part(list, {at.x + labels, at.y}, first, palette().cost, "serial part");
    const float second = width * static_cast<float>(shared);
    draw_part(list, {at.x + labels + first, at.y}, second, palette().measured,
              workers > 1 ? "shared by " + std::to_string(workers) : "can be shared");
}

/// Before a run: the job as it is set, and a question where the answer will be.
void draw_plan(const content::Lesson& lesson, const content::FigureBody& body,
               const Session& session) {
    const double f = shown_value(session, lesson, body.experiment, "f");
    const float labels = text_extent(TextStyle::Label, "one worker").x + em(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - labels;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_row(list, at, labels, width, "one worker", 1 - f, f, 1);
    const ImVec2 below{at.x, at.y + em(bar_height + bar_gap)};
    draw_text(list, TextStyle::Label, {below.x, below.y + em(8)}, palette().soft, "together");
    list.AddRect({below.x + labels, below.y}, {at.x + labels + width, below.y + em(bar_height)},
                 palette().line, em(4));
    draw_text(list, TextStyle::BodyStrong, {below.x + labels + em(10), below.y + em(6)},
              palette().soft, "?");
    ImGui::Dummy({labels + width, em(2 * bar_height + bar_gap)});
}

/// Which of the run's points it is: " at 50 % shared".
std::string set_words(const ShownPoint& shown) {
    const auto setting = shown.run->parameters.find("f");
    const bool swept = shown.run->x == "f";
    if (!swept && setting == shown.run->parameters.end())
        return {};
    const double f = swept ? shown.estimate->x : setting->second;
    return fmt::format(" at {} shared", value_words(f, "share"));
}

void draw_run(const ShownPoint& shown, const Bars& bars) {
    const std::string below = std::to_string(bars.workers) + " workers";
    const float labels = text_extent(TextStyle::Label, "one worker").x + em(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const double longest = std::max(1.0, bars.together);
    const float width = (ImGui::GetContentRegionAvail().x - labels) / static_cast<float>(longest);
    const float share = drawn_once("amdahl_bar/" + shown.run->id);
    const double shared_now =
        bars.shared_one + (bars.together - bars.serial_together - bars.shared_one) *
                              static_cast<double>(smooth(share));

    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_row(list, at, labels, width, "one worker", bars.serial, bars.shared_one, 1);
    draw_row(list, {at.x, at.y + em(bar_height + bar_gap)}, labels, width, below,
             bars.serial_together, shared_now, bars.workers);
    ImGui::Dummy({ImGui::GetContentRegionAvail().x, em(2 * bar_height + bar_gap)});
    text_wrapped(TextStyle::Label, palette().soft,
                 fmt::format("Measured{}: {} of one worker's time is serial.", set_words(shown),
                             value_words(bars.serial, "share")));
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const ShownPoint shown = shown_point(session, body.experiment);
    const auto bars = bars_of(shown);
    if (bars)
        draw_run(shown, *bars);
    else
        draw_plan(lesson, body, session);
}

} // namespace

extern const Figure amdahl_bar_figure{"amdahl_bar", &draw};

} // namespace lockstep::shell
