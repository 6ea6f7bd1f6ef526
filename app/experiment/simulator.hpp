// SPDX-License-Identifier: MIT
// The second bench: a process of its own that simulates and never times. It is started when it is
// first asked, and again after it was stopped or failed.
#pragma once

#include "app/experiment/bench_process.hpp"

#include <optional>

namespace lockstep {

class Simulator {
  public:
    /// `options.arguments` start the same program as the first bench's.
    explicit Simulator(BenchProcess::Options options);

    /// A simulation, or something about the trace that it keeps. Sent when it has greeted. Fails
    /// when the process cannot be started.
    Result<void> ask(protocol::ToBench message);
    /// Ends the process, in the middle of a simulation too.
    void stop();

    /// What it said since the last call, without its greeting.
    std::vector<protocol::FromBench> drain();
    /// Said once: a failed process is forgotten with it. What came before stays in drain().
    std::optional<BenchFailure> failure();

  private:
    const BenchProcess::Options m_options;
    std::unique_ptr<BenchProcess> m_bench;
    std::vector<protocol::ToBench> m_waiting; ///< for the greeting
    bool m_greeted = false;
};

} // namespace lockstep
