// SPDX-License-Identifier: MIT
// Which points the simulator is asked for.
#include "app/experiment/simulate_points.hpp"

#include "app/experiment/estimates.hpp"
#include "app/experiment/parameters.hpp"
#include "sim/simt/limits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

namespace {

/// As many blocks side by side as a large card holds, where none is named; it changes the order of
/// blocks, no count.
constexpr int resident_blocks = 1056;
/// A simulation is no measurement: it may take longer than the run, and then says so calmly.
constexpr double budgets_in_all = 15;

class SimulationPlanner {
  public:
    SimulationPlanner(PlannedRun& plan, const SweepInput& input, const Values& values)
        : m_plan(plan), m_input(input), m_experiment(input.experiment), m_values(values) {}

    Result<void> plan(const std::vector<double>& xs) {
        const content::SimulatedSeries& asked = *m_experiment.simulated;
        m_plan.run.count = CountedQuantity{asked.of, asked.per, asked.words};
        for (const std::string& name : asked.variants) {
            LOCKSTEP_CHECK(check_kernel(name));
            if (!asked.baseline.empty())
                LOCKSTEP_CHECK(check_kernel(asked.baseline));
            add_series(name, asked.baseline.empty() ? name : asked.baseline, xs);
        }
        if (m_experiment.counts())
            add_sides();
        make_request();
        return {};
    }

  private:
    Result<void> check_kernel(const std::string& name) const {
        const auto* known = m_input.catalogue.variant(m_experiment.workload, name);
        if (known && known->crew == "card")
            return {};
        return fail(
            name,
            fmt::format("this bench has no such kernel of {} to simulate.", m_experiment.workload),
            "Kernels are the variants that begin with cuda_.");
    }

    /// An equal point serves all: counts are the same every time.
    int point(const std::string& variant, Values values) {
        values.erase("p"); // a kernel has no workers
        values.erase(std::string(caches_parameter));
        for (const auto& [name, value] : m_experiment.simulated->set)
            values[name] = value;
        Run& run = m_plan.run;
        for (const Point& known : run.points)
            if (known.simulated && known.variant == variant && known.parameters == values)
                return known.id;
        Point added;
        added.id = static_cast<int>(run.points.size());
        added.workload = m_experiment.workload;
        added.variant = variant;
        added.parameters = std::move(values);
        added.simulated = true;
        if (const Point* counted = counted_before(added)) {
            const int id = added.id;
            added = *counted;
            added.id = id;
        } else {
            m_fresh.push_back(added.id);
        }
        run.points.push_back(std::move(added));
        return run.points.back().id;
    }

    const Point* counted_before(const Point& wanted) const {
        if (!m_input.previous)
            return nullptr;
        const auto& points = m_input.previous->points;
        const auto found = std::ranges::find_if(points, [&](const Point& point) {
            return point.simulated && point.counted && point.status == PointStatus::Ok &&
                   point.variant == wanted.variant && point.parameters == wanted.parameters;
        });
        return found == points.end() ? nullptr : &*found;
    }

    int baseline_at(const std::string& variant, double x) {
        Values values = m_values;
        if (m_experiment.baseline_at_each_x)
            values[m_experiment.x] = x;
        for (const auto& [name, value] : m_experiment.baseline_set)
            values[name] = value;
        return point(variant, std::move(values));
    }

    void add_series(const std::string& variant, const std::string& baseline,
                    const std::vector<double>& xs) {
        Series series;
        series.variant = series.label = variant;
        series.provenance = Provenance::Simulated;
        for (const double x : xs) {
            Values values = m_values;
            values[m_experiment.x] = x;
            Estimate mark;
            mark.x = x;
            if (!m_experiment.counts())
                mark.baseline = baseline_at(baseline, x);
            mark.point = point(variant, std::move(values));
            series.points.push_back(std::move(mark));
        }
        m_plan.run.planned.push_back(series);
        for (Estimate& mark : series.points)
            mark = estimate(m_plan.run, mark);
        // Those taken over are there already, if what they are compared with is.
        std::erase_if(series.points, [](const Estimate& mark) {
            return mark.n == 0 && mark.status == PointStatus::Ok;
        });
        m_plan.run.series.push_back(std::move(series));
    }

    void add_sides() {
        if (!m_input.compare)
            return;
        const content::Comparison& compare = *m_input.compare;
        const auto add = [this](const Values& side, const std::string& name) {
            Values values = m_values;
            for (const auto& [parameter, value] : side)
                values[parameter] = value;
            point(name.empty() ? m_experiment.own_variants().front() : name, std::move(values));
        };
        if (!compare.a_model)
            add(compare.a, compare.a_variant);
        if (!compare.b_model)
            add(compare.b, compare.b_variant);
    }

    void make_request() {
        protocol::SimulateRequest& request = m_plan.simulation;
        request.id = m_plan.run.id;
        request.resident_blocks = resident_blocks;
        if (m_input.card)
            request.device = simt::limits_of(*m_input.card);
        request.cores = std::max(1, m_input.machine.cores);
        request.total_s = budgets_in_all * m_experiment.budget_s;
        request.budget_s = request.total_s;
        for (const std::size_t index : ends_and_middle_first(m_fresh.size())) {
            const Point& point = *m_plan.run.point(m_fresh[index]);
            request.points.push_back({point.id, point.workload, point.variant, point.parameters});
        }
    }

    PlannedRun& m_plan;
    const SweepInput& m_input;
    const content::Experiment& m_experiment;
    const Values& m_values;
    std::vector<int> m_fresh; ///< ids of the points to ask for
};

} // namespace

Result<void> plan_simulation(PlannedRun& plan, const SweepInput& input, const Values& values,
                             const std::vector<double>& xs) {
    if (!input.experiment.simulated || input.experiment.x == "p")
        return {};
    return SimulationPlanner(plan, input, values).plan(xs);
}

} // namespace lockstep
