// SPDX-License-Identifier: MIT
// Commands of the stepper: which kernel, which step, what to look for.
#include "app/experiment/handlers.hpp"
#include "app/experiment/trace_news.hpp"

#include <algorithm>

namespace lockstep::handlers {

namespace {

/// Long enough for any kernel of a lesson, and an end for one that has none.
constexpr double trace_budget_s = 30;

} // namespace

void handle(const Context& at, const command::EditKernel& edit) {
    std::string& text = at.session.own_kernels[edit.kernel];
    text = edit.text;
    if (text.empty())
        at.session.own_kernels.erase(edit.kernel);
}

void handle(const Context& at, const command::TracePoint& trace) {
    // Nothing is simulated while something is timed, and a run's points come first.
    if (at.session.running() || trace.point.workload.empty())
        return;
    at.session.tracing = {};
    at.session.tracing.point = trace.point;
    at.session.tracing.source = trace.source;
    at.session.tracing.simulating = true;
    protocol::SimulateRequest request;
    request.id = trace_id;
    request.points = {trace.point};
    request.checks = true;
    request.budget_s = trace_budget_s;
    request.traced_block = 0;
    request.source = trace.source;
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::ShowStep& show) {
    if (!at.session.timing())
        show_step(at.session, show.step, at.effects);
}

void handle(const Context& at, const command::SeekStep& seek) {
    const Tracing& tracing = at.session.tracing;
    if (at.session.timing() || !tracing.has_trace())
        return;
    protocol::SeekRequest request;
    request.id = trace_id;
    request.from = tracing.cursor;
    request.backward = seek.backward;
    request.what = seek.what;
    request.warp = seek.what == "finding" ? -1 : tracing.warp;
    request.line = seek.line;
    at.effects.ask_simulator(request);
}

void handle(const Context& at, const command::TraceWarp& chosen) {
    Tracing& tracing = at.session.tracing;
    if (at.session.timing() || !tracing.has_trace())
        return;
    tracing.warp = std::clamp(chosen.warp, 0, std::max(0, tracing.info.warps - 1));
    // Its step that is nearest behind the cursor; the first search may start at the cursor itself.
    protocol::SeekRequest request;
    request.id = trace_id;
    request.from = tracing.cursor;
    request.what = "step";
    request.warp = tracing.warp;
    at.effects.ask_simulator(request);
}

} // namespace lockstep::handlers
