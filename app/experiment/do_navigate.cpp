// SPDX-License-Identifier: MIT
// Commands that go about: lessons, pages, steps, tabs, links.
#include "app/content/links.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/queries.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::handlers {

using content::Step;

void reach(const Context& at, Step step) {
    if (!at.lesson || step <= at.state().reached)
        return;
    at.state().reached = step;
    at.remember(events::step_kind, "", events::write_number(static_cast<int>(step)));
}

void handle(const Context& at, const command::OpenLesson& open) {
    const content::Lesson* lesson = at.session.course.lesson(open.lesson);
    if (!lesson)
        return at.notice(fmt::format("There is no lesson '{}'.", open.lesson));
    keep_kernels(at);
    at.session.lesson_id = open.lesson;
    at.session.page = "lesson";
    LessonState& state = at.session.lessons[open.lesson];
    const bool known = std::ranges::any_of(
        lesson->experiments, [&](const auto& experiment) { return experiment.id == state.tab; });
    if (!known && !lesson->experiments.empty())
        state.tab = lesson->experiments.front().id;
    // A lesson without a prediction begins with its run.
    const bool guesses = std::ranges::any_of(lesson->blocks, [](const content::Block& block) {
        return block.kind == "predict" && block.step == Step::Predict;
    });
    if (!guesses)
        state.reached = std::max(state.reached, Step::Run);
}

void handle(const Context& at, const command::OpenPage& open) {
    keep_kernels(at);
    at.session.page = open.page;
}

void handle(const Context& at, const command::ReachStep& to) {
    if (!at.lesson)
        return;
    reach(at, to.step);
    // Whoever goes on has seen, or does not want to see, what was still to come.
    LessonState& state = at.state();
    const Reveal least = to.step >= Step::Explain ? Reveal::Strip : state.reveal;
    if (least > state.reveal && state.reveal != Reveal::Nothing)
        state.reveal = least;
    for (const content::Block& block : at.lesson->blocks)
        if (block.step == to.step) {
            state.ask_for(block.id);
            break;
        }
}

void handle(const Context& at, const command::ChooseTab& tab) {
    if (at.lesson && at.lesson->experiment(tab.experiment))
        at.state().tab = tab.experiment;
}

void handle(const Context& at, const command::ChooseView& view) {
    keep_kernels(at);
    if (at.session.page == "trace")
        at.session.trace_view = view.view;
    else if (at.lesson)
        at.state().view = view.view;
}

namespace {

/// set:longest=8 moves sliders of the experiment that the lab shows, and runs.
void follow_set(const Context& at, const std::string& uri) {
    const auto values = content::read_set_link(uri);
    const content::Experiment* experiment = open_experiment(at.session);
    if (!values || !experiment)
        return;
    if (!at.session.sliders_are_free())
        return;
    std::size_t left = values->size();
    for (const auto& [name, value] : *values)
        handle(at, command::SetSlider{experiment->id, name, value, --left == 0});
}

void follow_step(const Context& at, std::string_view name) {
    static constexpr std::pair<std::string_view, Step> steps[] = {{"predict", Step::Predict},
                                                                  {"run", Step::Run},
                                                                  {"compare", Step::Compare},
                                                                  {"explain", Step::Explain}};
    for (const auto& [word, step] : steps)
        if (name == word)
            handle(at, command::ReachStep{step});
}

} // namespace

void handle(const Context& at, const command::FollowLink& link) {
    const std::string_view uri = link.uri;
    if (content::is_web_link(uri))
        at.effects.open_web(link.uri);
    else if (uri.starts_with("lesson:"))
        handle(at, command::OpenLesson{std::string(uri.substr(7))});
    else if (uri.starts_with("page:"))
        handle(at, command::OpenPage{std::string(uri.substr(5))});
    else if (!at.lesson)
        return;
    else if (uri.starts_with("step:"))
        follow_step(at, uri.substr(5));
    else if (uri.starts_with("set:"))
        follow_set(at, link.uri);
    else
        at.notice(fmt::format("The link '{}' leads nowhere.", link.uri));
}

void handle(const Context& at, const command::Quit&) {
    keep_kernels(at);
    at.session.quitting = true;
}

} // namespace lockstep::handlers
