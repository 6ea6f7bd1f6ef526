// SPDX-License-Identifier: MIT
// Making a point ready, and checking each of its batches.
#include "kernels/measure/side.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
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
                                         const std::function<void()>& awake) {
    m_shared->oracle->prepare(first, repetitions);
    m_runner->wake();
    if (awake) awake();
    const Result<Batch> batch = m_runner->run(first, repetitions);
    if (!batch) return unavailable(batch.error().text());
    if (batch->checksum != m_shared->oracle->expected(first, repetitions))
        return Unexpected(Refused{
            PointStatus::Wrong, fmt::format("The result of '{}' is not that of the serial variant: "
                                            "a wrong result has no time.",
                                            m_request.variant->name)});
    return *batch;
}

tl::expected<FirstBatch, Refused> Side::first_batch() {
    constexpr double long_enough_ns = 100'000;
    constexpr int most_repetitions = 1 << 20;
    for (int repetitions = 1;; repetitions *= 8) {
        const auto timed = batch(0, repetitions);
        if (!timed) return Unexpected(timed.error());
        if (timed->duration_ns() >= long_enough_ns || repetitions >= most_repetitions)
            return FirstBatch{*timed, repetitions};
    }
}

void Side::set_repetitions(int repetitions) {
    m_repetitions = repetitions;
    const Recorder* const record = m_runner->record();
    const int wanted = record == nullptr ? 0 : record->spans_seen();
    // Whoever is quick may take the tasks of all the others, the next time.
    const int for_one = std::min(wanted * workers(), most_spans);
    m_runner->reserve(repetitions, std::min(for_one, 16 * most_spans / workers()));
}

BusyTotals Side::totals(int repetitions) const {
    const Recorder* const record = m_runner->record();
    return record == nullptr ? BusyTotals{} : record->totals(repetitions);
}

std::vector<Span> Side::spans() const {
    const Recorder* const record = m_runner->record();
    return record == nullptr ? std::vector<Span>{} : record->spans();
}

double Side::last_repetition_ns(const Batch& batch) const {
    const Recorder* const record = m_runner->record();
    return record == nullptr ? batch.duration_ns()
                             : static_cast<double>(batch.end_ns - record->repetition_begin_ns());
}

} // namespace lockstep
