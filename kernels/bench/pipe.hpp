// SPDX-License-Identifier: MIT
// The bench's end of the protocol: standard output is moved away before anything can print to it, a
// thread reads requests, and the process ends as soon as its input closes.
#pragma once

#include "kernels/protocol/framing.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace lockstep::bench {

/// Moves standard output to another descriptor, which it returns, and lets descriptor 1 mean
/// standard error: nothing that a library prints can enter the protocol. To be called first in
/// main().
int take_standard_output();

class Pipe {
  public:
    /// Starts reading standard input. When that closes the process ends, at once and without a
    /// word: whoever asked is gone.
    explicit Pipe(int output);
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    /// Writes the whole message; blocks while the pipe is full. Only called between slices.
    void send(const protocol::FromBench& message);

    /// Waits for the next request. A line that is no request is an Error; after a stream that has
    /// lost its frame the process ends.
    Result<protocol::ToBench> next_request();

    /// Waits at most `most_ms` for the `go` of this request. The others that have come are dropped,
    /// but not what they say of frames: every one since the last call is returned.
    std::vector<protocol::Go> gos(const std::string& id, int most_ms);

  private:
    void read_forever();
    void take(const std::string& line);

    int m_output;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<Result<protocol::ToBench>> m_requests;
    std::vector<protocol::Go> m_gos;
};

} // namespace lockstep::bench
