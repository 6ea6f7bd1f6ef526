// SPDX-License-Identifier: MIT
// Answers requests, one after another, until the input closes.
#pragma once

#include "kernels/bench/pipe.hpp"
#include "kernels/bench/trace_desk.hpp"
#include "kernels/measure/side.hpp"

namespace lockstep::bench {

/// "lockstep-bench 1.0.0".
std::string bench_name();

class Server {
  public:
    Server(Pipe& pipe, CardMaker card);

    /// Says hello and serves; does not return.
    [[noreturn]] void serve();

  private:
    void answer(const protocol::RunRequest& run);
    void answer(const protocol::PassportRequest& passport);
    void answer(const protocol::PictureRequest& picture);
    void answer(const protocol::SimulateRequest& simulate);
    void answer(const protocol::Go&) {} // never queued
    /// The others ask about the trace.
    template <class Request>
    void answer(const Request& request) {
        m_traces.answer_to(m_pipe, request);
    }
    void answer_in_full(const std::string& id);
    void send_picture(const std::string& id, const Side& side);
    void send_error(const std::string& id, const Error& error);

    Pipe& m_pipe;
    CardMaker m_card;
    Crews m_crews;
    protocol::Machine m_machine;
    TraceDesk m_traces;
};

} // namespace lockstep::bench
