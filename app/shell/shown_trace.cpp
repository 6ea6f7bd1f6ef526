// SPDX-License-Identifier: MIT
#include "app/shell/shown_trace.hpp"

#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

bool is_same(const protocol::PointRequest& a, const protocol::PointRequest& b) {
    return a.workload == b.workload && a.variant == b.variant && a.parameters == b.parameters;
}

/// What the session would have to be asked for; nothing when it has it.
std::optional<Command> wanted(const Session& session) {
    const Tracing& tracing = session.tracing;
    if (session.page == "trace")
        return session.opened_trace && tracing.file != session.opened_trace->path
                   ? std::optional<Command>(command::ReplayTrace{})
                   : std::nullopt;
    const auto kernel = shown_kernel(session);
    if (!kernel || (tracing.file.empty() && is_same(kernel->point, tracing.point)))
        return std::nullopt;
    return command::TracePoint{kernel->point};
}

void say(std::string_view words) {
    text_wrapped(TextStyle::Label, palette().soft, words);
}

void say_problem(const Tracing& tracing, Commands& commands) {
    say(tracing.problem);
    if (!tracing.as_written)
        return;
    vertical_space(4);
    if (link("Back to the kernel as it is compiled", TextStyle::Label))
        commands.push_back(command::TracePoint{tracing.point});
}

} // namespace

bool can_trace(const Session& session) {
    return session.page == "trace" ? session.opened_trace.has_value()
                                   : shown_kernel(session).has_value();
}

bool trace_in_sight(const Session& session, Commands& commands) {
    const Tracing& tracing = session.tracing;
    const auto ask = wanted(session);
    if (ask && !session.running())
        commands.push_back(*ask);
    if (!ask && !tracing.problem.empty()) {
        say_problem(tracing, commands);
        return false;
    }
    if (!ask && tracing.has_trace() && !tracing.window.warp.empty())
        return true;
    say("The block is carried out, lane by lane ...");
    return false;
}

bool steps_by_keys(const Session& session) {
    if (!session.tracing.has_trace() || session.timing())
        return false;
    if (session.page != "trace" && session.page != "lesson")
        return false;
    const View* open = open_view(session);
    return open && open->of_trace;
}

} // namespace lockstep::shell
