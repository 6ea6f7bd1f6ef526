// SPDX-License-Identifier: MIT
#include "app/experiment/chosen.hpp"

#include "app/experiment/queries.hpp"

#include <algorithm>

namespace lockstep {

namespace {

/// Null where no series of this key has a mark.
const Series* series_of(const Run& run, const std::string& key) {
    const auto found = std::ranges::find_if(run.series, [&](const Series& series) {
        return series.key() == key && !series.points.empty();
    });
    return found == run.series.end() ? nullptr : &*found;
}

const Estimate* mark_at(const Series* series, const std::optional<double>& x) {
    return series && x ? series->at(*x) : nullptr;
}

/// The same; a sentence about 32 lanes is about all of them where there are fewer.
const Estimate* spoken_mark(const Series* series, const std::optional<double>& x) {
    const Estimate* mark = mark_at(series, x);
    if (mark || !series || !x || series->points.empty())
        return mark;
    const auto last = std::ranges::max_element(series->points, {}, &Estimate::x);
    return *x > last->x ? &*last : nullptr;
}

} // namespace

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

void speak_of(LabState& lab, const content::Experiment& experiment,
              const content::Comparison& comparison) {
    const auto x = comparison.a.find(experiment.x);
    if (x == comparison.a.end() || comparison.a_model)
        return;
    Series meant;
    meant.variant =
        comparison.a_variant.empty() ? experiment.own_variants().front() : comparison.a_variant;
    if (experiment.counts())
        meant.provenance = Provenance::Simulated;
    lab.spoken_x = x->second;
    lab.spoken_variant = meant.key();
}

void speak_of_verdict(Session& session, const content::Lesson& lesson) {
    for (const content::Block& block : lesson.blocks) {
        const auto* body = lesson.body<content::PredictBody>(block.id);
        if (!body || block.step != content::Step::Predict)
            continue;
        const auto said = refutation(session, lesson, *body, block.id);
        LabState& lab = session.lessons[lesson.id].labs[body->experiment];
        const Series* series = lab.run ? first_with_marks(*lab.run) : nullptr;
        if (!said || !said->x || !series)
            continue;
        lab.spoken_x = said->x;
        lab.spoken_variant = series->key();
        lab.cursor_x.reset(); // it stands where the pencil was put down
    }
}

std::optional<Chosen> chosen_point(const LabState& lab) {
    if (!lab.run)
        return std::nullopt;
    const auto made = [&](const Series& series, const Estimate& mark) {
        return Chosen{&series, mark.x, &mark, lab.run->point(mark.point)};
    };
    const Series* named = series_of(*lab.run, lab.cursor_variant);
    const Series* shown = named ? named : first_with_marks(*lab.run);
    if (const Estimate* mark = mark_at(shown, lab.cursor_x))
        return made(*shown, *mark);
    const Series* spoken = series_of(*lab.run, lab.spoken_variant);
    if (const Estimate* mark = spoken_mark(spoken, lab.spoken_x))
        return made(*spoken, *mark);
    if (!shown)
        return std::nullopt;
    return made(*shown, shown->points[shown->points.size() / 2]);
}

} // namespace lockstep
