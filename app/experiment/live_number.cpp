// SPDX-License-Identifier: MIT
// {{measured p=2}}, {{model p=16}}, {{factor serial_part p=2}} and the like as numbers.
#include "app/experiment/live_number.hpp"

#include "app/experiment/claims.hpp"
#include "app/experiment/compare_sides.hpp"
#include "app/experiment/estimates.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/machine_number.hpp"
#include "app/experiment/mark_factors.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/sweep.hpp"
#include "sim/base/units.hpp"
#include "sim/stats/fit.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

using content::Experiment;
using content::Lesson;
using content::LiveValue;

const Experiment* experiment_of(const Lesson& lesson, const LiveValue& wanted,
                                std::string_view block) {
    std::string id = wanted.experiment;
    if (id.empty() && !block.empty()) {
        if (const auto* run = lesson.body<content::RunBody>(block))
            id = run->experiment;
        else if (const auto* guess = lesson.body<content::PredictBody>(block))
            id = guess->experiment;
        else if (const auto* figure = lesson.body<content::FigureBody>(block))
            id = figure->experiment;
        else if (const auto* quiz = lesson.body<content::QuizBody>(block))
            id = quiz->experiment;
    }
    if (id.empty())
        return lesson.experiments.empty() ? nullptr : &lesson.experiments.front();
    return lesson.experiment(id);
}

namespace {

/// What every kind of value is looked up with.
struct Asked {
    const Session& session;
    const Lesson& lesson;
    const LiveValue& wanted;
    const Experiment& experiment;
    std::string_view block;

    std::string word() const { return wanted.words.empty() ? "" : wanted.words.front(); }
};

using Number = std::optional<LiveNumber>;

/// The mark that is meant, in the run that is meant, when it can be relied on.
struct Found {
    const Run* run = nullptr;
    const Estimate* mark = nullptr;
};

Found find(const Asked& asked, const std::string& variant, bool simulated = false) {
    const MarkPlace place{variant, asked.wanted.at, asked.wanted.at_cores, simulated};
    for (const Run* run :
         runs_to_look_in(asked.session, asked.lesson, asked.experiment, asked.block)) {
        const Estimate* mark = find_mark(*run, place);
        if (mark && mark->status == PointStatus::Ok && mark->n > 0)
            return {run, mark};
    }
    return {};
}

LiveNumber number_of(const Run& run, const Estimate& mark) {
    LiveNumber number{mark.value, mark.low, mark.high, NumberKind::Measured, mark.provisional, {}};
    if (run.quantity == "time_per_item" || run.quantity == "rate")
        number.unit = run.unit == "us" ? "µs" : run.unit;
    return number;
}

/// A point that a comparison asked for and that is no mark of the sweep.
Number measured_side(const Asked& asked, const std::string& variant) {
    for (const Run* run :
         runs_to_look_in(asked.session, asked.lesson, asked.experiment, asked.block)) {
        const Point* point =
            side_point(*run, asked.session.catalogue, asked.experiment, asked.wanted.at, variant);
        if (!point || run->series.empty())
            continue;
        Estimate mark;
        mark.point = point->id;
        for (const Series& series : run->series)
            for (const Estimate& other : series.points)
                if (mark.baseline < 0)
                    mark.baseline = other.baseline;
        mark = estimate(*run, mark);
        if (mark.status == PointStatus::Ok && mark.n > 0)
            return number_of(*run, mark);
    }
    return std::nullopt;
}

Number measured(const Asked& asked) {
    const Found found = find(asked, asked.word());
    if (found.mark)
        return number_of(*found.run, *found.mark);
    return asked.experiment.counts() ? std::nullopt : measured_side(asked, asked.word());
}

Number counted(const Asked& asked) {
    const Found found = find(asked, asked.word(), true);
    Number number = found.mark                  ? number_of(*found.run, *found.mark)
                    : asked.experiment.counts() ? measured_side(asked, asked.word())
                                                : std::nullopt;
    if (number)
        number->kind = NumberKind::Counted;
    return number;
}

/// The parameters of the run that a sentence speaks of, else of the sliders as they stand.
Values values_for(const Asked& asked, const Run*& run) {
    const auto runs = runs_to_look_in(asked.session, asked.lesson, asked.experiment, asked.block);
    run = runs.empty() ? nullptr : runs.front();
    Values values = parameters_of(asked.session, asked.lesson, asked.experiment);
    if (run)
        for (const auto& [name, value] : run->parameters)
            values[name] = value;
    for (const auto& [name, value] : asked.wanted.at)
        values[name] = value;
    if (asked.wanted.at_cores)
        values["p"] = asked.session.machine.cores;
    return values;
}

Number model(const Asked& asked) {
    const std::string name = !asked.word().empty()             ? asked.word()
                             : asked.experiment.models.empty() ? ""
                                                               : asked.experiment.models.front();
    const models::Model* known = models::find_model(name);
    if (!known)
        return std::nullopt;
    const Run* run = nullptr;
    Values values = values_for(asked, run);
    const auto value =
        model_value(*known, asked.experiment, asked.session.machine, std::move(values),
                    measured_facts(run, asked.experiment, asked.session.machine));
    if (!value)
        return std::nullopt;
    LiveNumber number{*value, *value, *value, NumberKind::Exact, false, {}};
    if (asked.experiment.is_absolute() && !asked.experiment.counts())
        number.unit = unit_words(asked.experiment.unit);
    return number;
}

/// The block's own guess; outside a prediction, that of the experiment's curve.
Number you(const Asked& asked) {
    const LessonState* state = asked.session.state(asked.lesson.id);
    if (!state)
        return std::nullopt;
    for (const content::Block& block : asked.lesson.blocks) {
        const auto* body = dynamic_cast<const content::PredictBody*>(block.body.get());
        if (!body)
            continue;
        const bool own = block.id == asked.block;
        const bool same = !asked.lesson.body<content::PredictBody>(asked.block) &&
                          body->experiment == asked.experiment.id;
        if (!own && !same)
            continue;
        const auto found = state->blocks.find(block.id);
        const Guess* guess =
            found == state->blocks.end() ? nullptr : standing_guess(&found->second);
        if (!guess)
            continue;
        std::optional<double> value = guess->number;
        const auto x = asked.wanted.at.find(asked.experiment.x);
        if (x != asked.wanted.at.end())
            value = guess->at(x->second);
        else if (asked.wanted.at_cores)
            value = guess->at(asked.session.machine.cores);
        if (value)
            return LiveNumber{*value, *value, *value, NumberKind::Exact, false, body->unit};
    }
    return std::nullopt;
}

Number ratio(const Asked& asked) {
    const auto* body = asked.lesson.body<content::RunBody>(asked.block);
    if (!body)
        return std::nullopt;
    const Compared outcome = compare_sides(asked.session, asked.lesson, *body, asked.block);
    if (outcome.ratio <= 0 || !std::isfinite(outcome.ratio))
        return std::nullopt;
    const auto kind = asked.experiment.counts() ? NumberKind::Counted : NumberKind::Measured;
    return LiveNumber{outcome.ratio, outcome.low, outcome.high, kind, false, {}};
}

Number factor(const Asked& asked) {
    const bool names_variant = asked.wanted.words.size() > 1;
    const Found found = find(asked, names_variant ? asked.wanted.words[1] : "");
    const auto value = found.mark ? factor_of(*found.mark, asked.word()) : std::nullopt;
    if (!value)
        return std::nullopt;
    return LiveNumber{*value, *value, *value, NumberKind::Exact, false, {}};
}

Number shared(const Asked& asked) {
    const Found found = find(asked, asked.word());
    if (!found.mark || !found.mark->f_measured)
        return std::nullopt;
    const double f = *found.mark->f_measured;
    return LiveNumber{f, f, f, NumberKind::Share, false, {}};
}

Number karp_flatt(const Asked& asked) {
    const Found found = find(asked, asked.word());
    const Point* point = found.mark ? found.run->point(found.mark->point) : nullptr;
    if (!point || found.run->quantity != "speedup")
        return std::nullopt;
    const double e = stats::karp_flatt(found.mark->value, value_of(point->parameters, "p", 1));
    if (!std::isfinite(e))
        return std::nullopt;
    return LiveNumber{e, e, e, NumberKind::Share, false, {}};
}

Number time(const Asked& asked) {
    const Found found = find(asked, asked.word());
    if (found.mark && asked.wanted.name != "time")
        return claim_number(*found.run, *found.mark, asked.wanted.name);
    const Point* point = found.mark ? found.run->point(found.mark->point) : nullptr;
    if (!point)
        return std::nullopt;
    const Estimate time = time_of(*found.run, *point);
    if (time.n == 0)
        return std::nullopt;
    return LiveNumber{time.value, time.low, time.high, NumberKind::TimeNs, false, {}};
}

Number baseline(const Asked& asked) {
    const auto runs = runs_to_look_in(asked.session, asked.lesson, asked.experiment, asked.block);
    const auto value = measured_facts(runs.empty() ? nullptr : runs.front(), asked.experiment,
                                      asked.session.machine)
                           .baseline;
    if (!value)
        return std::nullopt;
    return LiveNumber{
        *value, *value, *value, NumberKind::Exact, false, unit_words(asked.experiment.unit)};
}

} // namespace

std::optional<LiveNumber> live_number(const Session& session, const Lesson& lesson,
                                      const LiveValue& wanted, std::string_view block) {
    const Experiment* experiment = experiment_of(lesson, wanted, block);
    if (!experiment)
        return std::nullopt;
    const Asked asked{session, lesson, wanted, *experiment, block};
    static constexpr std::pair<std::string_view, Number (*)(const Asked&)> kinds[] = {
        {"measured", measured}, {"model", model},     {"you", you},      {"ratio", ratio},
        {"factor", factor},     {"shared", shared},   {"time", time},    {"karp_flatt", karp_flatt},
        {"baseline", baseline}, {"counted", counted}, {"claimed", time}, {"lowest", time},
        {"highest", time}};
    for (const auto& [name, read] : kinds)
        if (wanted.name == name)
            return read(asked);
    return machine_number(session, lesson, *experiment, wanted.name, block);
}

} // namespace lockstep
