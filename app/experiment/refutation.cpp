// SPDX-License-Identifier: MIT
// What is said to a guess: why it was right, or the reading that it comes from.
#include "app/experiment/counts.hpp"
#include "app/experiment/curve_distance.hpp"
#include "app/experiment/live_number.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

using content::Experiment;
using content::Lesson;
using content::PredictBody;
using content::PredictKind;
using content::Reading;

namespace {

/// A guess with everything that it is held against.
struct Held {
    const Session& session;
    const Lesson& lesson;
    const PredictBody& body;
    std::string_view block;
    const Guess& guess;
};

std::string filled(const Held& held, const std::string& text) {
    return fill(held.session, held.lesson, text, held.block);
}

// ---- a curve ------------------------------------------------------------------------------------

std::string x_words(const Session& session, const Experiment& experiment, double x) {
    const auto info = parameter_info(session.catalogue, experiment.workload, experiment.x);
    if (const std::string counted = counted_x(experiment, x); !counted.empty())
        return fmt::format("{} {}", experiment.x_percent ? "at" : "with", counted);
    if (!info)
        return fmt::format("at {}", format_number(x, 4));
    if (!info->choices.empty())
        return fmt::format("for {}", value_words(*info, x));
    const std::string value = value_words(*info, x, experiment.x_percent);
    return experiment.x_percent || !info->unit.empty()
               ? fmt::format("at {}", value)
               : fmt::format("at {} = {}", info->name, value);
}

std::string_view giver(NumberKind kind) {
    return kind == NumberKind::Measured  ? "This machine gave"
           : kind == NumberKind::Counted ? "The simulator counted"
                                         : "The model says";
}

std::string unit_of(const Experiment& experiment) {
    const bool has_unit = experiment.is_absolute() && !experiment.counts();
    return has_unit ? fmt::format(" {}", unit_words(experiment.unit)) : std::string();
}

/// The point at which guess and measurement lie furthest apart, in times.
const PointVerdict& worst(const std::vector<PointVerdict>& all) {
    return *std::ranges::max_element(all, {}, [](const PointVerdict& verdict) {
        const bool ratio = verdict.guess > 0 && verdict.value > 0;
        return ratio ? std::abs(std::log(verdict.guess / verdict.value))
                     : std::abs(verdict.guess - verdict.value);
    });
}

std::string curve_headline(const Held& held, const Experiment& experiment,
                           const PointVerdict& verdict) {
    const std::string unit = unit_of(experiment);
    const std::string value =
        experiment.counts() ? count_digits(verdict.value)
                            : format_with_interval(verdict.value, verdict.low, verdict.high).text();
    return fmt::format("You drew {}{} {}. {} {}{}.", format_number(verdict.guess, 3, Zeros::Keep),
                       unit, x_words(held.session, experiment, verdict.x),
                       giver(experiment.counts() ? NumberKind::Counted : NumberKind::Measured),
                       value, unit);
}

/// How far the guess lies from a reading's model, over the same points as from the measurement.
double distance_to(const Held& held, const Experiment& experiment, const Reading& reading,
                   const std::vector<PointVerdict>& points) {
    CurveDistance distance(experiment.y_log);
    const models::Model* model = models::find_model(reading.like);
    const Run* run = run_for_guess(*held.session.state(held.lesson.id), experiment.id, held.guess);
    if (!model)
        return distance.mean();
    Values values =
        parameters_of(held.session.catalogue, experiment, held.session.machine, held.guess.sliders);
    for (const auto& [name, value] : reading.with)
        values[name] = value;
    const MeasuredFacts facts = measured_facts(run, experiment, held.session.machine);
    for (const PointVerdict& point : points) {
        values[experiment.x] = point.x;
        const auto said = model_value(*model, experiment, held.session.machine, values, facts);
        if (said)
            distance.add(point.guess, *said);
    }
    return distance.mean();
}

/// A guess that resembles neither is not put down to a reading that it does not show.
constexpr double clearly_nearer = 0.6;

Refutation curve_refutation(const Held& held, const Experiment& experiment,
                            const std::vector<PointVerdict>& points) {
    Refutation said;
    const PointVerdict& furthest = worst(points);
    said.x = furthest.x;
    said.headline = curve_headline(held, experiment, furthest);
    if (std::ranges::all_of(points, &PointVerdict::within)) {
        said.right = true;
        said.says = filled(held, held.body.right);
        return said;
    }
    CurveDistance measured(experiment.y_log);
    for (const PointVerdict& point : points)
        measured.add(point.guess, point.value);
    double nearest = clearly_nearer * measured.mean();
    for (const Reading& reading : held.body.readings) {
        const double distance = distance_to(held, experiment, reading, points);
        if (distance >= nearest)
            continue;
        // A reading whose sentence needs what does not exist here says nothing.
        const std::string sentence = filled(held, reading.says);
        if (sentence.empty())
            continue;
        nearest = distance;
        said.says = sentence;
    }
    return said;
}

/// Where nothing could be measured the model answers, and the sentence says so.
std::optional<std::vector<PointVerdict>> against_model(const Held& held,
                                                       const Experiment& experiment) {
    if (experiment.models.empty())
        return std::nullopt;
    const models::Model* model = models::find_model(experiment.models.front());
    if (!model)
        return std::nullopt;
    Values values =
        parameters_of(held.session.catalogue, experiment, held.session.machine, held.guess.sliders);
    std::vector<PointVerdict> points;
    for (const auto& [x, height] : held.guess.curve) {
        values[experiment.x] = x;
        const auto value = model_value(*model, experiment, held.session.machine, values, {});
        if (!value)
            continue;
        const bool near = std::abs(height - *value) <= 0.1 * *value;
        points.push_back({x, height, *value, *value, *value, near});
    }
    if (points.empty())
        return std::nullopt;
    return points;
}

/// A disturbed run, or one that was stopped in its pilot, decides nothing: no reason to ask a
/// model.
bool could_be_measured(const Run& run) {
    const bool counts = run.quantity == "count";
    return std::ranges::any_of(run.series, [counts](const Series& series) {
        return series.is_simulated() == counts &&
               std::ranges::any_of(series.points, [](const Estimate& mark) {
                   return mark.status != PointStatus::Unavailable;
               });
    });
}

std::optional<Refutation> for_curve(const Held& held) {
    const Experiment* experiment = held.lesson.experiment(held.body.experiment);
    if (!experiment)
        return std::nullopt;
    const auto measured = verdicts(held.session, held.lesson, held.body, held.block);
    if (!measured.empty())
        return curve_refutation(held, *experiment, measured);
    const Run* run = run_for_guess(*held.session.state(held.lesson.id), experiment->id, held.guess);
    if (!run || !run->finished || could_be_measured(*run))
        return std::nullopt;
    const auto modelled = against_model(held, *experiment);
    if (!modelled)
        return std::nullopt;
    Refutation said = curve_refutation(held, *experiment, *modelled);
    const PointVerdict& furthest = worst(*modelled);
    said.headline = fmt::format(
        "You drew {} {}. {}; the model says {}.", format_number(furthest.guess, 3, Zeros::Keep),
        x_words(held.session, *experiment, furthest.x),
        experiment->counts() ? "It could not be simulated here" : "This machine cannot measure it",
        format_number(furthest.value, 3));
    return said;
}

// ---- other kinds --------------------------------------------------------------------------------

std::optional<Refutation> for_choice(const Held& held) {
    if (!held.guess.choice)
        return std::nullopt;
    const int choice = *held.guess.choice;
    Refutation said;
    said.right = choice == held.body.answer;
    if (said.right) {
        said.says = filled(held, held.body.right);
        return said;
    }
    const auto index = static_cast<std::size_t>(choice);
    const std::string words = index < held.body.choices.size() ? held.body.choices[index] : "";
    for (const Reading& reading : held.body.readings)
        if (reading.like == words || reading.like == std::to_string(choice))
            said.says = filled(held, reading.says);
    return said;
}

std::optional<Refutation> for_number(const Held& held) {
    if (!held.guess.number)
        return std::nullopt;
    const auto answer = answer_number(held.session, held.lesson, held.body.answer_live, held.block);
    if (!answer)
        return std::nullopt;
    const double guess = *held.guess.number;
    const bool inside = guess >= answer->low && guess <= answer->high;
    Refutation said;
    said.right =
        inside || std::abs(guess - answer->value) <= held.body.tolerance * std::abs(answer->value);
    said.headline = fmt::format("You said {}. {} {}.", format_number(guess, 4), giver(answer->kind),
                                answer->text());
    if (said.right)
        said.says = filled(held, held.body.right);
    for (const Reading& reading : held.body.readings) {
        const auto like = answer_number(held.session, held.lesson, reading.like, held.block);
        const bool this_one =
            like && std::abs(guess - like->value) <= held.body.tolerance * std::abs(like->value);
        if (!said.right && said.says.empty() && this_one)
            said.says = filled(held, reading.says);
    }
    return said;
}

std::optional<Refutation> for_order(const Held& held) {
    if (held.guess.order.empty())
        return std::nullopt;
    Refutation said;
    said.right = held.guess.order == held.body.order;
    if (said.right)
        said.says = filled(held, held.body.right);
    else if (!held.body.readings.empty())
        said.says = filled(held, held.body.readings.front().says);
    return said;
}

} // namespace

std::optional<Refutation> refutation(const Session& session, const Lesson& lesson,
                                     const PredictBody& body, std::string_view block) {
    const LessonState* state = session.state(lesson.id);
    if (!state)
        return std::nullopt;
    const auto found = state->blocks.find(std::string(block));
    const Guess* guess = found == state->blocks.end() ? nullptr : standing_guess(&found->second);
    if (!guess)
        return std::nullopt;
    const Held held{session, lesson, body, block, *guess};
    switch (body.kind) {
    case PredictKind::Curve:
        return for_curve(held);
    case PredictKind::Choice:
        return for_choice(held);
    case PredictKind::Number:
        return for_number(held);
    case PredictKind::Order:
        return for_order(held);
    }
    return std::nullopt;
}

} // namespace lockstep
