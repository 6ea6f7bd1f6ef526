// SPDX-License-Identifier: MIT
// The command that has this machine measured.
#include "app/experiment/handlers.hpp"

namespace lockstep::handlers {

void handle(const Context& at, const command::TakePassport&) {
    Session& session = at.session;
    if (session.running() || session.bench.phase != BenchPhase::Ready)
        return;
    // A trace that is being carried out would be measured along.
    if (session.tracing.simulating)
        at.effects.cancel_simulation();
    session.passport.problem.clear();
    BenchState& bench = session.bench;
    bench.phase = BenchPhase::Running;
    bench.run_id = passport_id;
    bench.activity = "getting ready";
    bench.rounds_done = bench.rounds_planned = 0;
    bench.seconds_left = 0;
    bench.command = "lockstep passport --again";
    at.effects.take_passport({passport_id, true});
}

} // namespace lockstep::handlers
