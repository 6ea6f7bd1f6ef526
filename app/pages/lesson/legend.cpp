// SPDX-License-Identifier: MIT
// The legend above the plot: what kinds of marks there are, and where there is room of lines.
#include "app/pages/lesson/canvas.hpp"

#include "app/shell/plot_style.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lockstep::lab {

namespace {

using shell::em;

struct LegendEntry {
    Provenance provenance;
    std::string words;
    int shape = 0, dash = 0;
    bool missing = false; ///< a cross
};

void add_once(std::vector<LegendEntry>& entries, LegendEntry entry) {
    const bool known = std::ranges::any_of(
        entries, [&](const LegendEntry& there) { return there.words == entry.words; });
    if (!known)
        entries.push_back(std::move(entry));
}

/// Crosses are no marks of a provenance.
bool has_marks(const SeriesShown& shown) {
    return std::ranges::any_of(shown.series->points, has_value);
}

/// What a cross of the lab's own run means; empty where it has none, or crosses of several kinds,
/// which tell it when they are chosen.
std::string cross_words(const LabView& view) {
    std::string words;
    for (const SeriesShown& shown : view.plan.series)
        for (const Estimate& estimate : shown.series->points) {
            if (has_value(estimate) || shown.ghost || shown.laid_over)
                continue;
            const char* const kind =
                estimate.status == PointStatus::Wrong ? "WRONG" : "not available";
            if (!words.empty() && words != kind)
                return {};
            words = kind;
        }
    return words;
}

/// Marks are explained here. The lab's own run stands first.
std::vector<LegendEntry> legend_of(const LabView& view) {
    std::vector<LegendEntry> entries;
    if (view.stage.predicting)
        add_once(entries, {Provenance::Predicted, "your guess"});
    for (const bool laid_over : {false, true})
        for (const SeriesShown& shown : view.plan.series)
            if (!shown.legend.empty() && shown.laid_over == laid_over && has_marks(shown))
                add_once(entries,
                         {shown.provenance, shown.legend, laid_over ? shown.shape : 0, shown.dash});
    if (const std::string words = cross_words(view); !words.empty())
        add_once(entries, {.provenance = Provenance::Measured, .words = words, .missing = true});
    return entries;
}

/// Curves carry their names themselves: these stand there where the line has room for them.
std::vector<LegendEntry> curves_of(const LabView& view) {
    std::vector<LegendEntry> entries;
    if (!view.plan.models.empty())
        entries.push_back({Provenance::Model, "model"});
    if (!view.plan.guesses.empty())
        entries.push_back({Provenance::Predicted, "you"});
    return entries;
}

/// A legend of several machines takes several lines: as many entries on each as have room.
void draw_entries(const std::vector<LegendEntry>& entries, float right) {
    const float left = ImGui::GetCursorScreenPos().x;
    bool first = true;
    for (const LegendEntry& entry : entries) {
        const float wide = shell::legend_entry_width(entry.words);
        if (!first && ImGui::GetCursorScreenPos().x + wide > right) {
            ImGui::NewLine();
            ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
        }
        if (entry.missing)
            shell::legend_entry_missing(entry.words);
        else
            shell::legend_entry(entry.provenance, shell::colour_of(entry.provenance), entry.words,
                                entry.shape, entry.dash, right - left);
        first = false;
    }
    ImGui::NewLine();
}

float width_of(const std::vector<LegendEntry>& entries) {
    float wide = 0;
    for (const LegendEntry& entry : entries)
        wide += shell::legend_entry_width(entry.words) + em(14);
    return wide;
}

} // namespace

void draw_legend(const LabView& view, float left, float right, float below) {
    std::vector<LegendEntry> entries = legend_of(view);
    const std::vector<LegendEntry> curves = curves_of(view);
    if (left + width_of(entries) + width_of(curves) <= right)
        entries.insert(entries.end(), curves.begin(), curves.end());
    if (entries.empty())
        return;
    const float wide = width_of(entries);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const bool beside = left + wide <= right, tabs = left > origin.x;
    if (beside)
        ImGui::SetCursorScreenPos({left, origin.y + (tabs ? em(4) : 0)});
    else if (tabs)
        ImGui::SetCursorScreenPos({origin.x, below});
    draw_entries(entries, right);
}

} // namespace lockstep::lab
