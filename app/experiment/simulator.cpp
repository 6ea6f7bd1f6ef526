// SPDX-License-Identifier: MIT
// Starting, asking and stopping the second bench.
#include "app/experiment/simulator.hpp"

#include <utility>

namespace lockstep {

Simulator::Simulator(BenchProcess::Options options) : m_options(std::move(options)) {}

Result<void> Simulator::ask(protocol::ToBench message) {
    if (!m_bench) {
        LOCKSTEP_TRY(m_bench, BenchProcess::create(m_options));
        m_greeted = false;
    }
    // Its own deadline holds until it greets; that of a request would be too short for ssh.
    if (m_greeted)
        m_bench->send(message);
    else
        m_waiting.push_back(std::move(message));
    return {};
}

void Simulator::stop() {
    m_waiting.clear();
    m_bench.reset();
}

std::vector<protocol::FromBench> Simulator::drain() {
    std::vector<protocol::FromBench> said;
    if (!m_bench)
        return said;
    for (protocol::FromBench& message : m_bench->drain()) {
        if (!std::holds_alternative<protocol::Hello>(message)) {
            said.push_back(std::move(message));
            continue;
        }
        m_greeted = true;
        for (const protocol::ToBench& waiting : std::exchange(m_waiting, {}))
            m_bench->send(waiting);
    }
    return said;
}

std::optional<BenchFailure> Simulator::failure() {
    auto failed = m_bench ? m_bench->failure() : std::nullopt;
    if (failed)
        stop();
    return failed;
}

} // namespace lockstep
