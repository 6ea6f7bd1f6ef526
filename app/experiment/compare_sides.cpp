// SPDX-License-Identifier: MIT
// Side a over side b, paired by rounds, or over what the model says there.
#include "app/experiment/compare_sides.hpp"

#include "app/experiment/estimates.hpp"
#include "app/experiment/live_number.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/sweep.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

using content::Experiment;
using content::Lesson;
using content::RunBody;

namespace {

struct Side {
    const Values& at;
    const std::string& variant;
    bool model;
};

class SideComparison {
  public:
    SideComparison(const Session& session, const Experiment& experiment, const Run& run,
                   const content::Comparison& compare)
        : m_session(session), m_experiment(experiment), m_run(run),
          m_a{compare.a, compare.a_variant, compare.a_model},
          m_b{compare.b, compare.b_variant, compare.b_model} {}

    /// a over b; nothing when a side was not run or a model has no value.
    std::optional<Estimate> ratio() const {
        if (m_a.model && m_b.model) return std::nullopt;
        if (m_b.model) return over_model(m_a, m_b, false);
        if (m_a.model) return over_model(m_b, m_a, true);
        const Point* a = point(m_a);
        const Point* b = point(m_b);
        if (!a || !b) return std::nullopt;
        return compare_points(m_run, *a, *b);
    }

    /// Whether the measured side has a value and the model has none.
    bool lacks_model() const {
        if (m_a.model == m_b.model) return false;
        const Point* measured = point(m_b.model ? m_a : m_b);
        return measured && measured->status == PointStatus::Ok && !measured->round.empty();
    }

  private:
    const Point* point(const Side& side) const {
        return side_point(m_run, m_session.catalogue, m_experiment, side.at, side.variant);
    }

    std::optional<Estimate> over_model(const Side& measured, const Side& model,
                                       bool inverted) const {
        const Point* found = point(measured);
        const models::Model* known =
            m_experiment.models.empty() ? nullptr : models::find_model(m_experiment.models.front());
        if (!found || !known) return std::nullopt;
        Values values = m_run.parameters;
        for (const auto& [name, value] : model.at)
            values[name] = value;
        auto expected = model_value(*known, m_experiment, m_run.machine, values,
                                          measured_facts(&m_run, m_experiment, m_run.machine));
        Estimate mark;
        mark.point = found->id;
        mark.baseline = baseline_of(*found);
        mark = estimate(m_run, mark);
        if (!expected || (mark.n == 0 && mark.status == PointStatus::Ok)) return std::nullopt;
        if (*expected == 0 && mark.value == 0) // two counts of nothing are the same
            mark.value = mark.low = mark.high = *expected = 1;
        const double low = mark.low / *expected, high = mark.high / *expected;
        mark.value /= *expected;
        mark.low = low;
        mark.high = high;
        if (inverted && mark.value > 0) {
            mark.value = 1 / mark.value;
            mark.low = 1 / high;
            mark.high = 1 / low;
        }
        return mark;
    }

    int baseline_of(const Point& point) const {
        int first = -1;
        for (const Series& series : m_run.series)
            for (const Estimate& mark : series.points) {
                if (mark.point == point.id) return mark.baseline;
                if (first < 0) first = mark.baseline;
            }
        return first;
    }

    const Session& m_session;
    const Experiment& m_experiment;
    const Run& m_run;
    const Side m_a, m_b;
};

Outcome outcome_of(const Estimate& ratio, double slack) {
    switch (ratio.status) {
    case PointStatus::Disturbed: return Outcome::Disturbed;
    case PointStatus::Wrong: return Outcome::Wrong;
    case PointStatus::Unavailable: return Outcome::Unavailable;
    case PointStatus::Ok: break;
    }
    if (ratio.n == 0) return Outcome::NotRun;
    if (ratio.low <= 1 && ratio.high >= 1) return Outcome::Same;
    // No difference is claimed from it; but that both are the same was not seen either.
    if (ratio.whole_range) return Outcome::Disturbed;
    if (std::abs(ratio.value - 1) <= slack) return Outcome::Same;
    return ratio.value > 1 ? Outcome::Above : Outcome::Below;
}

/// Every model has a value but for what it takes from the machine.
std::string lacking_words(const Run& run) {
    return run.machine.memory_gb_s > 0
               ? "the model has no value there"
               : "the model needs the roofs of this machine, which nobody has measured yet (on the "
                 "page This machine, or by lockstep passport)";
}

} // namespace

Compared compare_sides(const Session& session, const Lesson& lesson, const RunBody& body,
                       std::string_view block) {
    Compared compared;
    const Experiment* experiment = lesson.experiment(body.experiment);
    if (!experiment || !body.compare) return compared;
    const auto runs = runs_to_look_in(session, lesson, *experiment, block);
    const Run* run = runs.empty() ? nullptr : runs.front();
    if (!run) return compared;
    const SideComparison sides(session, *experiment, *run, *body.compare);
    const auto ratio = sides.ratio();
    if (!ratio) {
        if (!run->finished || !sides.lacks_model()) return compared;
        compared.outcome = Outcome::Unavailable;
        compared.says = lacking_words(*run);
        return compared;
    }
    const bool model = body.compare->a_model || body.compare->b_model;
    // A count has no interval: what is too small to matter says the lesson.
    const double slack = experiment->counts() ? experiment->needs_effect : 0;
    compared.outcome = outcome_of(*ratio, model ? std::max(slack, model_slack) : slack);
    compared.says = ratio->reason;
    if (compared.outcome == Outcome::Disturbed && compared.says.empty())
        compared.says = "The rounds of this run hang together too much to decide: run it again.";
    // A value that an interval does not bound says nothing yet.
    if (ratio->provisional && compared.outcome != Outcome::Disturbed && !run->finished)
        compared.outcome = Outcome::NotRun;
    if (ratio->status == PointStatus::Ok) {
        compared.ratio = ratio->value;
        compared.low = ratio->low;
        compared.high = ratio->high;
    }
    return compared;
}

} // namespace lockstep
