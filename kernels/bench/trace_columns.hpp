// SPDX-License-Identifier: MIT
// Steps of a trace as the columns of the protocol.
#pragma once

#include "kernels/protocol/messages.hpp"
#include "sim/simt/program.hpp"
#include "sim/simt/trace.hpp"

namespace lockstep::bench {

/// Without the id. What was found is of these steps alone.
protocol::Steps columns_of(const simt::Trace& trace, const std::vector<simt::TraceStep>& steps);

} // namespace lockstep::bench
