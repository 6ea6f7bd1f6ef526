// SPDX-License-Identifier: MIT
#include "app/experiment/said_of.hpp"

#include "app/experiment/known_runs.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"

#include <fmt/format.h>

namespace lockstep {

std::string said_of(const Session& session, const content::Lesson& lesson,
                    const content::Experiment& experiment, const Values& parameters) {
    Values setting = parameters;
    setting.erase(experiment.x); // every run goes through all of its values
    const Values now = parameters_of(session, lesson, experiment);
    const std::string words =
        sliders_words(session, lesson, experiment, setting, &now, ChoiceWords::Quoted);
    const LessonState* state = session.state(lesson.id);
    if (state && state->tab != experiment.id && lesson.experiment(state->tab)) {
        const std::string& tab = experiment.tab.empty() ? experiment.id : experiment.tab;
        return fmt::format("From the tab \"{}\"{}{}.", tab, words.empty() ? "" : ", with ",
                           words);
    }
    return words.empty() ? "" : fmt::format("From the run with {}.", words);
}

std::string guess_said_of(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, std::string_view block) {
    const LessonState* state = session.state(lesson.id);
    const auto known = state ? state->blocks.find(std::string(block))
                             : std::map<std::string, BlockState>::const_iterator();
    if (!state || known == state->blocks.end())
        return "";
    const Guess* guess = standing_guess(&known->second);
    const Run* run = guess ? run_for_guess(*state, experiment.id, *guess) : nullptr;
    return run ? said_of(session, lesson, experiment, run->parameters) : "";
}

} // namespace lockstep
