// SPDX-License-Identifier: MIT
// Commands that lay runs of other machines and other days over the lab's own, and take them away.
#include "app/experiment/chosen.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/known_runs.hpp"
#include "app/experiment/laid_over.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::handlers {

namespace {

/// To the lesson and tab that show the place. A lesson that is open stays as it is.
void go_to(const Context& at, const LabPlace& place) {
    if (at.session.lesson_id != place.lesson)
        handle(at, command::OpenLesson{place.lesson});
    at.session.page = "lesson";
    at.session.lessons[place.lesson].tab = place.experiment;
}

/// One that lies there already is replaced; a fourth is refused, since none may vanish unasked.
bool put(LabState& lab, const LaidOver& laid) {
    const auto same = std::ranges::find_if(lab.laid_over, [&](const LaidOver& there) {
        return there.from == laid.from || (!laid.run.id.empty() && there.run.id == laid.run.id);
    });
    if (same != lab.laid_over.end())
        *same = laid;
    else if (lab.laid_over.size() < most_laid_over)
        lab.laid_over.push_back(laid);
    else
        return false;
    return true;
}

} // namespace

void handle(const Context& at, const command::LayOver& lay) {
    if (!lay.run)
        return;
    const LaidOver& laid = *lay.run;
    const auto place = place_for(at.session, laid.run);
    if (!place)
        return at.notice(place.error().text());
    go_to(at, *place);
    LessonState& state = at.session.lessons[place->lesson];
    LabState& lab = state.labs[place->experiment];
    if (lab.run && !laid.run.id.empty() && lab.run->id == laid.run.id)
        return at.notice("This is the run that the plot shows already.");
    if (!put(lab, laid))
        return at.notice(fmt::format("{} runs lie over this one. Take one away first: in the tab "
                                     "Runs, or in the plot's menu.",
                                     lab.laid_over.size()));
    if (!laid.notice.empty())
        at.notice(fmt::format("{}: {}", laid.from, laid.notice));
    // The guess comes first; what others measured would give its answer away.
    if (state.reached < content::Step::Compare)
        at.notice(fmt::format("A run is ready to be laid over yours: {}. Its marks come with your "
                              "own, once you have guessed and run.",
                              laid_over_words(at.session, laid.run)));
}

void handle(const Context& at, const command::LayOverKnown& lay) {
    if (const KnownRun* run = known_run(at.session, lay.id))
        at.effects.open_known_run(*run);
}

void handle(const Context& at, const command::TakeAway& take) {
    const content::Experiment* experiment = open_experiment(at.session);
    if (!experiment)
        return;
    std::erase_if(at.lab(experiment->id).laid_over, [&](const LaidOver& laid) {
        return take.run.empty() || laid.run.id == take.run || laid.from == take.run;
    });
}

} // namespace lockstep::handlers
