// SPDX-License-Identifier: MIT
// Finding, taking and forgetting a passport.
#include "app/experiment/passport_news.hpp"

#include "app/experiment/machine_roofs.hpp"

#include <utility>

namespace lockstep {

void passport_machine(Session& session, const protocol::Machine& machine, Effects& effects) {
    PassportState& state = session.passport;
    if (state.machine != machine.hash)
        state = {};
    state.machine = machine.hash;
    if (!state.taken)
        effects.find_passport(machine);
}

void passport_found(Session& session, const std::string& machine,
                    std::optional<protocol::Passport> passport) {
    PassportState& state = session.passport;
    if (machine != state.machine)
        return; // of a bench that is gone
    state.sought = true;
    if (state.taken || !passport)
        return;
    state.taken = std::move(passport);
    state.kept = true;
    put_roofs(session.machine, *state.taken);
}

void passport_measured(Session& session, const protocol::PassportAnswer& answer, Effects& effects) {
    if (!session.taking_passport() || answer.id != passport_id)
        return;
    session.bench.phase = BenchPhase::Ready;
    session.bench.run_id.clear();
    session.bench.activity.clear();
    PassportState& state = session.passport;
    state.machine = answer.machine.hash;
    state.sought = true;
    // A bench that is a script may have nothing to say.
    if (answer.passport.edition == 0) {
        state.problem = "This bench measures no passport.";
        return;
    }
    state.taken = answer.passport;
    state.kept = false;
    state.problem.clear();
    put_roofs(session.machine, *state.taken);
    effects.keep_passport(answer);
}

} // namespace lockstep
