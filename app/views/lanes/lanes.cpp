// SPDX-License-Identifier: MIT
// The stepper: the kernel of the chosen point, carried out lane by lane, one warp at a time.
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/lanes/parts.hpp"

namespace lockstep::lanes_view {

namespace {

using shell::TextStyle;

constexpr std::size_t rows_in_sight = 17;

bool is_same(const protocol::PointRequest& a, const protocol::PointRequest& b) {
    return a.workload == b.workload && a.variant == b.variant && a.parameters == b.parameters;
}

bool available(const Session& session) {
    return shell::shown_kernel(session).has_value();
}

void say(const std::string& words) {
    shell::text_wrapped(TextStyle::Label, shell::palette().soft, words);
}

void draw(const Session& session, Commands& commands) {
    const auto kernel = shell::shown_kernel(session);
    const Tracing& tracing = session.tracing;
    if (!kernel)
        return;
    if (!is_same(kernel->point, tracing.point) && !session.running())
        commands.push_back(command::TracePoint{kernel->point});
    if (!tracing.problem.empty())
        return say(tracing.problem);
    if (!tracing.has_trace() || tracing.window.warp.empty())
        return say("The first block is carried out, lane by lane ...");
    const Sight sight = sight_of(tracing, rows_in_sight);
    say(tracing.source.empty() ? "Simulated: a row is a PTX instruction of a warp, not a time."
                               : "Simulated, your version: a row is a PTX instruction of a warp, "
                                 "not a time.");
    draw_grid(sight, tracing, commands);
    draw_controls(sight, tracing, commands);
    draw_details(sight, tracing);
    if (tracing.info.seeks_take_longer)
        say("This block takes so many steps that going far back takes longer.");
    if (tracing.info.ends_early)
        say("The block is longer than what can be kept; its end is not shown.");
}

} // namespace

} // namespace lockstep::lanes_view

namespace lockstep::shell {

extern const View lanes_view{"lanes", "Lanes", 5, &lockstep::lanes_view::available,
                             &lockstep::lanes_view::draw};

} // namespace lockstep::shell
