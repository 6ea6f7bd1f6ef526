// SPDX-License-Identifier: MIT
// The course of a run. Its rules are those of measuring honestly: rounds in balanced order, a
// number of rounds that is fixed once, and no look at a sample's own duration when one is left out.
#include "kernels/measure/comparison.hpp"

#include "kernels/measure/clock.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace lockstep {
namespace {

/// While a side's length is not known, there may be silence for so long.
constexpr int unknown_length_ms = 10'000;
/// A warm-up that is longer than this warms nothing more up.
constexpr double longest_warm_up_ns = 50e6;
constexpr double long_enough_to_warm_ns = 5e6;
/// The batch that tells the length of a longer repetition is its first sample, too.
constexpr double longest_look_twice_ns = 20e6;
/// The doubling check waits for the end of the run when it would take more of the budget than this.
constexpr double dear_check = 0.15;
/// A median of fewer has no 95 % interval worth showing.
constexpr int fewest_useful_rounds = 7;
constexpr int fewest_pilot_rounds = 3;

} // namespace

Comparison::Comparison(RunPlan plan, Workshop& workshop, Watcher watcher, Listener& listener)
    : m_plan(std::move(plan)), m_workshop(workshop), m_watcher(watcher), m_listener(listener),
      m_slices(listener, workshop.crews), m_begin_ns(Recorder::now_ns()) {}

void Comparison::run(std::vector<SideRequest> requests) {
    m_slices.news.id = m_plan.id;
    m_slices.news.phase = "checking";
    m_slices.news.seconds_left = m_plan.budget_s;
    m_slices.news.next_slice_ms = m_slices.at_least_ms = unknown_length_ms;
    m_listener.progress(m_slices.news);
    m_sides.resize(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i)
        first_look(m_sides[i], std::move(requests[i]));
    fix_repetitions();

    m_slices.at_least_ms = 0;
    m_slices.news.phase = "pilot";
    m_checks_at_the_end = 2 * round_estimate_s() > dear_check * m_plan.budget_s;
    const double possible = (m_plan.budget_s - seconds_since_start()) / round_estimate_s();
    // Of a budget for few rounds the pilot takes its share, 11 of 26.
    const int share = static_cast<int>(std::min(
        1e6, possible * stats::pilot_rounds / (stats::pilot_rounds + stats::fewest_rounds)));
    m_pilot = std::clamp(share, fewest_pilot_rounds, stats::pilot_rounds);
    double pilot_begin_s = seconds_since_start();
    for (int round = 1; round < m_pilot; ++round) {
        if (round == 3)
            pilot_begin_s = seconds_since_start(); // the rounds before did more than they will
        do_round(round, protocol::sample_pilot);
    }
    const int priced = m_pilot > 3 ? m_pilot - 3 : m_pilot - 1;
    plan_rounds((seconds_since_start() - pilot_begin_s) / std::max(1, priced));

    m_slices.news.phase = "rounds";
    m_slices.news.rounds_planned = m_rounds;
    for (int round = 0; round < m_rounds && !active().empty(); ++round) {
        m_slices.news.rounds_done = round;
        m_slices.news.seconds_left = m_round_s * (m_rounds - round);
        do_round(m_pilot + round, 0);
        // The number of rounds is fixed, whatever they show; only a machine that has become much
        // slower than the pilot was ends them.
        if (seconds_since_start() > 1.5 * m_plan.budget_s + 1) break;
    }
    for (Timed& timed : m_sides)
        if (m_checks_at_the_end && seconds_since_start() < 1.5 * m_plan.budget_s)
            check_doubling(timed, static_cast<int>(timed.times_ns.size()) - 1);
    m_slices.breathe(0);
    take_touched_again();
    m_slices.breathe(0);
    judge_disturbance();
    m_workshop.crews.rest();
}

// ---- before the rounds --------------------------------------------------------------------------

void Comparison::first_look(Timed& timed, SideRequest request) {
    timed.state.id = m_plan.id;
    timed.state.point = request.point;
    // The side before this one is the best guess of how long this one will take.
    const double guess_ns = &timed == m_sides.data() ? 0 : 3 * sample_ns(*(&timed - 1));
    m_slices.before(guess_ns);
    auto side = Side::create(std::move(request), m_workshop);
    if (!side) return refuse(timed, side.error());
    timed.side = *std::move(side);
    timed.state.items = timed.side->items();
    timed.state.jobs = timed.side->jobs();
    const auto first = timed.side->first_batch();
    if (!first) return refuse(timed, first.error());
    timed.repetition_ns = first->repetition_ns();
    const double alone[] = {timed.repetition_ns};
    if (first->repetitions == 1 && timed.repetition_ns > longest_look_twice_ns)
        return note(timed, 0, protocol::sample_pilot, first->batch);
    timed.side->set_repetitions(repetitions_of(alone, sample_length_ns(timer().tick_ns)).front());
    take_sample(timed, 0, protocol::sample_pilot);
}

void Comparison::fix_repetitions() {
    std::vector<double> lengths_ns;
    for (const std::size_t i : active())
        lengths_ns.push_back(m_sides[i].repetition_ns);
    const auto repetitions = repetitions_of(lengths_ns, sample_length_ns(timer().tick_ns));
    std::size_t next = 0;
    for (const std::size_t i : active()) {
        Timed& timed = m_sides[i];
        timed.side->set_repetitions(repetitions[next++]);
        timed.state.repetitions = timed.side->repetitions();
        m_listener.state(timed.state);
    }
}

/// The batch of this round's repetitions and of those before in one, beside their two samples. A
/// try that was disturbed says nothing and is made again in the next round.
void Comparison::check_doubling(Timed& timed, int round) {
    if (round < 2 || !timed.active() || !timed.doubling.wanted()) return;
    const auto at = static_cast<std::size_t>(round);
    Side& side = *timed.side;
    const int n = side.repetitions();
    m_slices.before(2 * sample_ns(timed));
    const auto both = side.batch((round - 1) * std::int64_t{n}, 2 * n,
                                 [&] { m_watcher.begin_sample(side.runner()); });
    if (!both) return refuse(timed, both.error());
    const bool disturbed = m_watcher.end_sample(side.runner(), both->duration_ns());
    if (disturbed || timed.disturbed[at - 1] != 0 || timed.disturbed[at] != 0)
        timed.doubling.add_disturbed();
    else
        timed.doubling.add(doubling_ratio(timed.times_ns[at - 1] * n, timed.times_ns[at] * n,
                                          both->duration_ns()));
    judge_doubling(timed);
}

void Comparison::judge_doubling(Timed& timed) {
    const double ratio = timed.doubling.ratio();
    timed.state.checks = ratio;
    switch (timed.doubling.verdict()) {
    case DoublingCheck::Verdict::Open:
        return;
    case DoublingCheck::Verdict::Holds:
        return m_listener.state(timed.state);
    case DoublingCheck::Verdict::WorkLeftOut:
        return refuse(timed,
                      {PointStatus::Wrong,
                       fmt::format("Twice the work took only {:.2f} times as long: not all of "
                                   "it was carried out.",
                                   ratio)});
    case DoublingCheck::Verdict::Odd: // told at the end, with the point's other disturbances
        timed.state.reason = fmt::format("Twice the work took {:.2f} times as long: something else "
                                         "used the cores.",
                                         ratio);
    }
}

void Comparison::plan_rounds(double round_s) {
    m_round_s = std::max(round_s, 1e-6);
    const double left_s = m_plan.budget_s - seconds_since_start();
    int most = static_cast<int>(std::clamp(left_s / m_round_s, 1.0, 9999.0));
    if (most < fewest_useful_rounds) // a long job may take half as long again
        most = static_cast<int>(std::clamp((left_s + 0.5 * m_plan.budget_s) / m_round_s, 1.0,
                                           static_cast<double>(fewest_useful_rounds)));
    m_rounds = 1;
    for (const std::size_t i : active()) {
        const std::vector<double> ratios = pilot_ratios(m_sides[i]);
        m_rounds = std::max(m_rounds, stats::rounds_needed(ratios, m_plan.relative_width, most));
    }
}

/// What this side will most likely be compared with: of its workload the serial variant with the
/// same parameters, else the first serial one, else itself.
const Comparison::Timed* Comparison::reference_of(const Timed& timed) const {
    Values own = timed.side->request().values;
    own.erase("p");
    const Timed* found = nullptr;
    for (const std::size_t i : active()) {
        const SideRequest& other = m_sides[i].side->request();
        if (other.variant->name != "serial" || other.workload != timed.side->request().workload)
            continue;
        Values values = other.values;
        values.erase("p");
        if (values == own) return &m_sides[i];
        found = found == nullptr ? &m_sides[i] : found;
    }
    return found != nullptr ? found : &timed;
}

std::vector<double> Comparison::pilot_ratios(const Timed& timed) const {
    const Timed* const reference = reference_of(timed);
    std::vector<double> ratios;
    const std::size_t rounds = std::min(timed.times_ns.size(), reference->times_ns.size());
    const double scale = stats::median(timed.times_ns);
    for (std::size_t round = 1; round < rounds; ++round) { // round 0 was the first look
        const double own = timed.times_ns[round];
        const double other = reference == &timed ? scale : reference->times_ns[round];
        if (own > 0 && other > 0) ratios.push_back(other / own);
    }
    return ratios;
}

// ---- rounds -------------------------------------------------------------------------------------

void Comparison::do_round(int round, int flags) {
    const std::vector<std::size_t> sides = active();
    if (sides.empty()) return;
    if (m_rounds == 0) m_slices.news.seconds_left = m_plan.budget_s - seconds_since_start();
    m_watcher.begin_round();
    for (const int place : stats::williams_order(static_cast<int>(sides.size()), round)) {
        Timed& timed = m_sides[sides[static_cast<std::size_t>(place)]];
        if (!take_sample(timed, round, flags)) continue;
        if (!m_checks_at_the_end) check_doubling(timed, round);
    }
    m_slices.news.rounds_done = std::max(0, round + 1 - m_pilot);
}

bool Comparison::take_sample(Timed& timed, int round, int flags) {
    Side& side = *timed.side;
    const int n = side.repetitions();
    const std::int64_t first = static_cast<std::int64_t>(round) * n;
    if (m_slices.before(sample_ns(timed) + side.expected_oracle_ns(first, n))) {
        take_touched_again();
        // A whole sample where that is short: one repetition of a microsecond warms nothing up.
        const int warm_up = sample_ns(timed) < long_enough_to_warm_ns ? n : 1;
        if (timed.repetition_ns < longest_warm_up_ns) (void)side.batch(first, warm_up);
    }
    const auto batch = side.batch(first, n, [&] { m_watcher.begin_sample(side.runner()); });
    if (!batch) {
        refuse(timed, batch.error());
        return false;
    }
    const bool disturbed = m_watcher.end_sample(side.runner(), batch->duration_ns());
    note(timed, round, flags | (disturbed ? protocol::sample_disturbed : 0), *batch);
    return true;
}

void Comparison::note(Timed& timed, int round, int flags, const Batch& batch) {
    const Side& side = *timed.side;
    const int n = side.repetitions();
    const double time_ns = batch.duration_ns() / n;
    timed.repetition_ns = time_ns;
    const auto at = static_cast<std::size_t>(round);
    timed.times_ns.resize(std::max(timed.times_ns.size(), at + 1));
    timed.disturbed.resize(std::max(timed.disturbed.size(), at + 1));
    timed.times_ns[at] = time_ns;
    timed.disturbed[at] = (flags & protocol::sample_disturbed) != 0 ? 1 : 0;
    if ((flags & protocol::sample_pilot) == 0)
        timed.spans.offer({time_ns, side.last_repetition_ns(batch), side.spans()});
    m_slices.add(
        {timed.state.point, round, time_ns, side.totals(n), flags, batch.begin_ns, batch.end_ns});
}

void Comparison::take_touched_again() {
    for (const Sample& touched : m_slices.take_again())
        for (const std::size_t i : active())
            if (m_sides[i].state.point == touched.point)
                take_sample(m_sides[i], touched.round, touched.flags & protocol::sample_pilot);
}

// ---- what became of it --------------------------------------------------------------------------

void Comparison::judge_disturbance() {
    for (const std::size_t i : active()) {
        Timed& timed = m_sides[i];
        const Timed* const reference = reference_of(timed);
        std::vector<int> rounds;
        for (auto round = static_cast<std::size_t>(m_pilot); round < timed.disturbed.size();
             ++round)
            rounds.push_back(timed.disturbed[round] != 0 || (round < reference->disturbed.size() &&
                                                             reference->disturbed[round] != 0));
        const auto count =
            std::ranges::count_if(rounds, [](int disturbed) { return disturbed != 0; });
        if (!stats::keep_rounds(rounds).point_disturbed) continue;
        timed.state.reason = fmt::format("Another program used a core in {} of {} rounds; this run "
                                         "cannot decide.",
                                         count, rounds.size());
    }
    for (Timed& timed : m_sides)
        if (!timed.state.reason.empty() && timed.state.status == PointStatus::Ok) {
            timed.state.status = PointStatus::Disturbed;
            m_listener.state(timed.state);
        }
}

void Comparison::refuse(Timed& timed, const Refused& why) {
    timed.state.status = why.status;
    timed.state.reason = why.reason;
    if (why.status == PointStatus::Wrong)
        m_slices.forget(timed.state.point); // it has no time, also not the ones before
    m_listener.state(timed.state);
}

} // namespace lockstep
