// SPDX-License-Identifier: MIT
// Finds the chosen point of an experiment's run.
#include "app/shell/shown_point.hpp"

#include "app/experiment/chosen.hpp"
#include "app/experiment/queries.hpp"

namespace lockstep::shell {

namespace {

/// A picture must not answer before the learner was asked what the marks did.
std::optional<Chosen> chosen_in(const Session& session, std::string_view experiment) {
    const LabState* lab = session.lab(experiment);
    const LessonState* lesson = session.state();
    if (!lab || !lesson || lesson->reveal < Reveal::Verdict)
        return std::nullopt;
    return chosen_point(*lab);
}

} // namespace

ShownPoint shown_point(const Session& session, std::string_view experiment) {
    const auto chosen = chosen_in(session, experiment);
    if (!chosen)
        return {};
    return {&*session.lab(experiment)->run, chosen->series, chosen->estimate, chosen->point};
}

ShownPoint shown_point(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    return experiment ? shown_point(session, experiment->id) : ShownPoint{};
}

const Counted* shown_counts(const Session& session) {
    const Point* const point = shown_point(session).point;
    return point && point->counted ? &*point->counted : nullptr;
}

std::optional<ShownKernel> shown_kernel(const Session& session) {
    const Point* const point = shown_point(session).point;
    const auto* workload = point ? session.catalogue.workload(point->workload) : nullptr;
    if (!workload)
        return std::nullopt;
    for (const protocol::VariantInfo& variant : workload->variants) {
        if (variant.name != point->variant || variant.crew != "card")
            continue;
        ShownKernel kernel;
        kernel.point.workload = point->workload;
        kernel.point.variant = point->variant;
        kernel.point.parameters = point->parameters;
        kernel.name = point->workload + "/" + variant.name;
        kernel.file = variant.file;
        kernel.shown = point;
        return kernel;
    }
    return std::nullopt;
}

double shown_value(const Session& session, const content::Lesson& lesson,
                   std::string_view experiment, std::string_view parameter) {
    const ShownPoint shown = shown_point(session, experiment);
    if (shown.point) {
        const auto found = shown.point->parameters.find(parameter);
        if (found != shown.point->parameters.end())
            return found->second;
    }
    const content::Experiment* asked = lesson.experiment(experiment);
    if (!asked)
        return 0;
    // A mark without samples, of a card that is not there, still has its place on the axis.
    if (parameter == asked->x && shown.estimate)
        return shown.estimate->x;
    const Values values = parameters_of(session, lesson, *asked);
    const auto found = values.find(parameter);
    return found == values.end() ? 0 : found->second;
}

} // namespace lockstep::shell
