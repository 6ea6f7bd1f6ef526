// SPDX-License-Identifier: MIT
// Customers, cashiers and time. Before a run: the plan for these sliders. After it: the run itself,
// from the stamps of its threads, replayed once and then under the pointer.
#include "app/blocks/figure/queue/schedule.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

using queue::Schedule;
using queue::Service;

constexpr float row_height = 30, row_gap = 8, replay_s = 2.5f;

struct Frame {
    ImVec2 origin;
    float labels, width; ///< of the names at the left; of the time axis
    double end;
    float x(double time) const {
        return origin.x + labels + width * static_cast<float>(end > 0 ? time / end : 0);
    }
    float y(int row) const { return origin.y + static_cast<float>(row) * em(row_height + row_gap); }
};

Schedule schedule_of(const content::Lesson& lesson, const content::FigureBody& body,
                     const Session& session) {
    const int cashiers =
        std::max(1, static_cast<int>(shown_value(session, lesson, body.experiment, "p")));
    const ShownPoint shown = shown_point(session, body.experiment);
    if (const auto* spans = shown.spans(); spans && !spans->worker.empty())
        return queue::replayed(*spans, cashiers);
    const int customers =
        std::max(1, static_cast<int>(shown_value(session, lesson, body.experiment, "chains")));
    const double longest = std::max(1.0, shown_value(session, lesson, body.experiment, "longest"));
    return queue::planned(customers, cashiers, longest);
}

void draw_cashier(ImDrawList& list, const Frame& frame, int cashier) {
    const float y = frame.y(cashier);
    draw_text(list, TextStyle::Label, {frame.origin.x, y + em(6)}, palette().soft,
              "cashier " + std::to_string(cashier + 1));
    list.AddRectFilled({frame.x(0), y}, {frame.x(frame.end), y + em(row_height)},
                       palette().code_surface, em(5));
}

/// A customer's time at the till: full where it has gone by, a shadow where it is still to come.
void draw_service(ImDrawList& list, const Frame& frame, const Service& service, double now) {
    const float top = frame.y(service.cashier), bottom = top + em(row_height);
    const float begin = frame.x(service.begin) + em(1), end = frame.x(service.end) - em(1);
    const float reached = std::clamp(frame.x(now), begin, end);
    const ImU32 colour = palette().measured;
    list.AddRectFilled({begin, top}, {end, bottom}, faded(colour, 0.22f), em(5));
    if (reached > begin)
        list.AddRectFilled({begin, top}, {reached, bottom}, colour, em(5));
    const std::string number = std::to_string(service.customer + 1);
    const bool room = end - begin > text_extent(TextStyle::SmallStrong, number).x + em(6);
    if (!room)
        return;
    const bool dark_ground = reached > (begin + end) / 2;
    draw_text(list, TextStyle::SmallStrong, {(begin + end) / 2, top + em(7)},
              dark_ground ? text_on(colour) : palette().ink, number, 0.5f);
}

std::string sentence_of(const Schedule& schedule, double now) {
    const auto standing = queue::standing_at(schedule, now);
    const std::string who = schedule.measured
                                ? "Customers served, as this computer's threads were: "
                                : "Customers served, as planned: ";
    return who + std::to_string(standing.done) + " of " + std::to_string(schedule.customers) +
           (standing.waiting ? ", " + std::to_string(standing.waiting) + " waiting" : "");
}

void draw_axis(ImDrawList& list, const Frame& frame, const Schedule& schedule, double now) {
    const float y = frame.y(schedule.cashiers);
    const float x = frame.x(now);
    if (now < schedule.end)
        list.AddLine({x, frame.origin.y - em(4)}, {x, y - em(4)}, palette().soft, em(1.5f));
    if (!schedule.measured)
        return;
    draw_text(list, TextStyle::Small, {frame.x(0), y}, palette().faint, "0");
    draw_text(list, TextStyle::Small, {frame.x(schedule.end), y}, palette().faint,
              value_words(schedule.end, "ms"), 1);
}

/// The moment shown: under the pointer, else where the replay has come.
double moment(const Frame& frame, const Schedule& schedule, const std::string& key, bool hovered) {
    if (hovered) {
        const float share = (ImGui::GetMousePos().x - frame.x(0)) / frame.width;
        return schedule.end * std::clamp(static_cast<double>(share), 0.0, 1.0);
    }
    if (!schedule.measured)
        return 0;
    return schedule.end * static_cast<double>(drawn_once(key, replay_s));
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const Schedule schedule = schedule_of(lesson, body, session);
    const ShownPoint shown = shown_point(session, body.experiment);
    const std::string key = "queue/" + (shown.run ? shown.run->id : std::string("plan")) + "/" +
                            (shown.estimate ? std::to_string(shown.estimate->x) : "");
    const float labels = text_extent(TextStyle::Label, "cashier 12").x + em(14);
    const float width = ImGui::GetContentRegionAvail().x - labels;
    const Frame frame{ImGui::GetCursorScreenPos(), labels, width, schedule.end};
    const float height = static_cast<float>(schedule.cashiers) * em(row_height + row_gap) + em(18);
    ImGui::InvisibleButton("##queue", {labels + width, height});
    const double now = moment(frame, schedule, key, ImGui::IsItemHovered());

    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int cashier = 0; cashier < schedule.cashiers; ++cashier)
        draw_cashier(list, frame, cashier);
    for (const Service& service : schedule.services)
        draw_service(list, frame, service, now);
    draw_axis(list, frame, schedule, now);
    text(TextStyle::Label, palette().soft, sentence_of(schedule, now));
    if (schedule.measured && !motion_is_reduced() && link("Play it again##queue", TextStyle::Label))
        forget_motion(key);
}

} // namespace

extern const Figure queue_figure{"queue", &draw};

} // namespace lockstep::shell
