// SPDX-License-Identifier: MIT
// Under the plot: one line that says what can be done or what goes on, and the card with the views.
#include "app/pages/lesson/lab.hpp"

#include "app/experiment/baseline_choice.hpp"
#include "app/experiment/known_runs.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

void centred_text(std::string_view words, ImU32 colour) {
    leave_gap(12);
    const float width = ImGui::GetContentRegionAvail().x;
    const float wide = shell::text_extent(TextStyle::Label, words).x;
    if (wide > width) {
        shell::text_wrapped(TextStyle::Label, colour, words);
        return;
    }
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (width - wide) / 2);
    shell::text(TextStyle::Label, colour, words);
}

bool centred_link(const char* words) {
    leave_gap(12);
    const float width = ImGui::GetContentRegionAvail().x;
    const float wide = shell::text_extent(TextStyle::Label, words).x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, (width - wide) / 2));
    return shell::link((std::string(words) + "##guess").c_str(), TextStyle::Label);
}

/// What the learner may still do with the guess.
enum class GuessLink { None, NoIdea, Change, Again };

GuessLink guess_link(const LabView& view) {
    const Stage& stage = view.stage;
    if (!stage.guess_block)
        return GuessLink::None;
    if (stage.predicting) {
        // Whoever has begun a curve, or changes one, has an idea.
        const BlockState* own = stage.guess_state;
        const bool begun = own && !(own->guesses.empty() && own->draft.curve.empty());
        return begun ? GuessLink::None : GuessLink::NoIdea;
    }
    if (!stage.marks && !stage.no_idea)
        return GuessLink::Change;
    // The old guess was made for other sliders: a second one is drawn beside it.
    const bool other = !view.plan.guesses.empty() && view.plan.guesses.back().other_setting;
    return stage.compare && other ? GuessLink::Again : GuessLink::None;
}

void draw_guess_link(const LabView& view, Commands& commands) {
    const GuessLink link = guess_link(view);
    if (link == GuessLink::None)
        return;
    const std::string& block = view.stage.guess_block->id;
    const char* words = link == GuessLink::NoIdea   ? "I have no idea, show me"
                        : link == GuessLink::Change ? "Change my guess"
                                                    : "Guess again for this setting";
    if (!centred_link(words))
        return;
    if (link == GuessLink::NoIdea)
        commands.push_back(command::NoIdea{block});
    else
        commands.push_back(command::ChangeGuess{block});
}

/// A recording of what lies beyond this machine, or of a card that it lacks: on demand, and never
/// before the learner's own marks.
std::optional<OfferedRecording> offered(const LabView& view) {
    if (!view.stage.compare || view.stage.predicting || view.stage.timing)
        return std::nullopt;
    return offered_recording(view.session, *view.stage.experiment);
}

void draw_offer(const LabView& view, Commands& commands) {
    const auto offer = offered(view);
    if (!offer)
        return;
    const bool there = laid_over(view.stage.lab, offer->run->id) != nullptr;
    const std::string words =
        there ? fmt::format("Hide {}", offer->words) : fmt::format("Show {}", offer->words);
    if (!centred_link(words.c_str()))
        return;
    if (there)
        commands.push_back(command::TakeAway{offer->run->id});
    else
        commands.push_back(command::LayOverKnown{offer->run->id});
}

/// What a reader of the plot has to know of it: what this machine cannot show, and what it did to
/// the run meanwhile.
std::vector<std::string> notes_below(const LabView& view) {
    std::vector<std::string> notes;
    if (std::string cannot = cannot_show(view.session, *view.stage.experiment); !cannot.empty())
        notes.push_back(std::move(cannot));
    if (const Run* run = view.stage.run(); run && view.stage.verdict)
        notes.insert(notes.end(), run->remarks.begin(), run->remarks.end());
    return notes;
}

std::string baseline_offered(const LabView& view) {
    const Run* run = view.stage.run();
    return run && view.stage.verdict ? other_baseline(*run, *view.stage.experiment) : "";
}

/// A baseline that another variant of one thread beats flatters all the others.
void draw_baseline_link(const LabView& view, Commands& commands) {
    const std::string other = baseline_offered(view);
    if (other.empty())
        return;
    const Run* run = view.stage.run();
    const bool back = other == view.stage.experiment->baseline;
    const std::string line =
        back ? fmt::format("Compare with {} again", other)
             : fmt::format("On one thread {} is faster than {}: compare with it", other,
                           run->baseline);
    if (centred_link(line.c_str()))
        commands.push_back(command::ChooseBaseline{view.stage.experiment->id, other});
}

} // namespace

int lines_below(const LabView& view) {
    if (!view.stage.ready())
        return 0;
    if (view.stage.timing || view.stage.simulating)
        return 1;
    int lines = (guess_link(view) != GuessLink::None) + (offered(view) ? 1 : 0) +
                (baseline_offered(view).empty() ? 0 : 1);
    const float width = std::max(em(60), ImGui::GetContentRegionAvail().x);
    for (const std::string& note : notes_below(view)) {
        const float height = shell::text_extent(TextStyle::Label, note, width).y;
        lines += static_cast<int>(std::round(height / shell::line_height(TextStyle::Label)));
    }
    return lines;
}

void draw_line_below(const LabView& view, Commands& commands) {
    if (!view.stage.ready())
        return;
    if (view.stage.simulating) {
        centred_text("Simulating: the kernel is carried out lane by lane, and counted.",
                     shell::palette().soft);
        return;
    }
    if (view.stage.timing) {
        centred_text("Timing. The window holds still so that it takes no time from the run.",
                     shell::palette().soft);
        return;
    }
    for (const std::string& note : notes_below(view))
        centred_text(note, shell::palette().soft);
    draw_baseline_link(view, commands);
    draw_offer(view, commands);
    draw_guess_link(view, commands);
}

/// Which point a view shows: "100 % shared", "simd, 8 lanes leave". At the right of the tabs, or
/// below them where there is no room.
static void draw_point_shown(const LabView& view, float tabs, ImVec2 at, float width) {
    const Run& run = *view.chosen.run;
    std::string words = x_phrase(view.session, *view.stage.experiment, view.chosen.estimate->x);
    if (run.series.size() > 1)
        words = view.chosen.series->key() + ", " + words;
    const float wide = shell::text_extent(TextStyle::Label, words).x;
    if (tabs + em(20) + wide <= width)
        shell::draw_text(*ImGui::GetWindowDrawList(), TextStyle::Label,
                         {at.x + width, at.y + em(4)}, shell::palette().soft, words, 1);
    else
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, words);
}

void draw_views_card(const LabView& view, Commands& commands) {
    if (!view.stage.strip || !view.chosen.estimate)
        return;
    const std::vector<const shell::View*> views = shell::views_now(view.session);
    if (views.empty())
        return;
    std::vector<std::string> words;
    int chosen = 0;
    for (std::size_t i = 0; i < views.size(); ++i) {
        words.push_back(views[i]->title);
        if (shell::open_view(view.session) == views[i])
            chosen = static_cast<int>(i);
    }
    leave_gap();
    shell::begin_card("views");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const int next = shell::word_tabs("views", words, chosen);
    if (next != chosen)
        commands.push_back(command::ChooseView{views[static_cast<std::size_t>(next)]->name});
    if (views[static_cast<std::size_t>(chosen)]->of_point)
        draw_point_shown(view, shell::word_tabs_width(words), at, width);
    shell::vertical_space(8);
    ImGui::PushID(views[static_cast<std::size_t>(chosen)]->name);
    views[static_cast<std::size_t>(chosen)]->draw(view.session, commands);
    ImGui::PopID();
    shell::end_card();
}

} // namespace lockstep::lab
