// SPDX-License-Identifier: MIT
// The command line's end of the bench. It answers `go` at once and sleeps between messages, so that
// it takes no time from what is measured. Ctrl+C ends the bench and every wait.
#pragma once

#include "app/cli/options.hpp"
#include "app/experiment/bench_process.hpp"
#include "app/experiment/run.hpp"
#include "app/experiment/simulator.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace lockstep::cli {

/// Why a conversation with the bench did not come to its end: exit code and calm words, with the
/// last lines of the bench's log.
struct Trouble {
    ExitCode code = cannot;
    std::string sentence; ///< empty for Ctrl+C
    std::vector<std::string> log;
};

class BenchClient {
  public:
    /// Starts the bench and waits for its greeting and for what it can say of the machine.
    static tl::expected<std::unique_ptr<BenchClient>, Trouble> create();
    ~BenchClient();
    BenchClient(const BenchClient&) = delete;
    BenchClient& operator=(const BenchClient&) = delete;

    const protocol::Catalogue& catalogue() const { return m_catalogue; }
    const protocol::Machine& machine() const { return m_machine; }

    /// Sends the request of that id, a run or a passport, and hands over each message until it is
    /// done; `go` is answered here.
    std::optional<Trouble> carry_out(const protocol::ToBench& request, const std::string& id,
                                     const std::function<void(const protocol::FromBench&)>& take);

    /// Has a second bench simulate, and hands over each message until it is done. Nothing is timed
    /// meanwhile.
    std::optional<Trouble> simulate(const protocol::SimulateRequest& request,
                                    const std::function<void(const protocol::FromBench&)>& take);
    /// Sends what is answered by one message, and waits for that.
    tl::expected<protocol::FromBench, Trouble> ask(const protocol::ToBench& request);

  private:
    BenchClient();
    using Clock = std::chrono::steady_clock;
    using Messages = tl::expected<std::vector<protocol::FromBench>, Trouble>;
    bool sleep_until_news(std::optional<Clock::time_point> until);
    /// The messages that came from one of the two; blocks until there is one, or until then: none.
    Messages next(auto& bench, std::optional<Clock::time_point> until = {});
    std::optional<Trouble> greet();

    std::unique_ptr<BenchProcess> m_bench;
    Simulator m_simulator; ///< started when it is first asked
    protocol::Catalogue m_catalogue;
    protocol::Machine m_machine;
};

} // namespace lockstep::cli
