// SPDX-License-Identifier: MIT
// A step as a trace shows it.
#pragma once

#include "sim/simt/touches.hpp"
#include "sim/simt/trace.hpp"

namespace lockstep::simt {

/// Before it is executed.
TraceStep describe(std::uint64_t number, const Warp& warp, const Step& step, Mask on);

} // namespace lockstep::simt
