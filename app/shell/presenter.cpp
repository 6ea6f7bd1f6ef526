// SPDX-License-Identifier: MIT
// The presenter's band in place of the status line: the walk's steps, and the class's show of
// hands.
#include "app/shell/frame.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::shell {

namespace {

constexpr std::array slide_words{"question", "guess", "run", "compare", "model", "failure", "quiz"};

void draw_steps(const Session& session, float top) {
    const Palette& p = palette();
    for (std::size_t i = 0; i < slide_words.size(); ++i) {
        const bool here = static_cast<int>(i) == session.presenter.slide;
        ImGui::SetCursorPosY(top);
        text(here ? TextStyle::SmallStrong : TextStyle::Small, here ? p.accent : p.soft,
             slide_words[i]);
        ImGui::SameLine(0, em(14));
    }
}

/// One bar for each answer that has hands, as long as its share of the hands.
void draw_votes(const std::map<int, int>& votes, ImVec2 right_middle) {
    const Palette& p = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    int most = 1;
    for (const auto& [choice, hands] : votes)
        most = std::max(most, hands);
    float x = right_middle.x;
    const bool none = std::ranges::all_of(votes, [](const auto& vote) { return vote.second <= 0; });
    for (auto vote = votes.rbegin(); vote != votes.rend(); ++vote) {
        const auto [choice, hands] = *vote;
        if (hands <= 0)
            continue;
        const float y = right_middle.y - std::round(text_height(TextStyle::SmallStrong) / 2);
        const std::string count = std::to_string(hands);
        draw_text(list, TextStyle::SmallStrong, {x, y}, p.ink, count, 1);
        x -= text_extent(TextStyle::SmallStrong, count).x + em(6);
        const float length = em(60) * static_cast<float>(hands) / static_cast<float>(most);
        list.AddRectFilled({x - length, right_middle.y - em(5)}, {x, right_middle.y + em(5)},
                           p.predicted, em(3));
        x -= length + em(6);
        const std::string name = std::to_string(choice + 1);
        draw_text(list, TextStyle::Small, {x, y}, p.soft, name, 1);
        x -= text_extent(TextStyle::Small, name).x + em(18);
    }
    const float y = right_middle.y - std::round(text_height(TextStyle::Small) / 2);
    draw_text(list, TextStyle::Small, {x, y}, p.soft,
              none ? "Page Down: next   ·   a digit: a hand up   ·   Esc: end" : "hands up", 1);
}

} // namespace

void draw_presenter(const Session& session) {
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x, at.y + 1}, palette().line);
    ImGui::SetCursorPosX(em(20));
    draw_steps(session, std::round((size.y - text_height(TextStyle::Small)) / 2));
    draw_votes(session.presenter.votes, {at.x + size.x - em(20), at.y + size.y / 2});
    if (!session.presenter.blank)
        return;
    const ImGuiViewport* viewport = ImGui::GetMainViewport();
    ImGui::GetForegroundDrawList()->AddRectFilled(
        viewport->Pos, {viewport->Pos.x + viewport->Size.x, viewport->Pos.y + viewport->Size.y},
        IM_COL32_BLACK);
}

} // namespace lockstep::shell
