// SPDX-License-Identifier: MIT
// Points and kernels, one after another; a result that is not the serial variant's is said.
#include "kernels/bench/answer_simulate.hpp"

#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/nvrtc.hpp"
#include "kernels/bench/own_folder.hpp"
#include "kernels/bench/ptxas.hpp"
#include "kernels/bench/simulation.hpp"
#include "kernels/measure/oracle.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <new>
#include <optional>

namespace lockstep::bench {

namespace {

using Clock = std::chrono::steady_clock;
using protocol::PointStatus;
using protocol::Simulated;
using protocol::SimulateRequest;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::vector<int> as_ints(const auto& shape) {
    return {static_cast<int>(shape[0]), static_cast<int>(shape[1]), static_cast<int>(shape[2])};
}

protocol::FindingInfo info_of(const simt::Finding& finding) {
    return {std::string(simt::name_of(finding.kind)),
            finding.message,
            finding.remark,
            finding.ptx_line,
            finding.source_line,
            as_ints(finding.block),
            finding.thread,
            finding.lane,
            static_cast<double>(finding.count)};
}

/// More of them say nothing new, and a line has an end.
constexpr std::size_t most_findings = 200;

void put(Simulated& answer, SimulatedLaunches seen, TraceDesk& traces) {
    if (seen.trace != nullptr) {
        traces.take(std::move(seen.trace));
        answer.trace = traces.info();
    }
    for (const simt::CounterInfo& counter : simt::counter_list())
        answer.counters.emplace(counter.name,
                                static_cast<double>(seen.outcome.counters.*counter.member));
    answer.counters.emplace("lane_efficiency", seen.outcome.counters.lane_efficiency());
    for (const simt::Finding& finding : seen.outcome.findings)
        if (answer.findings.size() < most_findings) answer.findings.push_back(info_of(finding));
    answer.finished = seen.outcome.finished;
    answer.remark = seen.outcome.remark;
    answer.shown = std::move(seen.shown);
}

void put_failure(Simulated& answer, const Error& error) {
    answer.status = PointStatus::Unavailable;
    answer.reason = error.text();
}

SimulationOptions options_of(const SimulateRequest& request, std::optional<Residency>& residency) {
    return {request.resident_blocks, request.cores,         request.checks,
            request.global_races,    request.budget_s,      request.shown,
            request.traced_block,    request.traced_launch, residency ? &*residency : nullptr};
}

/// Of the card that the request names; none when it names none.
Result<std::optional<Residency>> residency_of(const SimulateRequest& request) {
    if (request.device.empty()) return std::optional<Residency>();
    LOCKSTEP_TRY(Residency residency, Residency::create(request));
    return std::optional(std::move(residency));
}

void put(Simulated& answer, const std::optional<Residency>& card) {
    if (!card) return;
    answer.occupancy = card->seen();
    answer.figures = card->figures();
}

/// The line that a place ends with: 7 of "mine.cu:7"; 0 when it names none.
int line_of(const std::string& place) {
    int line = 0;
    const auto colon = place.rfind(':');
    if (colon != place.npos)
        std::from_chars(place.data() + colon + 1, place.data() + place.size(), line);
    return line;
}

/// The project's kernels, or the text that came in their place.
Result<std::shared_ptr<const ptx::Module>> module_asked_for(Simulated& answer,
                                                            const Variant& variant,
                                                            const LaunchPlan& plan,
                                                            const SimulateRequest& request) {
    const std::string name(variant.name);
    if (!request.ptx.empty()) return read_module(request.ptx, name + ".ptx");
    if (request.source.empty()) return module_of(variant, plan, own_folder());
    // As the build compiles the original: its result is compared with the serial variant's.
    const auto text = compile_cuda(request.source, name + ".cu", FusedMultiplyAdd::Off,
                                   request.as_written ? Optimised::ForDebugger : Optimised::Yes);
    if (!text) {
        answer.error_line = line_of(text.error().where);
        return Failure(text.error());
    }
    return read_module(*text, name + ".ptx");
}

/// What ptxas said of the text that module_asked_for() reads.
Result<std::string> ptxas_log_asked_for(const Variant& variant, const LaunchPlan& plan,
                                        const SimulateRequest& request, int sm) {
    if (!request.ptx.empty()) return ptxas_log_of(request.ptx, sm);
    if (request.source.empty()) return text_beside(variant, plan, own_folder(), ".ptxas");
    return ptxas_log_of_cuda(request.source, std::string(variant.name) + ".cu", sm,
                             FusedMultiplyAdd::Off);
}

Result<void> simulate_point(Simulated& answer, const protocol::PointRequest& point,
                            const SimulateRequest& request, TraceDesk& traces) {
    LOCKSTEP_TRY(const SideRequest side, find_point(point));
    if (side.variant->crew != Crew::Card)
        return fail("simulate", fmt::format("'{}' is no CUDA kernel.", side.variant->name),
                    "Name a variant that begins with cuda_.");
    LOCKSTEP_TRY(const auto problem, side.workload->create(side.values));
    if (side.workload->items != nullptr) answer.items = side.workload->items(side.values);
    const LaunchPlan plan = side.variant->plan(*problem, 0);
    LOCKSTEP_TRY(const auto module, module_asked_for(answer, *side.variant, plan, request));
    if (!plan.launches.empty()) {
        answer.kernel = plan.launches.front().kernel;
        answer.grid = as_ints(plan.launches.front().grid);
        answer.block = as_ints(plan.launches.front().block);
    }
    LOCKSTEP_TRY(std::optional<Residency> card, residency_of(request));
    if (card && !card->knows())
        card->know(ptxas_log_asked_for(*side.variant, plan, request, card->sm()));
    LOCKSTEP_TRY(SimulatedLaunches seen, simulate_plan(plan, module, options_of(request, card)));
    put(answer, card);
    Oracle oracle(*problem, side.serial);
    oracle.prepare(0, 1);
    if (seen.outcome.finished && folded(0, seen.checksum) != oracle.expected(0, 1)) {
        answer.status = PointStatus::Wrong;
        answer.reason = "Its result is not the serial variant's.";
    }
    put(answer, std::move(seen), traces);
    return {};
}

Result<void> simulate_own(Simulated& answer, const protocol::KernelSource& kernel,
                          const SimulateRequest& request, TraceDesk& traces) {
    answer.kernel = kernel.entry;
    answer.grid = kernel.grid;
    answer.block = kernel.block;
    LOCKSTEP_TRY(std::optional<Residency> card, residency_of(request));
    LOCKSTEP_TRY(SimulatedLaunches seen, simulate_kernel(kernel, options_of(request, card)));
    put(answer, card);
    put(answer, std::move(seen), traces);
    return {};
}

/// The last guard: buffers, texts and traces count towards no budget.
template <class Simulate>
Result<void> within_memory(Simulate simulate) {
    try {
        return simulate();
    } catch (const std::bad_alloc&) {
        return fail("simulate", "the budget of memory is used up: this machine has no more.",
                    "Ask for smaller buffers, fewer blocks, or no trace.");
    }
}

} // namespace

void answer_simulate(Pipe& pipe, SimulateRequest request, TraceDesk& traces) {
    const auto begin = Clock::now();
    if (request.traced_block >= 0) traces.take(nullptr);
    const double each_s = request.budget_s;
    const auto run = [&](int number, auto&& simulate) {
        const double left_s = request.total_s > 0 ? request.total_s - seconds_since(begin) : each_s;
        request.budget_s = std::min(each_s, left_s);
        protocol::Progress progress;
        progress.id = request.id;
        // Each may take its whole budget, and is silent meanwhile.
        progress.next_slice_ms =
            static_cast<int>(1000 * (std::clamp(request.budget_s, 0.1, 590.0) + 1));
        progress.phase = "simulating";
        pipe.send(progress);
        const auto own_begin = Clock::now();
        Simulated answer;
        answer.id = request.id;
        answer.point = number;
        if (left_s <= 0)
            put_failure(answer, {"",
                                 fmt::format("the {} s for all of them were over before its "
                                             "turn came",
                                             request.total_s),
                                 ""});
        else if (const auto done = within_memory([&] { return simulate(answer); }); !done)
            put_failure(answer, done.error());
        answer.seconds = seconds_since(own_begin);
        pipe.send(answer);
    };
    for (const protocol::PointRequest& point : request.points)
        run(point.id,
            [&](Simulated& answer) { return simulate_point(answer, point, request, traces); });
    for (std::size_t i = 0; i < request.kernels.size(); ++i)
        run(static_cast<int>(i), [&](Simulated& answer) {
            return simulate_own(answer, request.kernels[i], request, traces);
        });
    pipe.send(protocol::Done{request.id, false, seconds_since(begin)});
}

} // namespace lockstep::bench
