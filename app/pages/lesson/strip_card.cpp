// SPDX-License-Identifier: MIT
// The strip: one bar as long as p workers, useful first, then what was lost in the product's order.
#include "app/pages/lesson/lab.hpp"

#include "app/experiment/queries.hpp"
#include "app/pages/lesson/strip_plan.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

ImU32 colour_of(const StripPart& part, std::size_t index) {
    if (part.piece == stats::GapPiece::Useful)
        return shell::palette().measured;
    // The largest loss is full, the others step back so that it can be seen which it is.
    if (part.largest)
        return shell::palette().cost;
    return shell::mixed(shell::palette().cost, shell::palette().surface, index % 2 ? 0.45f : 0.6f);
}

void draw_head(const StripPlan& strip) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float right = origin.x + ImGui::GetContentRegionAvail().x;
    const float product = shell::tabular_width(TextStyle::Label, strip.product);
    shell::text(TextStyle::Label, shell::palette().soft, strip.title);
    const float title = shell::text_extent(TextStyle::Label, strip.title).x;
    if (origin.x + title + product + em(20) <= right)
        shell::draw_text_tabular(*ImGui::GetWindowDrawList(), TextStyle::Label, {right, origin.y},
                                 shell::palette().faint, strip.product, 1);
    else
        shell::text_tabular(TextStyle::Label, shell::palette().faint, strip.product);
}

void draw_bar(const StripPlan& strip) {
    const float width = ImGui::GetContentRegionAvail().x, height = em(14);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto at = [&](double workers) {
        return origin.x + width * static_cast<float>(workers / strip.drawn);
    };
    for (std::size_t i = 0; i < strip.parts.size(); ++i) {
        const StripPart& part = strip.parts[i];
        if (part.length <= 0)
            continue;
        const float left = at(part.begin), right = at(part.begin + part.length);
        const bool first = i == 0, last = right >= origin.x + width - 1;
        const int corners =
            (first ? ImDrawFlags_RoundCornersLeft : 0) | (last ? ImDrawFlags_RoundCornersRight : 0);
        const float end = last ? right : std::max(left + 1, right - em(2));
        list.AddRectFilled({left, origin.y}, {end, origin.y + height}, colour_of(part, i), em(7),
                           corners ? corners : ImDrawFlags_RoundCornersNone);
    }
    if (strip.drawn > strip.bar * 1.001) {
        // Faster work than the baseline's: the bar runs past p, and the mark says where p is.
        const float mark = at(strip.bar);
        list.AddLine({mark, origin.y - em(3)}, {mark, origin.y + height + em(3)},
                     shell::palette().ink, em(1.5f));
    }
    ImGui::Dummy({width, height});
}

/// One word after the other, wrapping as a paragraph does.
void draw_words(const StripPlan& strip) {
    const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
    float x = 0;
    for (std::size_t i = 0; i < strip.parts.size(); ++i) {
        const StripPart& part = strip.parts[i];
        const bool useful = part.piece == stats::GapPiece::Useful;
        const TextStyle style = useful || part.largest ? TextStyle::LabelStrong : TextStyle::Label;
        const ImU32 colour = useful         ? shell::palette().ink
                             : part.largest ? shell::palette().cost
                                            : shell::palette().soft;
        const float wide = shell::tabular_width(style, part.words);
        if (i > 0 && x + em(18) + wide <= width) {
            ImGui::SameLine(left + x + em(18));
            x += em(18);
        } else {
            x = 0;
        }
        shell::text_tabular(style, colour, part.words);
        x += wide;
    }
}

MarkIs mark_of(content::Quantity quantity) {
    if (quantity == content::Quantity::Speedup)
        return MarkIs::Speedup;
    return quantity == content::Quantity::RelativeTime ? MarkIs::RelativeTime : MarkIs::Time;
}

/// Of the largest loss, and of what was not counted.
void draw_sentences(const StripPlan& strip) {
    for (const std::string& sentence : {strip.sentence, strip.copies}) {
        if (sentence.empty())
            continue;
        shell::vertical_space(2);
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, sentence);
    }
}

/// Moves the sliders and runs, as the links of the text do.
void draw_cure(const StripPlan& strip, const LabView& view, Commands& commands) {
    const content::Experiment& experiment = *view.stage.experiment;
    const Values now = parameters_of(view.session, *view.stage.lesson, experiment);
    const content::Cure* cure = cure_of(strip, experiment, now);
    if (!cure || !view.session.sliders_are_free() || view.session.running())
        return;
    if (!shell::link((cure->words + "##cure").c_str(), TextStyle::Label))
        return;
    std::size_t left = cure->set.size();
    for (const auto& [name, value] : cure->set)
        commands.push_back(command::SetSlider{experiment.id, name, value, --left == 0});
}

std::optional<StripPlan> strip_of(const LabView& view) {
    if (!view.stage.strip || !view.chosen.estimate || !view.stage.experiment->strip)
        return std::nullopt;
    const content::Experiment& experiment = *view.stage.experiment;
    const std::string where =
        experiment.x == "p" ? "" : x_phrase(view.session, experiment, view.chosen.estimate->x);
    return strip_plan(*view.chosen.estimate, mark_of(experiment.quantity), where,
                      chosen_baseline(experiment, view.stage.run()));
}

} // namespace

bool has_strip(const LabView& view) {
    return strip_of(view).has_value();
}

void draw_strip_card(const LabView& view, Commands& commands) {
    const auto strip = strip_of(view);
    if (!strip)
        return;
    leave_gap();
    shell::begin_card("strip");
    draw_head(*strip);
    shell::vertical_space(5);
    draw_bar(*strip);
    shell::vertical_space(5);
    draw_words(*strip);
    draw_sentences(*strip);
    draw_cure(*strip, view, commands);
    shell::end_card();
}

} // namespace lockstep::lab
