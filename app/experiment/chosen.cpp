// SPDX-License-Identifier: MIT
#include "app/experiment/chosen.hpp"

namespace lockstep {

const content::Experiment* open_experiment(const Session& session) {
    const content::Lesson* lesson = session.lesson();
    if (!lesson || lesson->experiments.empty())
        return nullptr;
    const LessonState* state = session.state();
    const content::Experiment* named = state ? lesson->experiment(state->tab) : nullptr;
    return named ? named : &lesson->experiments.front();
}

std::optional<Chosen> chosen_point(const LabState& lab) {
    if (!lab.run)
        return std::nullopt;
    const auto made = [&](const Series& series, const Estimate& estimate) {
        return Chosen{series.variant, estimate.x, &estimate, lab.run->point(estimate.point)};
    };
    for (const Series& series : lab.run->series) {
        if (!lab.cursor_x || series.variant != lab.cursor_variant)
            continue;
        if (const Estimate* estimate = series.at(*lab.cursor_x))
            return made(series, *estimate);
    }
    for (const Series& series : lab.run->series)
        if (!series.points.empty())
            return made(series, series.points[series.points.size() / 2]);
    return std::nullopt;
}

std::optional<Chosen> chosen_point(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    const LabState* lab = experiment ? session.lab(experiment->id) : nullptr;
    return lab ? chosen_point(*lab) : std::nullopt;
}

} // namespace lockstep
