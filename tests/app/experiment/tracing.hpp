// SPDX-License-Identifier: MIT
// A session that steps through a kernel of 5000 steps in two warps.
#pragma once

#include "app/experiment/trace_news.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep::testing_support {

struct TracedScene : Scene {
    static constexpr std::int64_t steps = 5000;
    protocol::PointRequest kernel{0, "gather", "cuda_1", {{"stride", 2}}};

    /// The last thing asked for of that kind; fails the test when there is none.
    template <class Request>
    Request asked() {
        for (auto message = effects.asked.rbegin(); message != effects.asked.rend(); ++message)
            if (const auto* found = std::get_if<Request>(&*message))
                return *found;
        ADD_FAILURE() << "it was not asked for";
        return {};
    }
    bool hear(const protocol::FromBench& message) {
        return hear_of_trace(session, message, effects);
    }
    protocol::Simulated simulated() const {
        protocol::Simulated answer;
        answer.id = std::string(trace_id);
        answer.trace.block = 0;
        answer.trace.steps = steps;
        answer.trace.warps = 2;
        return answer;
    }
    /// The answer to the last request for steps: every other one is of warp 1.
    void send_steps() {
        const auto request = asked<protocol::StepsRequest>();
        protocol::Steps answer;
        answer.id = request.id;
        answer.from = request.from;
        for (std::int64_t i = request.from; i < std::min(steps, request.from + request.count);
             ++i) {
            answer.warp.push_back(static_cast<int>(i % 2));
            answer.function.push_back(0);
            answer.instruction.push_back(0);
            answer.ptx_line.push_back(1);
            answer.chain.push_back(-1);
            answer.lanes.push_back(~0u);
            answer.on.push_back(~0u);
            answer.kind.push_back(0);
            answer.flags.push_back(0);
        }
        hear(answer);
    }
    void begin() {
        act(command::TracePoint{kernel});
        hear(simulated());
        send_steps();
    }
    const Tracing& tracing() const { return session.tracing; }
};

} // namespace lockstep::testing_support
