// SPDX-License-Identifier: MIT
#include "tests/gpu/times.hpp"

#include "sim/base/units.hpp"
#include "sim/stats/quantile.hpp"
#include "tests/gpu/settings.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::on_card {

namespace {

constexpr double sample_ns = 10e6;
constexpr int most_repetitions = 2000; ///< a kernel of 5 us; shorter ones wait for the host
constexpr int rounds = 21;

} // namespace

Result<Timed> Timed::create(const Variant& variant, const Values& settings,
                            const bench::CardModuleMaker& card) {
    Timed timed;
    const SideRequest side = side_of(variant, settings);
    LOCKSTEP_TRY(timed.m_problem, side.workload->create(side.values));
    LOCKSTEP_TRY(timed.m_module, card(variant, *timed.m_problem));
    LOCKSTEP_TRY(timed.m_plan, timed.m_module->place(variant.plan(*timed.m_problem, 0)));
    timed.m_launches = static_cast<int>(timed.m_plan->plan().launches.size());
    LOCKSTEP_CHECK(timed.m_plan->upload());
    LOCKSTEP_TRY(const double cold_ns, timed.m_plan->time_ns(5));
    // The second look knows the kernel loaded; its length also brings the clocks up.
    const auto fit = [](double ns) {
        return static_cast<int>(
            std::clamp(sample_ns / std::max(1.0, ns), 5.0, 1.0 * most_repetitions));
    };
    LOCKSTEP_TRY(const double warm_ns, timed.m_plan->time_ns(fit(cold_ns)));
    timed.m_repetitions = fit(warm_ns);
    LOCKSTEP_CHECK(timed.m_plan->time_ns(timed.m_repetitions));
    return timed;
}

Result<void> Timed::sample() {
    LOCKSTEP_TRY(const double time_ns, m_plan->time_ns(m_repetitions));
    m_times_ns.push_back(time_ns);
    return {};
}

std::string time_words(const std::vector<double>& times_ns) {
    return fmt::format("{} ({} to {} hold the middle half of {} samples)",
                       format_time_ns(stats::median(times_ns)),
                       format_time_ns(stats::quantile(times_ns, 0.25)),
                       format_time_ns(stats::quantile(times_ns, 0.75)), times_ns.size());
}

Result<DivergenceLine> time_divergence(int sms, const bench::CardModuleMaker& card) {
    DivergenceLine found;
    const auto variants = card_variants();
    const auto kernel =
        std::ranges::find(variants, std::string_view("divergence"), &Variant::workload);
    if (kernel == variants.end())
        return fail("divergence", "there is no such kernel.");
    std::vector<Timed> timed;
    for (const int paths : {1, 2, 4, 8, 16, 32}) {
        LOCKSTEP_TRY(Timed one,
                     Timed::create(**kernel, divergence_settings(paths, std::max(1, sms)), card));
        timed.push_back(std::move(one));
        found.paths.push_back(paths);
    }
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < timed.size(); ++i)
            LOCKSTEP_CHECK(timed[(i + static_cast<std::size_t>(round)) % timed.size()].sample());
    for (const Timed& one : timed)
        found.times_ns.push_back(stats::median(one.times_ns()));
    LOCKSTEP_TRY(found.line, fit_relative_line(found.paths, found.times_ns));
    return found;
}

} // namespace lockstep::on_card
