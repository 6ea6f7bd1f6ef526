// SPDX-License-Identifier: MIT
// What a Trace is made of; only its own files include this.
#pragma once

#include "sim/simt/replay.hpp"

namespace lockstep::simt {

struct Trace::Parts {
    std::shared_ptr<const Program> program;
    int warps = 1;
    std::uint64_t shared_bytes = 0;
    std::unique_ptr<Recording> recording;
    std::unique_ptr<Replay> replay;
};

} // namespace lockstep::simt
