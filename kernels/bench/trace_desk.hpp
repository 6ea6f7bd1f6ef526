// SPDX-License-Identifier: MIT
// The latest trace, and the answers to what is asked of it.
#pragma once

#include "kernels/bench/pipe.hpp"

#include "sim/simt/trace.hpp"

namespace lockstep::bench {

class TraceDesk {
  public:
    /// The trace that is asked about from now on; null: there is none.
    void take(std::unique_ptr<simt::Trace> trace) { m_trace = std::move(trace); }
    /// What the front is told of it.
    protocol::TraceInfo info() const;

    // Each fails, in a sentence, when there is no trace or the request asks for what cannot be.
    Result<protocol::Steps> answer(const protocol::StepsRequest& request);
    Result<protocol::Registers> answer(const protocol::RegistersRequest& request);
    Result<protocol::SharedBytes> answer(const protocol::SharedRequest& request);
    Result<protocol::SoughtStep> answer(const protocol::SeekRequest& request);
    Result<protocol::Overview> answer(const protocol::OverviewRequest& request);
    Result<protocol::PtxText> answer(const protocol::PtxRequest& request);

    /// Sends the answer, or the error.
    template <class Request>
    void answer_to(Pipe& pipe, const Request& request) {
        if (auto made = answer(request); made)
            pipe.send(*std::move(made));
        else
            pipe.send(protocol::ErrorMessage{request.id, made.error()});
    }

  private:
    Result<void> check() const;

    std::unique_ptr<simt::Trace> m_trace;
};

} // namespace lockstep::bench
