// SPDX-License-Identifier: MIT
// Draws only the lines in sight. It scrolls by hand, since a child window of Dear ImGui would take
// the keyboard's focus to its first line whenever Tab comes by.
#include "app/shell/line_list.hpp"

#include "app/shell/code_listing.hpp"
#include "app/shell/item.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_internal.h>

namespace lockstep::shell {

namespace {

constexpr float row_height = 18, padding = 8;

struct Frame {
    ImVec2 low, high;
    float row, room; ///< height of a line, and how many there is room for
    float first;     ///< line in sight, from 0
    float numbers, text, right;
    float y(int line) const {
        return low.y + em(padding) + (static_cast<float>(line - 1) - first) * row;
    }
    int under(float at) const {
        return static_cast<int>(std::floor((at - low.y - em(padding)) / row + first)) + 1;
    }
};

Frame frame_of(ImVec2 size, int count) {
    Frame frame{};
    frame.low = ImGui::GetCursorScreenPos();
    frame.high = {frame.low.x + size.x, frame.low.y + size.y};
    frame.row = em(row_height);
    frame.room = (size.y - 2 * em(padding)) / frame.row;
    frame.numbers = frame.low.x + em(10) +
                    text_extent(TextStyle::CodeSmall, std::to_string(std::max(count, 99))).x;
    frame.text = frame.numbers + em(12);
    frame.right = frame.high.x - em(12);
    return frame;
}

float last_first(float room, int count) {
    return std::max(0.0f, static_cast<float>(count) - room);
}

/// The wheel belongs to the list while the pointer is on it and there is more than is in sight.
void scroll_by_wheel(Frame& frame, int count, ImGuiID owner) {
    const bool over = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(frame.low, frame.high);
    if (!over || static_cast<float>(count) <= frame.room)
        return;
    frame.first -= 3 * ImGui::GetIO().MouseWheel;
    ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, owner);
}

/// The line that the keys have come to.
int walk_by_keys(Frame& frame, int chosen, int current, int count, ImGuiID item) {
    const auto pressed = [&](ImGuiKey key) {
        ImGui::SetKeyOwner(key, item);
        return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, item);
    };
    const int from = chosen > 0 ? chosen : current;
    int to = chosen;
    if (pressed(ImGuiKey_DownArrow))
        to = std::min(count, from + 1);
    if (pressed(ImGuiKey_UpArrow))
        to = std::max(1, from - 1);
    if (to == chosen)
        return to;
    // Whoever came by a click goes on by keys, and sees where they are.
    ImGui::SetNavCursorVisible(true);
    frame.first = scrolled_to(to, frame.first, frame.room, count);
    return to;
}

const ListedLine* said_of(const LineList& list, int line) {
    const auto found = std::ranges::lower_bound(list.said, line, {}, &ListedLine::line);
    return found != list.said.end() && found->line == line ? &*found : nullptr;
}

void draw_ground(ImDrawList& draw, const Frame& frame, const LineList& list, int line, int hot) {
    const Palette& p = palette();
    const float y = frame.y(line);
    const ListedLine* said = said_of(list, line);
    const auto fill = [&](ImU32 colour) {
        draw.AddRectFilled({frame.low.x + em(4), y}, {frame.high.x - em(6), y + frame.row}, colour,
                           em(4));
    };
    if (line == list.current)
        fill(p.accent_surface);
    else if (said && said->tinted)
        fill(mixed(p.code_surface, p.accent_surface, 0.55f));
    if (line == list.current)
        draw.AddRectFilled({frame.low.x + em(4), y}, {frame.low.x + em(7), y + frame.row}, p.accent,
                           em(2));
    if (line == hot)
        draw.AddRect({frame.low.x + em(4), y}, {frame.high.x - em(6), y + frame.row}, p.accent,
                     em(4));
}

/// What is said at the right end keeps its place; a long line ends with dots before it.
void draw_line(ImDrawList& draw, const Frame& frame, const LineList& list, int line,
               std::string_view text, bool& in_comment) {
    const Palette& p = palette();
    const float y = frame.y(line) + (frame.row - text_height(TextStyle::CodeSmall)) / 2;
    draw_text(draw, TextStyle::CodeSmall, {frame.numbers, y},
              line == list.current ? p.ink : p.faint, std::to_string(line), 1);
    float end = frame.right;
    if (const ListedLine* said = said_of(list, line); said && !said->words.empty()) {
        draw_text(draw, TextStyle::CodeSmall, {frame.right, y}, said->colour, said->words, 1);
        end -= text_extent(TextStyle::CodeSmall, said->words).x + em(10);
    }
    const bool cut = frame.text + text_extent(TextStyle::CodeSmall, text).x > end;
    const float stop = cut ? end - em(12) : end;
    draw.PushClipRect({frame.text, frame.low.y}, {stop, frame.high.y}, true);
    if (list.is_code)
        draw_code(draw, TextStyle::CodeSmall, {frame.text, y}, text, in_comment);
    else
        draw_text(draw, TextStyle::CodeSmall, {frame.text, y},
                  line == list.current ? p.ink : p.soft, text);
    draw.PopClipRect();
    if (cut)
        draw_text(draw, TextStyle::CodeSmall, {end, y}, p.soft, "\u2026", 1);
}

void draw_lines(const Frame& frame, const LineList& list, int hot) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(frame.low, frame.high, palette().code_surface, em(10));
    draw.PushClipRect({frame.low.x, frame.low.y + em(3)}, {frame.high.x, frame.high.y - em(3)},
                      true);
    bool in_comment = false;
    for (std::size_t i = 0; i < list.lines.size(); ++i) {
        const int line = static_cast<int>(i) + 1;
        const float y = frame.y(line);
        if (y > frame.high.y)
            break;
        if (y + frame.row < frame.low.y) {
            if (list.is_code)
                (void)code_pieces(list.lines[i], in_comment); // a comment may reach into sight
            continue;
        }
        draw_ground(draw, frame, list, line, hot);
        draw_line(draw, frame, list, line, list.lines[i], in_comment);
    }
    draw.PopClipRect();
}

/// How far down the text is in sight.
void draw_thumb(const Frame& frame, int count) {
    const auto lines = static_cast<float>(count);
    if (lines <= frame.room)
        return;
    const float high = frame.high.y - frame.low.y - 2 * em(padding);
    const float top = frame.low.y + em(padding) + high * frame.first / lines;
    ImGui::GetWindowDrawList()->AddRectFilled(
        {frame.high.x - em(4.5f), top},
        {frame.high.x - em(1.5f), top + std::max(em(10), high * frame.room / lines)},
        palette().track, em(2));
}

} // namespace

float scrolled_to(int line, float first, float room, int count) {
    const float around = std::min(2.0f, (room - 1) / 2);
    const auto at = static_cast<float>(line - 1);
    if (at - around < first || at + 1 + around > first + room)
        first = std::floor(at - room / 2 + 1);
    return std::clamp(first, 0.0f, last_first(room, count));
}

float line_list_height(int lines) {
    return em(row_height) * static_cast<float>(lines) + 2 * em(padding);
}

int line_list(const char* id, ImVec2 size, const LineList& list) {
    const auto count = static_cast<int>(list.lines.size());
    // Where it is scrolled to and which line the keyboard's focus stands on, as Dear ImGui keeps
    // both for lists of its own. The line that was chosen is the caller's, and the session's.
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    ImGui::PushID(id);
    const ImGuiID first_id = ImGui::GetID("first"), followed_id = ImGui::GetID("followed"),
                  chosen_id = ImGui::GetID("chosen"), wheel_id = ImGui::GetID("wheel");
    ImGui::PopID();
    Frame frame = frame_of(size, count);
    frame.first = kept.GetFloat(first_id);
    if (list.current > 0 && list.current != kept.GetInt(followed_id))
        frame.first = scrolled_to(list.current, frame.first, frame.room, count);
    kept.SetInt(followed_id, list.current);
    Item item;
    int chosen = std::min(kept.GetInt(chosen_id), count), hot = 0;
    if (list.can_choose) {
        item = press_item(id, size);
        if (!ImGui::IsItemFocused())
            chosen = 0;
        else
            chosen = walk_by_keys(frame, chosen, list.current, count, ImGui::GetItemID());
        if (item_shows_focus())
            hot = chosen > 0 ? chosen : list.current;
    } else {
        ImGui::Dummy(size);
    }
    scroll_by_wheel(frame, count, wheel_id);
    frame.first = std::clamp(frame.first, 0.0f, last_first(frame.room, count));
    const int pointed = frame.under(ImGui::GetIO().MousePos.y);
    const bool by_mouse = item.pressed && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (hot == 0 && item.hovered && pointed >= 1 && pointed <= count)
        hot = pointed;
    draw_lines(frame, list, hot);
    draw_thumb(frame, count);
    draw_focus(10);
    if (hot > 0)
        hint(fmt::format("{} {}", list.choosing_means, hot));
    kept.SetFloat(first_id, frame.first);
    kept.SetInt(chosen_id, chosen);
    const int taken = by_mouse ? pointed : chosen > 0 ? chosen : list.current;
    return item.pressed && taken >= 1 && taken <= count ? taken : 0;
}

} // namespace lockstep::shell
