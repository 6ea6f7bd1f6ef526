// SPDX-License-Identifier: MIT
// Twice the work must take twice as long: the tries of each side, and what comes of them.
#include "kernels/measure/comparison.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

static std::string odd_words(double ratio) {
    return fmt::format("Twice the work took {:.2f} times as long: something else used the cores.",
                       ratio);
}

/// The batch of this round's repetitions and of those before in one, beside their two samples. A
/// try that was disturbed says nothing and is made again in the next round.
void Comparison::check_doubling(Timed& timed, int round) {
    if (round < 2 || !timed.active() || !timed.doubling.wanted()) return;
    if (m_plan.caches == Caches::Cold) return check_doubling_warm(timed);
    const auto at = static_cast<std::size_t>(round);
    const int n = timed.side->repetitions();
    m_slices.before(2 * (sample_ns(timed) + timed.side->beside_ns()));
    const auto both = watched(timed, (round - 1) * std::int64_t{n}, 2 * n);
    if (!both) return refuse(timed, both.error());
    if (!both->second || timed.disturbed[at - 1] != 0 || timed.disturbed[at] != 0)
        timed.doubling.add_disturbed();
    else
        timed.doubling.add(doubling_ratio(timed.times_ns[at - 1] * n, timed.times_ns[at] * n,
                                          both->first.duration_ns()));
    judge_doubling(timed);
}

tl::expected<std::pair<Batch, bool>, Refused> Comparison::watched(Timed& timed, std::int64_t first,
                                                                  int n) {
    Side& side = *timed.side;
    const auto batch = side.batch(first, n, [&] { m_watcher.begin_sample(side.runner()); });
    if (!batch) return tl::unexpected(batch.error());
    const bool disturbed = m_watcher.end_sample(side.runner(), batch->duration_ns());
    heed(0, protocol::sample_pilot, disturbed);
    return std::pair(*batch, !disturbed);
}

/// A clock that somebody sets meanwhile makes it last an hour, or no time at all.
tl::expected<FirstBatch, Refused> Comparison::first_batch(Timed& timed) {
    constexpr int tries = 3;
    Side& side = *timed.side;
    for (int i = 1;; ++i) {
        m_watcher.begin_sample(side.runner());
        auto first = side.first_batch();
        m_watcher.end_sample(side.runner(), first ? first->batch.duration_ns() : 0);
        heed(0, protocol::sample_pilot, false);
        if (!m_watcher.clock_jumped() || i == tries) return first;
    }
}

void Comparison::check_doubling_warm(Timed& timed) {
    const int n = timed.warm_repetitions;
    m_slices.before(4 * n * timed.repetition_ns);
    const auto first = watched(timed, 0, n);
    if (!first) return refuse(timed, first.error());
    const auto second = watched(timed, n, n);
    if (!second) return refuse(timed, second.error());
    const auto both = watched(timed, 0, 2 * n);
    if (!both) return refuse(timed, both.error());
    if (first->second && second->second && both->second)
        timed.doubling.add(doubling_ratio(first->first.duration_ns(), second->first.duration_ns(),
                                          both->first.duration_ns()));
    else
        timed.doubling.add_disturbed();
    judge_doubling(timed);
}

/// Samples may find their data cold and twice the work find half of it warm: on a machine whose
/// caches others use, that alone makes it cheaper. With all of it warm before each clock only work
/// that is left out is. The largest ratio of three tries; nothing where each was disturbed.
tl::expected<std::optional<double>, Refused> Comparison::warm_doubling(Timed& timed) {
    constexpr int tries = 3;
    const bool cold = m_plan.caches == Caches::Cold;
    const int n = cold ? timed.warm_repetitions : timed.side->repetitions();
    std::optional<double> largest;
    for (int i = 0; i < tries; ++i) {
        m_slices.before(6 * sample_ns(timed));
        if (const auto warm = timed.side->batch(0, 2 * n); !warm)
            return tl::unexpected(warm.error());
        const auto first = watched(timed, 0, n), second = watched(timed, n, n);
        const auto both = watched(timed, 0, 2 * n);
        if (!first || !second || !both)
            return tl::unexpected((!first ? first : !second ? second : both).error());
        if (!first->second || !second->second || !both->second) continue;
        const double ratio = doubling_ratio(first->first.duration_ns(), second->first.duration_ns(),
                                            both->first.duration_ns());
        largest = std::max(largest.value_or(0), ratio);
    }
    return largest;
}

void Comparison::judge_left_out(Timed& timed, double ratio) {
    const auto warm = warm_doubling(timed);
    if (!warm) return refuse(timed, warm.error());
    if (*warm && **warm < surely_left_out)
        return refuse(timed, {PointStatus::Wrong,
                              fmt::format("Twice the work took only {:.2f} times as long: not all "
                                          "of it was carried out.",
                                          ratio)});
    timed.state.checks = warm->value_or(ratio);
    if (!*warm) timed.state.reason = odd_words(ratio);
    m_listener.state(timed.state);
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
        return judge_left_out(timed, ratio);
    case DoublingCheck::Verdict::Odd: // told at the end, with the point's other disturbances
        timed.state.reason = odd_words(ratio);
    }
}

} // namespace lockstep
