// SPDX-License-Identifier: MIT
#include "app/pages/lesson/plan.hpp"

#include "app/experiment/curves_offered.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/slides.hpp"
#include "app/pages/lesson/equal_curves.hpp"
#include "app/pages/lesson/plan_runs.hpp"
#include "app/pages/lesson/words.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::lab {

namespace {

using content::Quantity;

constexpr double x_margin = 0.014;

void note_range(const Series& series, std::vector<double>& values) {
    for (const Estimate& estimate : series.points) {
        if (estimate.status == PointStatus::Wrong || estimate.status == PointStatus::Unavailable)
            continue;
        if (is_unsettled(estimate))
            continue;
        values.push_back(estimate.value);
        if (std::isfinite(estimate.low))
            values.push_back(estimate.low);
        if (std::isfinite(estimate.high))
            values.push_back(estimate.high);
    }
}

/// A mark of the pilot or of a disturbed run may lie anywhere: it widens the axis to twice its
/// height at most, and stands at the edge where it lies beyond.
void include_unsettled(PlotPlan& plan) {
    std::vector<double> values;
    for (const SeriesShown& shown : plan.series)
        for (const Estimate& estimate : shown.series->points)
            if (is_unsettled(estimate) && estimate.status != PointStatus::Wrong &&
                estimate.status != PointStatus::Unavailable)
                values.push_back(std::min(estimate.value, 2 * plan.y.high));
    include_values(plan.y, values);
}

void add_guesses(PlotPlan& plan, const Stage& stage, const Values& now) {
    if (!stage.guess_state || stage.no_idea)
        return;
    for (std::size_t i = 0; i < stage.guess_state->guesses.size(); ++i) {
        const Guess& guess = stage.guess_state->guesses[i];
        if (guess.no_idea || guess.curve.empty())
            continue;
        plan.guesses.push_back(guess_shown(guess, plan.given, now));
        plan.guesses.back().second = i > 0;
    }
}

/// The known point: where the lesson gives it, at the height of the model there, of the run, or of
/// the baseline. The model first: what was known before the run does not move when marks arrive.
std::optional<HandleSet> given_point(const Stage& stage, const std::vector<Series>& models) {
    if (!stage.guess_body || !stage.guess_body->has_given)
        return std::nullopt;
    const double x = stage.guess_body->given_x;
    for (const Series& series : models)
        if (const Estimate* estimate = series.at(x))
            return HandleSet{x, estimate->value};
    if (const Run* run = stage.run())
        for (const Series& series : run->series)
            if (const Estimate* estimate = series.at(x); estimate && estimate->point >= 0)
                return HandleSet{x, estimate->value};
    if (stage.experiment->is_absolute())
        return std::nullopt;
    return HandleSet{x, 1};
}

/// x as far as anything reaches: handles, and marks of runs laid over, which may lie beyond what
/// this machine can be asked for.
void set_places(PlotPlan& plan, const content::Experiment& experiment) {
    plan.places = plan.handles;
    for (const SeriesShown& shown : plan.series)
        if (shown.laid_over)
            for (const Estimate& estimate : shown.series->points)
                plan.places.push_back(estimate.x);
    std::ranges::sort(plan.places);
    const auto equal = [](double a, double b) {
        return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
    };
    const auto doubled = std::ranges::unique(plan.places, equal);
    plan.places.erase(doubled.begin(), doubled.end());
    // Elsewhere a further x is only one that nobody asked this machine for.
    const bool bounded = experiment.x == "p" || experiment.x_lanes;
    if (bounded && !plan.measurable.empty() && plan.places.back() > plan.measurable.back())
        plan.beyond = plan.measurable.back();
}

void set_x(PlotPlan& plan, const Session& session, const content::Experiment& experiment) {
    const bool of_workers = experiment.x == "p" && session.settings.uses_siblings;
    if (of_workers && session.machine.threads > session.machine.cores)
        plan.siblings = session.machine.cores;
    plan.x.scale = experiment.x_log ? Scale::Log : Scale::Linear;
    plan.x.percent = experiment.x_percent;
    plan.x.title = x_title(session, experiment);
    plan.x.choices = x_choices(session, experiment);
    if (plan.places.empty())
        return;
    plan.x.low = plan.places.front();
    plan.x.high = plan.places.back();
    if (plan.x.low == plan.x.high)
        plan.x.high = plan.x.low + 1;
    if (plan.x.scale == Scale::Log)
        plan.x.low = std::max(plan.x.low, 1e-9);
    // The outermost marks keep clear of the ticks of y and of the edge; each of several choices has
    // a column of its own, as wide as the others.
    const Axis bare = plan.x;
    const double margin =
        plan.x.choices.empty() ? x_margin : 0.5 / static_cast<double>(plan.places.size() - 1);
    plan.x.low = bare.value(-margin);
    plan.x.high = bare.value(1 + margin);
}

/// The line that everything is compared with: at 1, or at the time of one item.
void set_baseline(PlotPlan& plan, const Session& session, const Stage& stage) {
    const content::Experiment& experiment = *stage.experiment;
    if (experiment.counts() || experiment.quantity == Quantity::Rate)
        return; // these are compared with nothing
    if (experiment.quantity != Quantity::TimePerItem)
        plan.baseline = 1;
    else if (!experiment.baseline.empty())
        plan.baseline = measured_facts(stage.run(), experiment, session.machine).baseline;
    const std::string chosen = chosen_baseline(experiment, stage.run());
    plan.baseline_words = chosen.empty() ? baseline_words(experiment, plan.baseline.value_or(0))
                                         : "as fast as " + chosen;
    if (experiment.quantity != Quantity::TimePerItem)
        plan.below_baseline = experiment.quantity == Quantity::Speedup   ? "slower"
                              : experiment.quantity == Quantity::Claimed ? "claimed too little"
                                                                         : "faster";
}

} // namespace

bool is_unsettled(const Estimate& estimate) {
    return estimate.point >= 0 &&
           (estimate.provisional || estimate.status == PointStatus::Disturbed);
}

std::vector<double> handle_places(const content::Experiment& experiment,
                                  const std::vector<double>& measurable) {
    std::vector<double> places = measurable;
    if (experiment.x_beyond <= 0 || places.empty())
        return places;
    for (double next = 2 * places.back(); next <= experiment.x_beyond; next *= 2)
        places.push_back(next);
    return places;
}

void set_empty_range(Axis& y, const content::Experiment& experiment,
                     const std::vector<Series>& models, double most_workers) {
    y.scale = experiment.y_log ? Scale::Log : Scale::Linear;
    if (experiment.y_high > experiment.y_low) {
        y.low = experiment.y_low;
        y.high = experiment.y_high;
        if (y.scale == Scale::Log)
            y.low = std::max(y.low, y.high / 1024);
        return;
    }
    double most = experiment.quantity == Quantity::Speedup ? std::max(2.0, most_workers) : 2.0;
    std::vector<double> values;
    for (const Series& model : models)
        note_range(model, values);
    if (!values.empty())
        most = *std::max_element(values.begin(), values.end());
    // Room above the model: what a learner may expect is not bounded by what is true.
    y.low = experiment.quantity == Quantity::Speedup ? 0.8 : 0;
    // Where each line is twice the one below, room are two lines.
    const double room = experiment.quantity == Quantity::Speedup ? 1.1
                        : y.scale == Scale::Log                  ? 4
                                                                 : 1.4;
    y.high = most * room;
    if (y.scale == Scale::Log && y.low <= 0)
        y.low = std::max(most / 64, 1e-6);
}

void include_values(Axis& y, const std::vector<double>& values) {
    double low = y.low, high = y.high;
    for (const double value : values) {
        if (!std::isfinite(value) || (y.scale == Scale::Log && value <= 0))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low < y.low)
        y.low = y.scale == Scale::Log ? low / 1.08 : low - 0.04 * (high - low);
    if (high > y.high)
        y.high = y.scale == Scale::Log ? high * 1.08 : high + 0.04 * (high - low);
}

GuessShown guess_shown(const Guess& guess, const std::optional<HandleSet>& given,
                       const Values& now) {
    GuessShown shown;
    std::map<double, double> points = guess.curve;
    if (given && !points.empty())
        points.emplace(given->x, given->y);
    for (const auto& [x, y] : points)
        shown.points.push_back({x, y});
    shown.other_setting = !same_setting(guess.sliders, now);
    return shown;
}

Pencil PlotPlan::pencil() const {
    Pencil pencil{&x, &y, {}, std::nullopt};
    if (given)
        pencil.given_x = given->x;
    for (const double place : handles)
        if (!given || place != given->x)
            pencil.handles.push_back(place);
    return pencil;
}

PlotPlan plan_of(const Session& session, const Stage& stage) {
    PlotPlan plan;
    if (!stage.ready())
        return plan;
    const content::Experiment& experiment = *stage.experiment;
    const Values now = parameters_of(session, *stage.lesson, experiment);
    const std::vector<SliderShown> sliders = sliders_shown(session, *stage.lesson, experiment);
    std::vector<Series> models = model_curves(session, *stage.lesson, experiment);

    plan.measurable = x_values(experiment, counted_machine(session));
    plan.handles = handle_places(experiment, plan.measurable);
    add_runs(plan, session, stage, now, sliders);
    set_places(plan, experiment);
    set_x(plan, session, experiment);
    const std::string chosen = chosen_baseline(experiment, stage.run());
    plan.y.title =
        chosen.empty() ? y_title(session, *stage.lesson, experiment) : "times as fast as " + chosen;
    plan.y.unit = experiment.unit;
    const double workers = experiment.x == "p" && !plan.places.empty()
                               ? plan.places.back()
                               : value_of(now, "p", session.machine.cores);
    set_empty_range(plan.y, experiment, models, workers);
    set_baseline(plan, session, stage);
    plan.diagonal = experiment.quantity == Quantity::Speedup && experiment.x == "p" &&
                    experiment.x_log && experiment.y_log;
    if (plan.diagonal && experiment.y_high <= experiment.y_low && !plan.places.empty()) {
        // As many doublings up as to the right: p times on p workers is the diagonal.
        plan.y.low = 0.7;
        plan.y.high = 1.1 * std::max(2.0, plan.places.back());
        plan.y.doubling = true;
    }
    plan.given = given_point(stage, models);

    add_guesses(plan, stage, now);
    std::vector<double> values;
    for (const SeriesShown& shown : plan.series)
        note_range(*shown.series, values);
    for (const GuessShown& guess : plan.guesses)
        for (const HandleSet& point : guess.points)
            values.push_back(point.y);
    if (stage.model)
        plan.models = std::move(models);
    // What a class has voted on stays until the model is drawn: its marks are held against it.
    const bool voted = session.presenter.on && stage.guess_body &&
                       (stage.predicting || slide_of(session.presenter) <= Slide::Compare);
    if (voted)
        plan.offered = curves_offered(session, *stage.lesson, *stage.guess_body);
    for (const auto* curves : {&plan.models, &plan.offered})
        for (const Series& curve : *curves)
            note_range(curve, values);
    include_values(plan.y, values);
    include_unsettled(plan);
    name_equal_curves_once(plan.series, plan.y);
    return plan;
}

} // namespace lockstep::lab
