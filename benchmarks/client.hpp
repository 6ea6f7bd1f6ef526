// SPDX-License-Identifier: MIT
// A bench of this build at the other end of two pipes, for the figures that are the bench's.
#pragma once

#include "kernels/protocol/framing.hpp"

#include <map>
#include <sys/types.h>

namespace lockstep::benchmarks {

/// The samples of one point after the pilot, by round, that nobody disturbed.
struct Timed {
    protocol::PointState state;
    std::map<int, double> time_ns, busy_ns, longest_ns, serial_ns; ///< busy: the workers' sum
};

class Client {
  public:
    /// Starts lockstep-bench, which lies beside this program, in a process group of its own.
    Client();
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// The next message.
    Result<protocol::FromBench> hear();
    void say(const protocol::ToBench& message);

    /// Carries a run out to its end, answering each breath at once.
    Result<std::map<int, Timed>> run(const protocol::RunRequest& request);

  private:
    pid_t m_id = -1;
    int m_in = -1, m_out = -1;
    protocol::Framer m_framer;
};

/// Milliseconds since some moment.
double now_ms();

/// Times of two points in the rounds that both have, in order.
struct Pairs {
    std::vector<double> a_ns, b_ns;
    std::vector<int> rounds;
};
Pairs paired(const Timed& a, const Timed& b);

} // namespace lockstep::benchmarks
