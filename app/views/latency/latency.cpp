// SPDX-License-Identifier: MIT
// Whether the warps of the chosen kernel that a card holds hide the latency of its loads: for each
// level that may answer, the issue slots that are used, and how many warps are ready for one.
#include "app/experiment/latency_fit.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::latency_view {

namespace {

using shell::em;
using shell::TextStyle;

/// The card of the settings; the first one for which ptxas was asked where that is another.
std::optional<CardFit> fit_of(const Session& session) {
    const Counted* const counted = shell::shown_counts(session);
    const auto fits = counted ? fits_of(*counted, session.cards) : std::vector<CardFit>{};
    if (fits.empty() || !load_pattern(*counted).known)
        return std::nullopt;
    return fit_for(fits, session.card());
}

/// Playing a scheduler takes longer than a frame may: once for each kernel and card.
const std::vector<LatencyFit>& played(const CardFit& fit, const LoadPattern& pattern) {
    static std::string key;
    static std::vector<LatencyFit> fits;
    std::string now = fmt::format("{}/{}/{}/{}", fit.card->id, fit.found.warps_per_sm,
                                  pattern.arithmetic, pattern.of_shared);
    if (now != key) {
        fits = latency_fits(fit, pattern);
        key = std::move(now);
    }
    return fits;
}

std::string level_words(const LatencyFit& fit) {
    return fmt::format("{}, {} cycles", fit.level, fit.latency->cycles);
}

std::string ready_words(const LatencyFit& fit) {
    return fmt::format("{} ready for a slot", format_number(fit.state.ready, 2, Zeros::Keep));
}

std::string enough_words(const LatencyFit& fit) {
    return fit.warps >= fit.enough ? std::string("hidden")
                                   : fmt::format("{} warps could hide it", fit.enough);
}

/// The issue slots of a scheduler, and how many of them are used.
void draw_bar(ImDrawList& list, ImVec2 low, float width, const LatencyFit& fit) {
    const auto& p = shell::palette();
    const ImVec2 high{low.x + width, low.y + em(10)};
    list.AddRectFilled(low, high, p.track, em(2));
    const auto share = static_cast<float>(std::clamp(fit.state.used, 0.0, 1.0));
    if (share > 0)
        list.AddRectFilled(low, {low.x + width * share, high.y}, p.model, em(2));
}

/// Where a row has no room beside each other: name and share, the bar, and what hides it.
void draw_stacked_rows(const std::vector<LatencyFit>& fits, float width) {
    const auto& p = shell::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const LatencyFit& fit : fits) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float lead =
            (shell::line_height(TextStyle::Label) - shell::text_height(TextStyle::Label)) / 2;
        shell::draw_text_tabular(list, TextStyle::LabelStrong, {at.x + width, at.y + lead}, p.ink,
                                 format_percent(fit.state.used), 1);
        const float words = width - shell::tabular_width(TextStyle::LabelStrong, "100 %") - em(12);
        ImGui::BeginGroup();
        shell::text_wrapped(TextStyle::Label, p.ink, level_words(fit), words);
        draw_bar(list, ImGui::GetCursorScreenPos(), width, fit);
        ImGui::Dummy({width, em(14)});
        shell::text_wrapped(TextStyle::Label, p.soft, ready_words(fit) + ", " + enough_words(fit));
        ImGui::EndGroup();
        if (ImGui::IsItemHovered())
            shell::hint(fit.latency->source);
        shell::vertical_space(8);
    }
}

void draw_rows(const std::vector<LatencyFit>& fits) {
    float names = 0, ready = 0, enough_width = 0;
    for (const LatencyFit& fit : fits) {
        enough_width =
            std::max(enough_width, shell::text_extent(TextStyle::Label, enough_words(fit)).x);
        names = std::max(names, shell::text_extent(TextStyle::Label, level_words(fit)).x);
        ready = std::max(ready, shell::tabular_width(TextStyle::Label, ready_words(fit)));
    }
    const auto& p = shell::palette();
    const float used_width = shell::tabular_width(TextStyle::LabelStrong, "100 %");
    const float height = shell::line_height(TextStyle::Label) + em(6);
    // A narrow card has a shorter bar rather than words that are cut.
    const float words = names + used_width + ready + enough_width + em(16 + 12 + 20 + 20);
    const float width = ImGui::GetContentRegionAvail().x;
    if (width - words < em(48))
        return draw_stacked_rows(fits, width);
    const float bar = std::min(width - words, em(120));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const LatencyFit& fit : fits) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float y = at.y + (height - shell::text_height(TextStyle::Label)) / 2;
        shell::draw_text(list, TextStyle::Label, {at.x, y}, p.ink, level_words(fit));
        float x = at.x + names + em(16);
        draw_bar(list, {x, at.y + (height - em(10)) / 2}, bar, fit);
        x += bar + em(12) + used_width;
        shell::draw_text_tabular(list, TextStyle::LabelStrong, {x, y}, p.ink,
                                 format_percent(fit.state.used), 1);
        x += em(20);
        shell::draw_text_tabular(list, TextStyle::Label, {x, y}, p.soft, ready_words(fit));
        x += ready + em(20);
        const std::string enough = enough_words(fit);
        shell::draw_text(list, TextStyle::Label, {x, y}, p.soft, enough);
        ImGui::Dummy({x - at.x + shell::text_extent(TextStyle::Label, enough).x, height});
        if (ImGui::IsItemHovered())
            shell::hint(fit.latency->source);
    }
}

void draw(const Session& session, Commands&) {
    const auto fit = fit_of(session);
    if (!fit)
        return;
    const Counted& counted = *shell::shown_counts(session);
    const LoadPattern pattern = load_pattern(counted);
    const auto& p = shell::palette();
    shell::text(TextStyle::CodeStrong, p.ink, counted.kernel);
    shell::text_wrapped(TextStyle::Label, p.soft,
                        fit->card->name + ". " + pattern_words(*fit, pattern));
    shell::vertical_space(10);
    shell::text_wrapped(TextStyle::LabelStrong, p.ink,
                        "Issue slots of a scheduler that are used, if its loads are answered by");
    shell::vertical_space(2);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, em(2)});
    draw_rows(played(*fit, pattern));
    ImGui::PopStyleVar();
    shell::vertical_space(8);
    shell::text_wrapped(TextStyle::Small, p.soft, std::string(simt::latency_hiding_sentence));
    shell::text_wrapped(TextStyle::Small, p.soft,
                        "The instructions between two loads are the kernel's average, the "
                        "latencies those of the card's description; a row names its source.");
}

bool available(const Session& session) {
    return fit_of(session).has_value();
}

} // namespace

} // namespace lockstep::latency_view

namespace lockstep::shell {

extern const View latency_view{"latency", "Latency", 46, &lockstep::latency_view::available,
                               &lockstep::latency_view::draw};

} // namespace lockstep::shell
