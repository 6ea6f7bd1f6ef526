// SPDX-License-Identifier: MIT
// The rail: units with their progress, the lessons of the open unit, and where the rest is.
#include "app/shell/frame.hpp"
#include "app/shell/item.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

constexpr float row_height = 30, lesson_height = 27;

bool is_finished(const Session& session, const content::Lesson& lesson) {
    const LessonState* state = session.state(lesson.id);
    return state && state->finished;
}

/// An arrow to the left, drawn, since neither font has a quiet one.
bool fold_button() {
    const Item item = press_item("fold", {em(26), em(26)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered)
        list.AddRectFilled(item.low, item.high, palette().accent_surface, em(6));
    const ImVec2 c = item.centre();
    const ImVec2 arrow[] = {
        {c.x + em(3), c.y - em(5)}, {c.x - em(2), c.y}, {c.x + em(3), c.y + em(5)}};
    list.AddPolyline(arrow, 3, item.hovered ? palette().accent : palette().faint, ImDrawFlags_None,
                     em(1.5f));
    draw_focus(6);
    hint("Fold this list (Ctrl+B)");
    return item.pressed;
}

void draw_brand(Commands& commands) {
    const float top = ImGui::GetCursorPosY();
    text(TextStyle::Brand, palette().ink, "Lockstep");
    ImGui::SameLine();
    ImGui::SetCursorPos({ImGui::GetWindowWidth() - em(38), top - em(2)});
    if (fold_button())
        commands.push_back(command::FoldRail{true});
    ImGui::SetCursorPosY(top + em(38));
}

void draw_unit(const UnitProgress& unit, Commands& commands) {
    const Palette& p = palette();
    const float width = ImGui::GetContentRegionAvail().x;
    const Item item = press_item(unit.unit.c_str(), {width, em(row_height)});
    if (item.pressed)
        commands.push_back(command::OpenLesson{unit.next});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered)
        list.AddRectFilled(item.low, item.high, faded(p.line, 0.5f), em(6));
    const float share = static_cast<float>(unit.finished) / static_cast<float>(unit.lessons);
    draw_ring(list, {item.low.x + em(18), item.centre().y}, em(8), share);
    const TextStyle style = unit.open ? TextStyle::LabelStrong : TextStyle::Label;
    const float y = std::round(item.centre().y - text_height(style) / 2);
    draw_text(list, style, {item.low.x + em(34), y}, unit.open ? p.ink : p.soft, unit.unit);
    const std::string count = std::to_string(unit.finished) + "/" + std::to_string(unit.lessons);
    draw_text(list, TextStyle::Small, {item.high.x - em(10), y + em(0.5f)}, p.soft, count, 1);
    draw_focus(6);
}

void draw_lesson(const Session& session, const content::Lesson& lesson, Commands& commands) {
    const Palette& p = palette();
    const bool open = lesson.id == session.lesson_id && session.page == "lesson";
    const float width = ImGui::GetContentRegionAvail().x;
    const Item item = press_item(lesson.title.c_str(), {width, em(lesson_height)});
    if (item.pressed)
        commands.push_back(command::OpenLesson{lesson.id});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (open)
        list.AddRectFilled(item.low, item.high, p.accent_surface, em(6));
    else if (item.hovered)
        list.AddRectFilled(item.low, item.high, faded(p.line, 0.5f), em(6));
    const TextStyle style = open ? TextStyle::SmallStrong : TextStyle::Small;
    const float y = std::round(item.centre().y - text_height(style) / 2);
    draw_text(list, style, {item.low.x + em(34), y}, open ? p.accent : p.soft, lesson.title);
    if (is_finished(session, lesson))
        draw_tick(list, {item.high.x - em(15), item.centre().y}, em(10), p.good);
    draw_focus(6);
}

void draw_units(const Session& session, Commands& commands) {
    for (const UnitProgress& unit : unit_progress(session)) {
        draw_unit(unit, commands);
        if (!unit.open)
            continue;
        for (const content::Lesson& lesson : session.course.lessons)
            if (lesson.unit == unit.unit)
                draw_lesson(session, lesson, commands);
    }
}

/// Pages other than lessons, at the foot of the rail.
void draw_foot(const Session& session, Commands& commands) {
    struct Foot {
        const char *words, *page;
    };
    static constexpr Foot feet[] = {
        {"All lessons", "course"}, {"This machine", "passport"}, {"Settings", "settings"}};
    const Palette& p = palette();
    const float height = em(lesson_height) + ImGui::GetStyle().ItemSpacing.y;
    const float bottom = ImGui::GetWindowHeight() - em(18) - height * std::size(feet);
    ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY() + em(8), bottom));
    for (const Foot& foot : feet) {
        const bool open = session.page == foot.page;
        const Item item =
            press_item(foot.words, {ImGui::GetContentRegionAvail().x, em(lesson_height)});
        if (item.pressed)
            commands.push_back(command::OpenPage{open ? "lesson" : foot.page});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (open)
            list.AddRectFilled(item.low, item.high, p.accent_surface, em(6));
        else if (item.hovered)
            list.AddRectFilled(item.low, item.high, faded(p.line, 0.5f), em(6));
        const float y = std::round(item.centre().y - text_height(TextStyle::Small) / 2);
        draw_text(list, open ? TextStyle::SmallStrong : TextStyle::Small, {item.low.x + em(10), y},
                  open ? p.accent : p.soft, foot.words);
        draw_focus(6);
    }
}

/// Three lines: the sign for a list that every learner has seen.
bool list_button() {
    const Item item = press_item("unfold", {em(26), em(26)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered)
        list.AddRectFilled(item.low, item.high, palette().accent_surface, em(6));
    const ImVec2 c = item.centre();
    for (const float row : {-5.0f, 0.0f, 5.0f})
        list.AddRectFilled({c.x - em(8), c.y + em(row) - em(1)},
                           {c.x + em(8), c.y + em(row) + em(1)},
                           item.hovered ? palette().accent : palette().soft, em(1));
    draw_focus(6);
    hint("Show all lessons (Ctrl+B)");
    return item.pressed;
}

/// The folded rail: the sign that unfolds it, and a ring for each unit.
void draw_strip(const Session& session, Commands& commands) {
    if (list_button())
        commands.push_back(command::FoldRail{false});
    vertical_space(16);
    for (const UnitProgress& unit : unit_progress(session)) {
        const Item item = press_item(unit.unit.c_str(), {em(26), em(26)});
        if (item.pressed)
            commands.push_back(command::OpenLesson{unit.next});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool open = unit.open && session.page == "lesson";
        if (open || item.hovered)
            list.AddRectFilled(item.low, item.high,
                               open ? palette().accent_surface : faded(palette().line, 0.6f),
                               em(6));
        draw_ring(list, item.centre(), em(8),
                  static_cast<float>(unit.finished) / static_cast<float>(unit.lessons));
        draw_focus(6);
        hint(unit.unit);
    }
}

} // namespace

std::vector<UnitProgress> unit_progress(const Session& session) {
    std::vector<UnitProgress> units;
    for (const content::Lesson& lesson : session.course.lessons) {
        if (units.empty() || units.back().unit != lesson.unit)
            units.push_back({lesson.unit, 0, 0, {}, false});
        UnitProgress& unit = units.back();
        const bool finished = is_finished(session, lesson);
        if (unit.lessons == 0 || (!finished && unit.finished == unit.lessons))
            unit.next = lesson.id;
        ++unit.lessons;
        unit.finished += finished;
        unit.open |= lesson.id == session.lesson_id;
    }
    return units;
}

std::string neighbour_lesson(const Session& session, int by) {
    const auto& lessons = session.course.lessons;
    const auto here =
        std::find_if(lessons.begin(), lessons.end(),
                     [&](const content::Lesson& lesson) { return lesson.id == session.lesson_id; });
    const auto index = here - lessons.begin() + by;
    if (here == lessons.end() || index < 0 || index >= std::ssize(lessons))
        return {};
    return lessons[static_cast<std::size_t>(index)].id;
}

void draw_rail(const Session& session, Commands& commands, const Layout& layout) {
    if (layout.rail_folded) {
        draw_strip(session, commands);
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(em(8), 0));
    ImGui::Indent(em(10));
    draw_brand(commands);
    ImGui::Unindent(em(10));
    draw_units(session, commands);
    draw_foot(session, commands);
    ImGui::PopStyleVar();
}

} // namespace lockstep::shell
