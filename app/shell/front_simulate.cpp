// SPDX-License-Identifier: MIT
// The front's second bench: it is asked when nothing is timed, and answers while frames are drawn.
#include "app/experiment/simulation_news.hpp"
#include "app/experiment/trace_news.hpp"
#include "app/shell/front.hpp"

namespace lockstep::shell {

BenchProcess::Options Front::bench_options() {
    BenchProcess::Options options;
    options.arguments = m_options.bench;
    options.wake = [this] { m_doorbell.ring(); };
    return options;
}

void Front::start_simulation(const protocol::SimulateRequest& request) {
    if (const auto asked = m_simulator.ask(request); !asked)
        simulation_failed(m_session, {asked.error().text(), {}}, *this);
}

void Front::cancel_simulation() {
    m_simulator.stop();
    forget_trace(m_session, "");
}

void Front::ask_simulator(const protocol::ToBench& message) {
    if (const auto asked = m_simulator.ask(message); !asked)
        forget_trace(m_session, asked.error().text());
}

bool Front::take_simulated() {
    std::vector<protocol::FromBench> messages = m_simulator.drain();
    for (protocol::FromBench& message : messages) {
        // A bench that cannot simulate does not know whose request it refuses; there is only one.
        if (auto* error = std::get_if<protocol::ErrorMessage>(&message); error && error->id.empty())
            error->id =
                m_session.simulating() ? m_session.simulation.run_id : std::string(trace_id);
        if (!hear_of_trace(m_session, message, *this))
            receive(m_session, message, *this);
    }
    const auto failure = m_simulator.failure();
    // One that dies while nobody waits for it is started again when it is needed.
    if (failure && m_session.simulating())
        simulation_failed(m_session, *failure, *this);
    if (failure)
        forget_trace(m_session, failure->sentence);
    return failure || !messages.empty();
}

} // namespace lockstep::shell
