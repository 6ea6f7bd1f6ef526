// SPDX-License-Identifier: MIT
// How many warps of the chosen kernel an SM of each known card would hold, and what it runs out of
// first. Choosing a card tells the rest for it, and the simulator deals blocks as it would.
#include "app/experiment/card_fit.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::occupancy_view {

namespace {

using shell::em;
using shell::TextStyle;

std::string places(const CardFit& fit) {
    return fmt::format("{} of {}", fit.found.warps_per_sm, fit.card->warps_per_sm);
}

/// Where each column begins, in pixels from the left of a row.
struct Columns {
    float bar, bar_width, number, reason, width, height;
};

Columns columns_of(const std::vector<CardFit>& fits, float room) {
    float names = 0, numbers = shell::text_extent(TextStyle::Small, "warps of an SM").x;
    float reasons = shell::text_extent(TextStyle::Small, "limited by").x;
    for (const CardFit& fit : fits) {
        names = std::max(names, shell::text_extent(TextStyle::Label, fit.card->name).x);
        numbers = std::max(numbers, shell::tabular_width(TextStyle::LabelStrong, places(fit)));
        reasons = std::max(reasons, shell::text_extent(TextStyle::Label, held_by(fit)).x);
    }
    Columns columns{};
    columns.bar = em(8) + names + em(16);
    const float rest = room - columns.bar - numbers - reasons - em(12 + 20 + 8);
    columns.bar_width = std::clamp(rest, em(60), em(220));
    columns.number = columns.bar + columns.bar_width + em(12) + numbers;
    columns.reason = columns.number + em(20);
    columns.width = columns.reason + reasons + em(8);
    columns.height = shell::line_height(TextStyle::Label) + em(6);
    return columns;
}

void draw_heads(const Columns& columns) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = shell::palette().faint;
    shell::draw_text(list, TextStyle::Small, {at.x + columns.number, at.y}, colour,
                     "warps of an SM", 1);
    shell::draw_text(list, TextStyle::Small, {at.x + columns.reason, at.y}, colour,
                     "limited by");
    ImGui::Dummy({columns.width, shell::line_height(TextStyle::Small) + em(2)});
}

/// The places of an SM, and how many of them are taken.
void draw_bar(ImDrawList& list, ImVec2 low, float width, const CardFit& fit) {
    const ImVec2 high{low.x + width, low.y + em(10)};
    list.AddRectFilled(low, high, shell::palette().track, em(2));
    const auto share = static_cast<float>(std::clamp(fit.found.fraction, 0.0, 1.0));
    if (share > 0)
        list.AddRectFilled(low, {low.x + width * share, high.y}, shell::palette().model, em(2));
}

void draw_card_row(const CardFit& fit, const Columns& columns, bool chosen, const Session& session,
                   Commands& commands) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::InvisibleButton(fit.card->id.c_str(), {columns.width, columns.height},
                               ImGuiButtonFlags_EnableNav)) {
        Settings settings = session.settings;
        settings.card = fit.card->id;
        commands.push_back(command::ChangeSettings{settings});
    }
    const auto& p = shell::palette();
    if (ImGui::IsItemHovered())
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (chosen || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + columns.width, at.y + columns.height}, p.accent_surface,
                           em(6));
    shell::draw_focus(6);
    const float y = at.y + (columns.height - shell::text_height(TextStyle::Label)) / 2;
    shell::draw_text(list, chosen ? TextStyle::LabelStrong : TextStyle::Label, {at.x + em(8), y},
                     p.ink, fit.card->name);
    draw_bar(list, {at.x + columns.bar, at.y + (columns.height - em(10)) / 2}, columns.bar_width,
             fit);
    shell::draw_text_tabular(list, TextStyle::LabelStrong, {at.x + columns.number, y}, p.ink,
                             places(fit), 1);
    shell::draw_text(list, TextStyle::Label, {at.x + columns.reason, y}, p.soft, held_by(fit));
}

void draw_cards(const std::vector<CardFit>& fits, const CardFit& chosen, const Session& session,
                Commands& commands) {
    const Columns columns = columns_of(fits, ImGui::GetContentRegionAvail().x);
    // Wider than a narrow card at large text: it scrolls sideways rather than lose a column.
    ImGui::BeginChild("cards", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, em(2)});
    draw_heads(columns);
    for (const CardFit& fit : fits)
        draw_card_row(fit, columns, &fit == &chosen, session, commands);
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

void draw_sentences(const CardFit& fit) {
    const auto& p = shell::palette();
    shell::vertical_space(10);
    shell::text_wrapped(TextStyle::Label, p.ink, fit.card->name + ". " + allowed_words(fit));
    if (const std::string waves = wave_words(fit); !waves.empty()) {
        shell::vertical_space(4);
        shell::text_wrapped(TextStyle::Label, p.ink, waves);
    }
    shell::vertical_space(8);
    shell::text_wrapped(TextStyle::Small, p.soft,
                        "A model: what a streaming multiprocessor (SM) could hold, by the rules of "
                        "NVIDIA's occupancy calculator. The registers are what ptxas gave the "
                        "kernel for each card.");
}

void draw(const Session& session, Commands& commands) {
    const Counted* counted = shell::shown_counts(session);
    const auto fits = counted ? fits_of(*counted, session.cards) : std::vector<CardFit>{};
    if (fits.empty())
        return;
    const CardFit& chosen = fit_for(fits, session.card());
    shell::text(TextStyle::CodeStrong, shell::palette().ink, counted->kernel);
    shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                        taken_words(chosen, threads_of(counted->block)) + ".");
    shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                        "Choose a card. The rest is told for it, and the simulator deals out "
                        "blocks as it would:");
    shell::vertical_space(10);
    draw_cards(fits, chosen, session, commands);
    draw_sentences(chosen);
}

bool available(const Session& session) {
    const Counted* counted = shell::shown_counts(session);
    return counted && !fits_of(*counted, session.cards).empty();
}

} // namespace

} // namespace lockstep::occupancy_view

namespace lockstep::shell {

extern const View occupancy_view{"occupancy", "Occupancy", 45, &lockstep::occupancy_view::available,
                                 &lockstep::occupancy_view::draw};

} // namespace lockstep::shell
