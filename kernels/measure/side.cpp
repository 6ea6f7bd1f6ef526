// SPDX-License-Identifier: MIT
// Making a point ready, and checking each of its batches.
#include "kernels/measure/side.hpp"

#include "kernels/measure/calibration.hpp"
#include "kernels/measure/clock.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <new>

namespace lockstep {
namespace {

using Unexpected = tl::unexpected<Refused>;

Unexpected unavailable(std::string reason) {
    return Unexpected(Refused{PointStatus::Unavailable, std::move(reason)});
}

Result<std::shared_ptr<SharedProblem>> shared_problem(const SideRequest& request,
                                                      Workshop& workshop) {
    auto& shared = workshop.problems[{request.workload, request.values}];
    if (shared) return shared;
    try {
        LOCKSTEP_TRY(auto problem, request.workload->create(request.values));
        auto made = std::make_shared<SharedProblem>();
        made->problem = std::move(problem);
        made->oracle = std::make_unique<Oracle>(*made->problem, request.serial);
        shared = std::move(made);
    } catch (const std::bad_alloc&) {
        return fail("", "this needs more memory than the machine has", "Make the problem smaller.");
    }
    return shared;
}

int phases_of(const SideRequest& request) {
    return request.workload->phases == nullptr
               ? 1
               : std::max(1, request.workload->phases(request.values));
}

} // namespace

int Side::workers() const {
    const Crew crew = m_request.variant->crew;
    const bool alone = crew == Crew::One || crew == Crew::Beside || crew == Crew::Card;
    return alone ? 1 : std::max(1, static_cast<int>(value_of(m_request.values, "p", 1)));
}

double Side::items() const {
    return m_request.workload->items == nullptr ? 0 : m_request.workload->items(m_request.values);
}

int Side::jobs() const {
    return m_request.workload->jobs == Jobs::OneEach ? workers() : 1;
}

tl::expected<std::unique_ptr<Side>, Refused> Side::create(SideRequest request, Workshop& workshop) {
    auto side = std::make_unique<Side>();
    side->m_request = std::move(request);
    side->m_workshop = &workshop;
    const SideRequest& asked = side->m_request;
    auto shared = shared_problem(asked, workshop);
    if (!shared) return unavailable(shared.error().text());
    side->m_shared = *shared;
    auto runner = asked.variant->crew == Crew::Card
                      ? workshop.card(*asked.variant, side->problem())
                      : host_runner(*asked.variant, side->problem(), side->workers(),
                                    phases_of(asked), workshop.crews);
    if (!runner) return unavailable(runner.error().text());
    side->m_runner = *std::move(runner);
    return side;
}

tl::expected<Batch, Refused> Side::batch(std::int64_t first, int repetitions,
                                         const std::function<void()>& awake, Caches caches) {
    m_shared->oracle->prepare(first, repetitions);
    problem().forget_results();
    if (caches == Caches::Cold && m_workshop->walker != nullptr) {
        m_workshop->crews.rest(); // whoever spins at a gate would share its core with the walk
        m_workshop->walker->walk(workers());
    }
    m_runner->wake();
    if (awake) awake();
    const Result<Batch> batch = m_runner->run(first, repetitions);
    if (!batch) return unavailable(batch.error().text());
    return checked(*batch, first, repetitions);
}

tl::expected<Batch, Refused> Side::checked(const Batch& batch, std::int64_t first,
                                           int repetitions) {
    Oracle& oracle = *m_shared->oracle;
    const bool one_by_one = !batch.results.empty();
    if (one_by_one && !oracle.within_bounds(first, batch.results))
        return Unexpected(Refused{PointStatus::Wrong,
                                  fmt::format("The result of '{}' lies further from the serial "
                                              "variant's than another order of additions explains: "
                                              "a wrong result has no time.",
                                              m_request.variant->name)});
    if (!one_by_one && batch.checksum != oracle.expected(first, repetitions))
        return Unexpected(Refused{
            PointStatus::Wrong, fmt::format("The result of '{}' is not that of the serial variant: "
                                            "a wrong result has no time.",
                                            m_request.variant->name)});
    return batch;
}

tl::expected<FirstBatch, Refused> Side::first_batch() {
    constexpr double long_enough_ns = 100'000;
    constexpr int most_repetitions = 1 << 20;
    // Stamps that do not enclose the work would let it grow for minutes.
    constexpr std::int64_t patience_ns = 200'000'000;
    const std::int64_t begin_ns = Recorder::now_ns();
    for (int repetitions = 1;; repetitions *= 8) {
        const auto timed = batch(0, repetitions);
        if (!timed) return Unexpected(timed.error());
        if (timed->duration_ns() >= long_enough_ns || repetitions >= most_repetitions ||
            Recorder::now_ns() - begin_ns > patience_ns)
            return not_done_once({*timed, repetitions});
    }
}

tl::expected<double, Refused> Side::quiet_ns(int repetitions) {
    double least_ns = std::numeric_limits<double>::infinity();
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::vector<double> before_ns;
        const auto timed = batch(0, repetitions, [&] { before_ns = m_runner->lost_ns(); });
        if (!timed) return Unexpected(timed.error());
        const std::vector<double> after_ns = m_runner->lost_ns();
        double lost_ns = 0;
        for (std::size_t i = 0; i < std::min(before_ns.size(), after_ns.size()); ++i)
            lost_ns = std::max(lost_ns, after_ns[i] - before_ns[i]);
        // Reading the books takes a microsecond or two, which is nobody's disturbance.
        if (lost_ns < 0.1 * timed->duration_ns() + 5000)
            least_ns = std::min(least_ns, timed->duration_ns());
    }
    return least_ns;
}

tl::expected<FirstBatch, Refused> Side::not_done_once(FirstBatch first) {
    const Crew crew = m_request.variant->crew;
    // Fewer repetitions than these the doubling check sees through; whoever waits on timers is late
    // as it likes; a card is timed launch by launch.
    constexpr int many = 64;
    if (first.repetitions < many || crew == Crew::Threads || first.batch.launches_ns > 0)
        return first;
    const double explained_ns = crew == Crew::Arena ? 200'000 : 100 * timer().cost_ns;
    const auto once = [&](double few_ns, double many_ns) {
        return std::isfinite(few_ns) &&
               done_once(few_ns, input_count, many_ns, first.repetitions, explained_ns);
    };
    const auto few_ns = quiet_ns(input_count);
    if (!few_ns) return Unexpected(few_ns.error());
    if (!once(*few_ns, first.batch.duration_ns())) return first;
    // Now that everything is warm, again: only what is found twice is called wrong.
    const auto many_ns = quiet_ns(first.repetitions), again_ns = quiet_ns(input_count);
    if (!many_ns || !again_ns) return Unexpected((!many_ns ? many_ns : again_ns).error());
    if (!std::isfinite(*many_ns) || !once(*again_ns, *many_ns)) return first;
    return Unexpected(
        Refused{PointStatus::Wrong,
                fmt::format("{} repetitions took only {:.1f} times as long as {}: the work is done "
                            "once, not each time.",
                            first.repetitions, *many_ns / *again_ns, input_count)});
}

void Side::set_repetitions(int repetitions) {
    m_repetitions = repetitions;
    const Recorder* const record = m_runner->record();
    const int wanted = record == nullptr ? 0 : record->spans_seen();
    // Whoever is quick may take the tasks of all the others, the next time.
    const int for_one = std::min(wanted * workers(), most_spans);
    m_runner->reserve(repetitions, std::min(for_one, 16 * most_spans / workers()));
}

BusyTotals Side::totals(const Batch& batch, int repetitions) {
    const Recorder* const record = m_runner->record();
    if (record == nullptr) return card_totals(batch, repetitions);
    BusyTotals totals = record->totals(repetitions);
    if (is_alone() && totals.serial_ns == 0 && totals.longest_ns == 0) {
        totals.longest_ns = batch.duration_ns() / repetitions;
        totals.busy_ns = {totals.longest_ns};
    }
    return totals;
}

BusyTotals Side::card_totals(const Batch& batch, int repetitions) {
    BusyTotals totals;
    const std::int64_t begin_ns = Recorder::now_ns();
    if (const auto kernel_ns = m_runner->kernel_ns())
        totals.card = CardTimes{*kernel_ns, batch.copies_ns / repetitions};
    m_beside_ns = batch.copies_ns + static_cast<double>(Recorder::now_ns() - begin_ns);
    return totals;
}

std::vector<Span> Side::spans(const Batch& batch) const {
    const Recorder* const record = m_runner->record();
    if (record == nullptr) return {};
    std::vector<Span> spans = record->spans();
    if (is_alone() && spans.empty())
        spans.push_back({.end_ns = static_cast<std::int64_t>(last_repetition_ns(batch))});
    return spans;
}

double Side::last_repetition_ns(const Batch& batch) const {
    const Recorder* const record = m_runner->record();
    return record == nullptr ? batch.duration_ns()
                             : static_cast<double>(batch.end_ns - record->repetition_begin_ns());
}

} // namespace lockstep
