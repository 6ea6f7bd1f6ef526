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
#include <numeric>

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
constexpr int fewest_pilot_rounds = 3;
/// Half the time between two timer interrupts of a system that has a thousand a second.
constexpr double longest_wait_ns = 5e5;

/// Of a round, from those of the pilot: their mean, but for one or two that tried the doubling
/// check again.
double price_s(const std::vector<double>& lengths_s) {
    if (lengths_s.empty()) return 0;
    const double sum_s = std::accumulate(lengths_s.begin(), lengths_s.end(), 0.0);
    return std::min(sum_s / static_cast<double>(lengths_s.size()), 1.1 * stats::median(lengths_s));
}

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
    const bool alone = std::ranges::all_of(requests, [](const SideRequest& request) {
        return request.variant->crew == Crew::One;
    });
    m_sample_ns = sample_length_ns(timer().tick_ns, m_plan.budget_s, alone);
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
    std::vector<double> lengths_s;
    for (int round = 1; round < m_pilot; ++round) {
        if (round == 3) lengths_s.clear(); // the rounds before did more than they will
        const double begin_s = seconds_since_start();
        do_round(round, protocol::sample_pilot);
        lengths_s.push_back(seconds_since_start() - begin_s);
    }
    plan_rounds(price_s(lengths_s));

    m_slices.news.phase = "rounds";
    m_slices.news.rounds_planned = m_rounds;
    for (int round = 0; round < m_rounds && !active().empty(); ++round) {
        m_slices.news.rounds_done = round;
        m_slices.news.seconds_left = m_round_s * (m_rounds - round);
        do_round(m_pilot + round, 0);
        m_rounds_done = round + 1;
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
    judge_course();
    m_workshop.crews.rest();
}

// ---- before the rounds --------------------------------------------------------------------------

void Comparison::first_look(Timed& timed, SideRequest request) {
    timed.state.id = m_plan.id;
    timed.state.point = request.point;
    // The side before this one is the best guess of how long this one will take.
    const double guess_ns = &timed == m_sides.data() ? 0 : 3 * sample_ns(*(&timed - 1));
    m_slices.before(guess_ns);
    if (m_plan.caches == Caches::Cold && request.variant->crew == Crew::Card)
        return refuse(timed, {PointStatus::Unavailable,
                              "The card's caches cannot be emptied: time this one warm."});
    auto side = Side::create(std::move(request), m_workshop);
    if (!side) return refuse(timed, side.error());
    timed.side = *std::move(side);
    timed.state.items = timed.side->items();
    timed.state.jobs = timed.side->jobs();
    const auto first = first_batch(timed);
    if (!first) return refuse(timed, first.error());
    timed.repetition_ns = first->repetition_ns();
    const double alone[] = {timed.repetition_ns};
    const bool cold = m_plan.caches == Caches::Cold;
    if (!cold && first->repetitions == 1 && timed.repetition_ns > longest_look_twice_ns)
        return note(timed, 0, protocol::sample_pilot, first->batch);
    timed.warm_repetitions = repetitions_of(alone, m_sample_ns).front();
    timed.side->set_repetitions(cold ? 1 : timed.warm_repetitions);
    take_sample(timed, 0, protocol::sample_pilot);
}

void Comparison::fix_repetitions() {
    std::vector<double> lengths_ns;
    for (const std::size_t i : active())
        lengths_ns.push_back(m_sides[i].repetition_ns);
    auto repetitions = repetitions_of(lengths_ns, m_sample_ns);
    if (m_plan.caches == Caches::Cold) // the second would find what the first left in the caches
        std::ranges::fill(repetitions, 1);
    std::size_t next = 0;
    for (const std::size_t i : active()) {
        Timed& timed = m_sides[i];
        timed.side->set_repetitions(repetitions[next++]);
        timed.state.repetitions = timed.side->repetitions();
        m_listener.state(timed.state);
    }
}

// ---- rounds -------------------------------------------------------------------------------------

void Comparison::do_round(int round, int flags) {
    const std::vector<std::size_t> sides = active();
    if (sides.empty()) return;
    if (m_rounds == 0) m_slices.news.seconds_left = m_plan.budget_s - seconds_since_start();
    if (samples_are_short()) fall_out_of_step();
    m_watcher.begin_round();
    for (const int place : stats::williams_order(static_cast<int>(sides.size()), round)) {
        Timed& timed = m_sides[sides[static_cast<std::size_t>(place)]];
        if (!take_sample(timed, round, flags)) continue;
        if (!m_checks_at_the_end) check_doubling(timed, round);
    }
    m_slices.news.rounds_done = std::max(0, round + 1 - m_pilot);
}

void Comparison::fall_out_of_step() {
    // On the counter: somebody may set the clock meanwhile.
    (void)missing_ns(static_cast<std::int64_t>(longest_wait_ns * m_random.uniform()));
}

bool Comparison::take_sample(Timed& timed, int round, int flags) {
    Side& side = *timed.side;
    const int n = side.repetitions();
    const std::int64_t first = static_cast<std::int64_t>(round) * n;
    if (m_slices.before(sample_ns(timed) + side.beside_ns() + walk_ns() +
                        side.expected_oracle_ns(first, n))) {
        take_touched_again();
        // A whole sample where that is short: one repetition of a microsecond warms nothing up.
        const int warm_up = sample_ns(timed) < long_enough_to_warm_ns ? n : 1;
        if (timed.repetition_ns < longest_warm_up_ns) (void)side.batch(first, warm_up);
    }
    const auto batch = side.batch(
        first, n, [&] { m_watcher.begin_sample(side.runner()); }, m_plan.caches);
    if (!batch) {
        refuse(timed, batch.error());
        return false;
    }
    const bool disturbed = m_watcher.end_sample(side.runner(), batch->duration_ns());
    heed(round, flags, disturbed);
    note(timed, round, flags | (disturbed ? protocol::sample_disturbed : 0), *batch);
    return true;
}

void Comparison::heed(int round, int flags, bool disturbed) {
    if (const double jump_ns = m_watcher.take_jump_ns(); jump_ns != 0) {
        // What is planned and announced by the clock goes on as if it had not been set.
        m_begin_ns += static_cast<std::int64_t>(jump_ns);
        m_slices.clock_jumped(jump_ns);
        m_troubles.clock_jumped(jump_ns);
    }
    const bool of_pilot = (flags & protocol::sample_pilot) != 0;
    if (disturbed && !of_pilot && !m_watcher.clock_jumped())
        m_troubles.disturbed(round, m_watcher.seen());
}

void Comparison::note(Timed& timed, int round, int flags, const Batch& batch) {
    Side& side = *timed.side;
    const int n = side.repetitions();
    // A sample in which the clock jumped has no time, which is what 0 says.
    const double time_ns = m_watcher.clock_jumped() ? 0 : batch.duration_ns() / n;
    if (time_ns > 0) timed.repetition_ns = time_ns;
    const auto at = static_cast<std::size_t>(round);
    timed.times_ns.resize(std::max(timed.times_ns.size(), at + 1));
    timed.disturbed.resize(std::max(timed.disturbed.size(), at + 1));
    timed.times_ns[at] = time_ns;
    timed.disturbed[at] = (flags & protocol::sample_disturbed) != 0 ? 1 : 0;
    if ((flags & protocol::sample_pilot) == 0 && time_ns > 0)
        timed.spans.offer({time_ns, side.last_repetition_ns(batch), side.spans(batch)});
    m_slices.add({timed.state.point, round, time_ns, side.totals(batch, n), flags, batch.begin_ns,
                  batch.end_ns});
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

void Comparison::judge_course() {
    std::vector<std::vector<double>> times;
    for (const std::size_t i : active()) {
        std::vector<double> own = m_sides[i].times_ns;
        for (std::size_t round = 0; round < own.size(); ++round)
            if (m_sides[i].disturbed[round] != 0) own[round] = 0;
        own.erase(own.begin(), own.begin() + std::min<std::ptrdiff_t>(m_pilot, std::ssize(own)));
        times.push_back(std::move(own));
    }
    if (const auto drift = stats::find_drift(stats::common_course(times)))
        m_troubles.drifted(*drift);
    if (m_workshop.walker != nullptr && !m_workshop.walker->is_enough())
        m_troubles.say("There is not memory enough to empty the largest cache: it stayed warm in "
                       "part.");
}

void Comparison::refuse(Timed& timed, const Refused& why) {
    timed.state.status = why.status;
    timed.state.reason = why.reason;
    if (why.status == PointStatus::Wrong)
        m_slices.forget(timed.state.point); // it has no time, also not the ones before
    m_listener.state(timed.state);
}

} // namespace lockstep
