// SPDX-License-Identifier: MIT
// The frame: columns side by side or one under the other, the status line below.
#include "app/shell/frame.hpp"

#include "app/shell/columns.hpp"
#include "app/shell/keys.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

namespace lockstep::shell {

namespace {

struct Padding {
    float x, y;
};
constexpr Padding text_padding{30, 26}, lab_padding{27, 20}, page_padding{48, 36};

void draw_line_between(float x, float height) {
    const ImVec2 at = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + x - 1, at.y}, {at.x + x, at.y + height},
                                              palette().line);
}

void change_share(const Session& session, Commands& commands, double Settings::*share,
                  float width) {
    Settings settings = session.settings;
    settings.*share = static_cast<double>(width / ImGui::GetIO().DisplaySize.x);
    commands.push_back(command::ChangeSettings{settings});
}

void draw_rail_column(const Session& session, Commands& commands, const Layout& layout) {
    ColumnLook look{palette().background, {em(10), em(16)}, 0, 0, true};
    if (!layout.rail_folded)
        look.least = em(rail_least), look.most = em(rail_most);
    begin_column("rail", {layout.rail, layout.height}, look);
    draw_rail(session, commands, layout);
    if (const auto width = end_column())
        change_share(session, commands, &Settings::rail_share, *width);
    ImGui::SameLine(0, 0);
    draw_line_between(layout.rail, layout.height);
}

/// A line is at most 68 characters long, however wide the window: what is left becomes margin.
void draw_wide_page(const Session& session, Commands& commands, const Page& page,
                    const Layout& layout) {
    const float text = em(page.widest),
                margin = std::max(em(page_padding.x), (layout.text - text) / 2);
    begin_column("page", {layout.text, layout.height},
                 {palette().surface, {margin, em(page_padding.y)}, 0, 0, true});
    draw_notices(session, commands);
    page.draw(session, commands);
    end_column();
}

void draw_two_columns(const Session& session, Commands& commands, const Page& page,
                      const Layout& layout) {
    const bool presenting = session.presenter.on;
    ColumnLook look{palette().surface, {em(text_padding.x), em(text_padding.y)}, 0, 0, true};
    if (!presenting) {
        look.least = std::min(em(text_least), layout.text);
        look.most = std::max(em(text_most), look.least);
    }
    begin_column("text", {layout.text, layout.height}, look);
    draw_notices(session, commands);
    page.draw(session, commands);
    if (const auto width = end_column())
        change_share(session, commands, &Settings::lesson_share, *width);
    ImGui::SameLine(0, 0);
    draw_line_between(layout.rail + layout.text, layout.height);
    begin_column("lab", {layout.lab, layout.height},
                 {palette().background, {em(lab_padding.x), em(lab_padding.y)}, 0, 0, true});
    page.draw_lab(session, commands);
    end_column();
}

/// In a narrow window the lab lies below the text, often out of sight: a button floats at the edge
/// of the page until it is reached. `lab_top` is where it begins on the screen.
void draw_way_to_lab(ImGuiWindow* page, const char* word, float lab_top, const Layout& layout) {
    const std::string label = std::string(word) + " \u2193";
    const ImVec2 size = quiet_button_size(label.c_str()), at = page->Pos;
    if (lab_top < at.y + layout.height - em(120))
        return;
    ImGui::SetCursorScreenPos(
        {at.x + layout.text - size.x - em(24), at.y + layout.height - size.y - em(14)});
    // One pixel more: the border lies on the edge.
    begin_column("way to lab", {size.x + 1, size.y + 1}, {palette().surface, {0, 0}, 0, 0, false});
    if (quiet_button(label.c_str()))
        ImGui::SetScrollY(page, lab_top - at.y + page->Scroll.y);
    end_column();
}

/// Behind the scrollbar, too, where what is in the column cannot draw.
void draw_stacked_ground(const Layout& layout, float lab_top) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high{low.x + layout.text, low.y + layout.height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, palette().surface);
    if (lab_top < high.y)
        list.AddRectFilled({low.x, std::max(low.y, lab_top)}, high, palette().background);
}

void draw_stacked(const Session& session, Commands& commands, const Page& page,
                  const Layout& layout) {
    const float side = em(20);
    static float lab_top = FLT_MAX; // on the screen, in the frame before
    draw_stacked_ground(layout, lab_top);
    begin_column("text", {layout.text, layout.height},
                 {faded(palette().surface, 0), {side, em(20)}, 0, 0, true});
    draw_notices(session, commands);
    page.draw(session, commands);
    vertical_space(20);
    // The lab keeps its own ground, as it has beside the text.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGuiWindow* const column = ImGui::GetCurrentWindow();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::Dummy({0, em(12)});
    page.draw_lab(session, commands);
    ImGui::Dummy({0, em(16)});
    list.ChannelsSetCurrent(0);
    const float left = ImGui::GetWindowPos().x;
    list.AddRectFilled({left, at.y},
                       {left + ImGui::GetWindowWidth(), ImGui::GetCursorScreenPos().y + em(20)},
                       palette().background);
    list.ChannelsMerge();
    end_column();
    lab_top = at.y;
    draw_way_to_lab(column, page.lab_word, at.y, layout);
}

void draw_page(const Session& session, Commands& commands, const Page& shown,
               const Layout& layout) {
    if (!shown.draw_lab || session.welcoming())
        draw_wide_page(session, commands, shown, layout);
    else if (layout.arrangement == Arrangement::Stacked)
        draw_stacked(session, commands, shown, layout);
    else
        draw_two_columns(session, commands, shown, layout);
}

/// What had the keyboard's focus may be gone: a question that was answered, another lesson. Dear
/// ImGui would look for it at every Tab and stay there for ever. A link whose run goes on comes
/// back.
void forget_lost_focus(const Session& session) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool lost = context.NavId != 0 && !context.NavIdIsAlive && !session.running();
    if (lost)
        ImGui::SetNavID(0, context.NavLayer, context.NavFocusScopeId, ImRect());
    // With a cursor that is nowhere Tab would look for what comes after it.
    if (lost || (context.NavId == 0 && !context.NavInitRequest))
        ImGui::SetNavCursorVisible(false);
}

void begin_root() {
    const ImGuiViewport* viewport = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport->Pos);
    ImGui::SetNextWindowSize(viewport->Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::Begin("Lockstep", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoDocking | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
}

} // namespace

void draw_frame(const Session& session, Commands& commands) {
    const ImVec2 size = ImGui::GetMainViewport()->Size;
    const Page* shown = page(session.page);
    if (!shown)
        shown = page("lesson");
    begin_root();
    take_keys(session, commands);
    const bool has_lab = shown && shown->draw_lab && !session.welcoming();
    const Layout layout =
        layout_of(size.x, size.y, text_scale(), session.settings, session.presenter.on, has_lab);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    if (layout.rail > 0)
        draw_rail_column(session, commands, layout);
    ImGui::PopStyleVar();
    if (shown)
        draw_page(session, commands, *shown, layout);
    if (layout.status > 0) {
        ImGui::SetCursorPos({0, layout.height});
        begin_column("status", {size.x, layout.status},
                     {palette().background, {0, 0}, 0, 0, false});
        session.presenter.on ? draw_presenter(session) : draw_status(session, commands);
        end_column();
    }
    forget_lost_focus(session);
    ImGui::End();
}

} // namespace lockstep::shell
