// SPDX-License-Identifier: MIT
// Planning a run: which points, which baseline serves which mark, what need not be run again.
#include "app/experiment/sweep.hpp"

#include "app/content/experiment.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/paths.hpp"
#include "app/experiment/simulate_points.hpp"
#include "sim/base/assert.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace lockstep {

using content::Experiment;
using content::Quantity;
using protocol::VariantInfo;

namespace {

/// The parameters that a variant is given: p only where it takes workers.
Values given_to(const VariantInfo& variant, Values values) {
    values.erase(std::string(caches_parameter));
    if (!variant.takes_workers)
        values.erase("p");
    return values;
}

class Planner {
  public:
    explicit Planner(const SweepInput& input)
        : m_input(input), m_experiment(input.experiment),
          m_cores(input.uses_siblings ? input.machine.threads : input.machine.cores) {}

    Result<PlannedRun> plan();

  private:
    Result<void> check() const;
    Result<const VariantInfo*> variant(const std::string& name) const;
    Result<void> find_variants();
    void describe();
    void add_series(std::string_view label, const VariantInfo& variant,
                    const std::vector<double>& xs);
    bool take_over(Estimate& estimate, const VariantInfo& variant, const Values& values);
    int point(const VariantInfo& variant, Values values, bool shared);
    int baseline_at(double x);
    int copy_point(const Run& from, int id);
    void add_sides();
    void make_request();

    const SweepInput& m_input;
    const Experiment& m_experiment;
    const int m_cores;
    Values m_values; ///< all parameters, x at its own place
    const VariantInfo* m_baseline = nullptr;
    std::vector<const VariantInfo*> m_variants;
    PlannedRun m_plan;
    std::set<int> m_taken_over; ///< ids of points that need not be asked for
    std::set<int> m_baselines;
    std::map<int, int> m_copies; ///< id in the previous run -> id here
};

Result<const VariantInfo*> Planner::variant(const std::string& name) const {
    if (const auto* found = m_input.catalogue.variant(m_experiment.workload, name))
        return found;
    std::vector<std::string> names;
    for (const VariantInfo& known : m_input.catalogue.workload(m_experiment.workload)->variants)
        names.push_back(known.name);
    auto nearest = nearest_names(name, names);
    return fail(name, fmt::format("{} cannot be run in this way.", m_experiment.workload),
                fmt::format("It has {}.", fmt::join(nearest.empty() ? names : nearest, ", ")));
}

Result<void> Planner::check() const {
    if (!m_input.catalogue.workload(m_experiment.workload)) {
        std::vector<std::string> names;
        for (const auto& known : m_input.catalogue.workloads)
            names.push_back(known.name);
        auto nearest = nearest_names(m_experiment.workload, names);
        return fail(m_experiment.workload, "this bench has no such workload.",
                    fmt::format("It has {}.", fmt::join(nearest.empty() ? names : nearest, ", ")));
    }
    for (const auto& [name, value] : m_values)
        LOCKSTEP_CHECK(check_parameter(m_input.catalogue, m_experiment.workload, name, value));
    for (const double x : m_experiment.x_values)
        LOCKSTEP_CHECK(
            check_parameter(m_input.catalogue, m_experiment.workload, m_experiment.x, x));
    return {};
}

void Planner::describe() {
    Run& run = m_plan.run;
    run.id = new_uuid();
    run.experiment_id = m_experiment.id;
    run.started = utc_now();
    run.program = program_version();
    run.machine = m_input.machine;
    run.workload = m_experiment.workload;
    run.parameters = m_values;
    run.parameters.erase(m_experiment.x);
    if (m_experiment.counts())
        run.parameters.erase("p"); // a kernel has no workers
    run.x = m_experiment.x;
    if (const auto info = parameter_info(m_input.catalogue, m_experiment.workload, m_experiment.x))
        run.x_unit = unit_words(info->unit).empty() ? info->words : info->unit;
    run.quantity = content::name_of(m_experiment.quantity);
    const bool has_unit = m_experiment.is_absolute() && !m_experiment.counts();
    run.unit = has_unit ? m_experiment.unit : "1";
    if (run.unit.empty())
        run.unit = "ns";
    run.cache = has_cold_caches(m_experiment, m_values) ? "cold" : "warm";
    run.baseline = m_experiment.counts() ? "" : m_experiment.baseline;
}

/// `shared`: an equal point that was asked for already will do.
int Planner::point(const VariantInfo& variant, Values values, bool shared) {
    values = given_to(variant, std::move(values));
    Run& run = m_plan.run;
    if (shared)
        for (const Point& known : run.points)
            if (known.variant == variant.name && known.parameters == values &&
                !m_taken_over.contains(known.id))
                return known.id;
    Point added;
    added.id = static_cast<int>(run.points.size());
    added.workload = m_experiment.workload;
    added.variant = variant.name;
    added.parameters = std::move(values);
    run.points.push_back(std::move(added));
    return run.points.back().id;
}

int Planner::baseline_at(double x) {
    Values values = m_values;
    values["p"] = 1;
    if (m_experiment.baseline_at_each_x && m_experiment.x != "p")
        values[m_experiment.x] = x;
    for (const auto& [name, value] : m_experiment.baseline_set)
        values[name] = value;
    values = given_to(*m_baseline, std::move(values));
    for (const int id : m_baselines)
        if (m_plan.run.points[static_cast<std::size_t>(id)].parameters == values)
            return id;
    const int id = point(*m_baseline, std::move(values), false);
    m_baselines.insert(id);
    return id;
}

int Planner::copy_point(const Run& from, int id) {
    if (const auto known = m_copies.find(id); known != m_copies.end())
        return known->second;
    const Point* source = from.point(id);
    LOCKSTEP_ASSERT(source, "A mark names a point that its run does not have.");
    Point copy = *source;
    copy.id = static_cast<int>(m_plan.run.points.size());
    m_plan.run.points.push_back(std::move(copy));
    m_taken_over.insert(m_plan.run.points.back().id);
    m_copies[id] = m_plan.run.points.back().id;
    return m_plan.run.points.back().id;
}

/// A mark whose point did not change keeps its samples, and the baseline that they were paired
/// with.
bool Planner::take_over(Estimate& estimate, const VariantInfo& variant, const Values& values) {
    const Run* previous = m_input.previous;
    if (!previous || !previous->finished || previous->cancelled ||
        previous->cache != m_plan.run.cache)
        return false;
    const Values wanted = given_to(variant, values);
    for (const Series& series : previous->series)
        for (const Estimate& old : series.points) {
            const Point* source = previous->point(old.point);
            if (!source || source->simulated || source->variant != variant.name ||
                source->parameters != wanted)
                continue;
            if (old.status != PointStatus::Ok || old.provisional)
                continue;
            const double x = estimate.x;
            estimate = old;
            estimate.x = x;
            estimate.point = copy_point(*previous, old.point);
            if (old.baseline >= 0)
                estimate.baseline = copy_point(*previous, old.baseline);
            return true;
        }
    return false;
}

void Planner::add_series(std::string_view label, const VariantInfo& variant,
                         const std::vector<double>& xs) {
    Series series;
    series.variant = variant.name;
    series.label = fmt::format("{}{}", label, m_plan.run.cache == "cold" ? ", cold caches" : "");
    for (const double x : xs) {
        Values values = m_values;
        values[m_experiment.x] = x;
        const bool over_workers = m_experiment.x == "p";
        // A variant without workers has one mark in a sweep over them, where one worker stands.
        if (over_workers && !variant.takes_workers && x != xs.front())
            break;
        const bool too_many = variant.crew != "threads" && value_of(values, "p", 1) > m_cores;
        if (over_workers && variant.takes_workers && too_many)
            break;
        Estimate estimate;
        estimate.x = x;
        if (!take_over(estimate, variant, values)) {
            if (m_baseline)
                estimate.baseline = baseline_at(x);
            estimate.point = point(variant, std::move(values), false);
        }
        series.points.push_back(std::move(estimate));
    }
    Series come = series;
    std::erase_if(come.points, [](const Estimate& mark) { return mark.n == 0; });
    m_plan.run.series.push_back(std::move(come));
    m_plan.run.planned.push_back(std::move(series));
}

void Planner::add_sides() {
    if (!m_input.compare || m_experiment.counts())
        return;
    const content::Comparison& compare = *m_input.compare;
    const auto add = [this](const Values& side, const std::string& name) {
        if (side_point(m_plan.run, m_input.catalogue, m_experiment, side, name))
            return;
        const auto* chosen = m_input.catalogue.variant(
            m_experiment.workload, name.empty() ? m_experiment.variants.front() : name);
        if (!chosen)
            return;
        Values values = m_values;
        for (const auto& [parameter, value] : side)
            values[parameter] = value;
        point(*chosen, std::move(values), false);
    };
    if (!compare.a_model)
        add(compare.a, compare.a_variant);
    if (!compare.b_model)
        add(compare.b, compare.b_variant);
}

void Planner::make_request() {
    protocol::RunRequest& request = m_plan.request;
    request.id = m_plan.run.id;
    request.budget_s = m_input.budget_s;
    request.cache = m_plan.run.cache;
    std::vector<const Point*> fresh, ordered;
    for (const Point& point : m_plan.run.points)
        if (!m_taken_over.contains(point.id))
            (m_baselines.contains(point.id) ? ordered : fresh).push_back(&point);
    if (fresh.empty())
        return;
    for (const std::size_t index : ends_and_middle_first(fresh.size()))
        ordered.push_back(fresh[index]);
    for (const Point* point : ordered)
        request.points.push_back({point->id, point->workload, point->variant, point->parameters});
}

Result<void> Planner::find_variants() {
    if (!m_experiment.baseline.empty()) {
        LOCKSTEP_TRY(m_baseline, variant(m_experiment.baseline));
    }
    for (const std::string& name : m_experiment.variants) {
        LOCKSTEP_TRY(const VariantInfo* known, variant(name));
        m_variants.push_back(known);
    }
    return {};
}

Result<PlannedRun> Planner::plan() {
    m_values = parameters_of(m_input.catalogue, m_experiment, m_input.machine, m_input.sliders);
    LOCKSTEP_CHECK(check());
    if (!m_experiment.counts())
        LOCKSTEP_CHECK(find_variants());
    describe();
    const std::vector<double> xs =
        swept_values(m_experiment, m_cores, m_input.machine.simd_lanes_f32);
    if (xs.empty())
        return fail(m_experiment.x, "the sweep has no values.", "Name some: --sweep name=1,2,4.");
    if (m_baseline)
        baseline_at(xs.front());
    for (const VariantInfo* known : m_variants)
        add_series(known->name, *known, xs);
    add_sides();
    make_request();
    LOCKSTEP_CHECK(plan_simulation(m_plan, m_input, m_values, xs));
    return std::move(m_plan);
}

} // namespace

Result<PlannedRun> plan_run(const SweepInput& input) {
    return Planner(input).plan();
}

} // namespace lockstep
