// SPDX-License-Identifier: MIT
// An experiment's x values, parameters and sliders as panels show them.
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/sweep.hpp"

#include <algorithm>

namespace lockstep {

using content::Experiment;
using content::Lesson;

protocol::Machine counted_machine(const Session& session) {
    protocol::Machine machine = session.machine;
    if (session.settings.uses_siblings)
        machine.cores = std::max(machine.cores, machine.threads);
    return machine;
}

std::vector<double> x_values(const Experiment& experiment, const protocol::Machine& machine) {
    return swept_values(experiment, machine.cores, machine.simd_lanes_f32);
}

namespace {

const Values& sliders_of(const Session& session, const Lesson& lesson,
                         const Experiment& experiment) {
    static const Values none;
    const LessonState* state = session.state(lesson.id);
    if (!state)
        return none;
    const auto lab = state->labs.find(experiment.id);
    return lab == state->labs.end() ? none : lab->second.sliders;
}

} // namespace

Values parameters_of(const Session& session, const Lesson& lesson, const Experiment& experiment) {
    return parameters_of(session.catalogue, experiment, session.machine,
                         sliders_of(session, lesson, experiment));
}

std::vector<SliderShown> sliders_shown(const Session& session, const Lesson& lesson,
                                       const Experiment& experiment) {
    const Values values = parameters_of(session, lesson, experiment);
    const protocol::Machine machine = counted_machine(session);
    std::vector<SliderShown> shown;
    for (const content::Slider& slider : experiment.sliders) {
        const auto info = parameter_info(session.catalogue, experiment.workload, slider.parameter);
        const SliderRange range = slider_range(slider, machine);
        SliderShown one{};
        one.parameter = slider.parameter;
        one.value = value_of(values, slider.parameter, range.start);
        one.low = range.low;
        one.high = range.high;
        one.log = slider.log;
        one.stops = slider.stops;
        one.idle = std::ranges::any_of(slider.only, [&](const auto& wanted) {
            return value_of(values, wanted.first, wanted.second) != wanted.second;
        });
        if (info) {
            one.words = info->words;
            one.unit = info->unit == "share" ? info->unit : unit_words(info->unit);
            one.whole = info->whole || !info->choices.empty();
            one.choices = info->choices;
            // A lesson may offer only the first few of them.
            const auto offered = static_cast<std::size_t>(std::max(0.0, range.high)) + 1;
            if (one.choices.size() > offered)
                one.choices.resize(offered);
        }
        if (!slider.words.empty())
            one.words = slider.words;
        shown.push_back(std::move(one));
    }
    return shown;
}

} // namespace lockstep
