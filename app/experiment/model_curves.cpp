// SPDX-License-Identifier: MIT
// The curve of each model over an experiment's x.
#include "app/experiment/model_curve.hpp"
#include "app/experiment/queries.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

using content::Experiment;
using content::Lesson;

namespace {

/// x values with others between them, evenly on the axis as it is drawn. A parameter that counts
/// things has nothing between.
std::vector<double> finer(std::vector<double> xs, const Experiment& experiment, bool whole,
                          int between) {
    if (experiment.x == "p" && !xs.empty())
        for (double next = xs.back() * 2; next <= experiment.x_beyond; next *= 2)
            xs.push_back(next);
    std::vector<double> all;
    for (std::size_t i = 0; i + 1 < xs.size(); ++i) {
        all.push_back(xs[i]);
        const bool log = experiment.x_log && xs[i] > 0;
        for (int k = 1; k < between; ++k) {
            const double share = static_cast<double>(k) / between;
            const double x = log ? xs[i] * std::pow(xs[i + 1] / xs[i], share)
                                 : xs[i] + share * (xs[i + 1] - xs[i]);
            const double fitting = whole ? std::round(x) : x;
            if (fitting > all.back() && fitting < xs[i + 1])
                all.push_back(fitting);
        }
    }
    if (!xs.empty())
        all.push_back(xs.back());
    return all;
}

bool is_whole(const Session& session, const Experiment& experiment) {
    if (experiment.x == "p")
        return true;
    const auto* workload = session.catalogue.workload(experiment.workload);
    return workload && std::ranges::any_of(workload->parameters, [&](const auto& parameter) {
               return parameter.name == experiment.x && parameter.whole;
           });
}

} // namespace

ModelCurves::ModelCurves(const Session& session, const Lesson& lesson, const Experiment& experiment,
                         int samples_between)
    : m_session(session), m_experiment(experiment),
      m_values(parameters_of(session, lesson, experiment)),
      m_xs(finer(x_values(experiment, counted_machine(session)), experiment,
                 is_whole(session, experiment), std::max(1, samples_between))) {
    const LessonState* state = session.state(lesson.id);
    const auto lab = state ? state->labs.find(experiment.id) : decltype(state->labs.end()){};
    const Run* run =
        state && lab != state->labs.end() && lab->second.run ? &*lab->second.run : nullptr;
    m_facts = measured_facts(run, experiment, session.machine);
}

Series ModelCurves::curve(const models::Model& model, const Values& with) const {
    Series curve;
    curve.variant = model.name;
    curve.label = model.title;
    curve.provenance = Provenance::Model;
    Values values = m_values;
    for (const auto& [name, value] : with)
        values[name] = value;
    for (const double x : m_xs) {
        values[m_experiment.x] = x;
        const auto value = model_value(model, m_experiment, m_session.machine, values, m_facts);
        if (!value)
            continue;
        Estimate point;
        point.x = x;
        point.value = point.low = point.high = *value;
        curve.points.push_back(point);
    }
    return curve;
}

std::vector<Series> model_curves(const Session& session, const Lesson& lesson,
                                 const Experiment& experiment, int samples_between) {
    const ModelCurves all(session, lesson, experiment, samples_between);
    std::vector<Series> curves;
    for (const std::string& name : experiment.models)
        if (const models::Model* model = models::find_model(name))
            if (Series curve = all.curve(*model); !curve.points.empty())
                curves.push_back(std::move(curve));
    return curves;
}

} // namespace lockstep
