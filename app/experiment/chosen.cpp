// SPDX-License-Identifier: MIT
#include "app/experiment/chosen.hpp"

#include <algorithm>

namespace lockstep {

const content::Experiment* open_experiment(const Session& session) {
    const content::Lesson* lesson = session.lesson();
    if (!lesson || lesson->experiments.empty())
        return nullptr;
    const LessonState* state = session.state();
    const content::Experiment* named = state ? lesson->experiment(state->tab) : nullptr;
    return named ? named : &lesson->experiments.front();
}

const Series* first_with_marks(const Run& run) {
    const Series* first = nullptr;
    for (const Series& series : run.series) {
        if (series.provenance == Provenance::Model || series.provenance == Provenance::Predicted)
            continue;
        const bool valued =
            std::ranges::any_of(series.points, [](const Estimate& mark) { return mark.n > 0; });
        if (valued)
            return &series;
        if (!first && !series.points.empty())
            first = &series;
    }
    return first;
}

std::optional<Chosen> chosen_point(const LabState& lab) {
    if (!lab.run)
        return std::nullopt;
    const auto made = [&](const Series& series, const Estimate& estimate) {
        return Chosen{series.key(), estimate.x, &estimate, lab.run->point(estimate.point)};
    };
    for (const Series& series : lab.run->series) {
        if (!lab.cursor_x || series.key() != lab.cursor_variant)
            continue;
        if (const Estimate* estimate = series.at(*lab.cursor_x))
            return made(series, *estimate);
    }
    const Series* shown = first_with_marks(*lab.run);
    if (!shown)
        return std::nullopt;
    return made(*shown, shown->points[shown->points.size() / 2]);
}

std::optional<Chosen> chosen_point(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    const LabState* lab = experiment ? session.lab(experiment->id) : nullptr;
    return lab ? chosen_point(*lab) : std::nullopt;
}

} // namespace lockstep
