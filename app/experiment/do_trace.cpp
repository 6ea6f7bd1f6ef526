// SPDX-License-Identifier: MIT
// Commands of the stepper: which kernel, which step, what to look for.
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/trace_news.hpp"
#include "sim/simt/limits.hpp"

#include <algorithm>
#include <utility>

namespace lockstep::handlers {

namespace {

/// Long enough for any kernel of a lesson, and an end for one that has none.
constexpr double trace_budget_s = 30;
/// A closer look has no fewer steps than this.
constexpr std::int64_t fewest_summed = 64;

} // namespace

void handle(const Context& at, const command::EditKernel& edit) {
    if (edit.kernel.empty())
        return;
    std::string& text = at.session.own_kernels[edit.kernel];
    text = edit.text;
    at.session.unkept_kernels.insert(edit.kernel);
    if (!text.empty())
        return;
    at.session.own_kernels.erase(edit.kernel);
    keep_kernels(at); // as it was: the ledger is told at once
}

void keep_kernels(const Context& at) {
    for (const std::string& kernel : std::exchange(at.session.unkept_kernels, {})) {
        const auto own = at.session.own_kernels.find(kernel);
        const std::string text = own == at.session.own_kernels.end() ? "" : own->second;
        at.remember(events::kernel_kind, kernel, events::write_kernel(text));
    }
}

void handle(const Context& at, const command::TracePoint& trace) {
    // Nothing is simulated while something is timed, and a run's points come first.
    if (at.session.running() || trace.point.workload.empty())
        return;
    keep_kernels(at);
    at.session.tracing = {};
    at.session.tracing.point = trace.point;
    at.session.tracing.source = trace.source;
    at.session.tracing.as_written = trace.as_written;
    at.session.tracing.simulating = true;
    protocol::SimulateRequest request;
    request.id = trace_id;
    request.points = {trace.point};
    request.checks = true;
    request.budget_s = trace_budget_s;
    request.traced_block = 0;
    request.source = trace.source;
    request.as_written = trace.as_written;
    if (const simt::Device* card = at.session.card())
        request.device = simt::limits_of(*card);
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::ReplayTrace&) {
    if (at.session.running() || !at.session.opened_trace)
        return;
    at.session.tracing = {};
    at.session.tracing.file = at.session.opened_trace->path;
    at.session.tracing.simulating = true;
    protocol::SimulateRequest request = at.session.opened_trace->file.request;
    request.id = trace_id;
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::ShowStep& show) {
    if (!at.session.timing())
        show_step(at.session, show.step, at.effects);
}

void handle(const Context& at, const command::SeekStep& seek) {
    Tracing& tracing = at.session.tracing;
    if (at.session.timing() || !tracing.has_trace())
        return;
    protocol::SeekRequest request;
    request.id = trace_id;
    request.from = tracing.cursor;
    request.backward = seek.backward;
    request.what = seek.what;
    request.warp = seek.what == "finding" ? -1 : tracing.warp;
    request.line = seek.line;
    request.file = seek.file;
    // Who is at the line already wants to come there once more, not to its next instruction.
    request.anew = seek.what == "line";
    tracing.sought_line = seek.what == "line" ? seek.line : 0;
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::TraceWarp& chosen) {
    Tracing& tracing = at.session.tracing;
    if (at.session.timing() || !tracing.has_trace())
        return;
    tracing.warp = std::clamp(chosen.warp, 0, std::max(0, tracing.info.warps - 1));
    tracing.sought_line = 0;
    protocol::SeekRequest request;
    request.id = trace_id;
    // A search forward begins behind the step that it is given.
    request.from = chosen.at < 0 ? tracing.cursor : chosen.backward ? chosen.at : chosen.at - 1;
    request.backward = chosen.backward;
    request.what = "step";
    request.warp = tracing.warp;
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::ZoomBlock& zoom) {
    Tracing& tracing = at.session.tracing;
    if (!tracing.has_trace())
        return;
    const std::int64_t all = tracing.info.steps;
    const std::int64_t now = tracing.overview_count > 0 ? tracing.overview_count : all;
    const std::int64_t next =
        zoom.closer ? std::max(std::min(all, fewest_summed), now / 4) : now * 4;
    tracing.overview_count = next >= all ? 0 : next;
    tracing.overview_from = 0;
    tracing.overview_asked = 0;
    keep_in_overview(tracing);
}

void handle(const Context& at, const command::SummariseBlock& summary) {
    Tracing& tracing = at.session.tracing;
    if (at.session.timing() || !tracing.has_trace() || summary.columns == tracing.overview_asked)
        return;
    tracing.overview_asked = summary.columns;
    protocol::OverviewRequest request;
    request.id = trace_id;
    request.columns = summary.columns;
    request.from = tracing.overview_from;
    request.count = tracing.overview_count;
    at.effects.ask_simulator(request);
}

} // namespace lockstep::handlers
