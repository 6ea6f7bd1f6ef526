// SPDX-License-Identifier: MIT
// Finds the chosen point of an experiment's run.
#include "app/shell/shown_point.hpp"

#include "app/experiment/chosen.hpp"
#include "app/experiment/queries.hpp"

namespace lockstep::shell {

namespace {

const Series* series_of(const Run& run, const std::string& key) {
    for (const Series& series : run.series)
        if (series.key() == key && !series.points.empty())
            return &series;
    return first_with_marks(run);
}

const Estimate* estimate_of(const Series& series, const std::optional<double>& x) {
    if (x)
        if (const Estimate* at = series.at(*x))
            return at;
    return &series.points[series.points.size() / 2];
}

/// Where a run has no timed mark, as on a machine without the card it asks for, the picture still
/// follows the marks that there are: the one under the cursor, else one in the middle.
std::optional<double> marked_x(const Session& session, std::string_view experiment) {
    const LabState* lab = session.lab(experiment);
    const LessonState* lesson = session.state();
    if (!lab || !lab->run || !lesson || lesson->reveal < Reveal::Verdict)
        return {};
    if (lab->cursor_x)
        return lab->cursor_x;
    for (const Series& series : lab->run->series)
        if (!series.points.empty())
            return series.points[series.points.size() / 2].x;
    return {};
}

} // namespace

ShownPoint shown_point(const Session& session, std::string_view experiment) {
    ShownPoint shown;
    const LabState* lab = session.lab(experiment);
    const LessonState* lesson = session.state();
    // A picture must not answer before the learner was asked what the marks did.
    if (!lab || !lab->run || !lesson || lesson->reveal < Reveal::Verdict)
        return shown;
    shown.series = series_of(*lab->run, lab->cursor_variant);
    if (!shown.series)
        return {};
    shown.run = &*lab->run;
    shown.estimate = estimate_of(*shown.series, lab->cursor_x);
    shown.point = shown.run->point(shown.estimate->point);
    return shown;
}

ShownPoint shown_point(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    return experiment ? shown_point(session, experiment->id) : ShownPoint{};
}

std::optional<ShownKernel> shown_kernel(const Session& session) {
    const Point* const point = shown_point(session).point;
    const auto* workload = point ? session.catalogue.workload(point->workload) : nullptr;
    if (!workload)
        return std::nullopt;
    for (const protocol::VariantInfo& variant : workload->variants) {
        if (variant.name != point->variant || variant.crew != "card") continue;
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
    if (parameter == asked->x)
        if (const auto x = marked_x(session, experiment))
            return *x;
    const Values values = parameters_of(session, lesson, *asked);
    const auto found = values.find(parameter);
    return found == values.end() ? 0 : found->second;
}

} // namespace lockstep::shell
