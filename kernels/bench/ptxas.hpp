// SPDX-License-Identifier: MIT
// What ptxas, which makes a card's code of PTX, says of the kernels when it is asked to be verbose:
// registers, static shared memory, spills. nvcc and NVRTC hand its words on.
#pragma once

#include "kernels/protocol/simulation.hpp"
#include "sim/base/result.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace lockstep::bench {

using protocol::KernelFigures;

/// The kernels in ptxas's words, each with its architecture, in their order. Words that are not
/// ptxas's are passed over.
std::vector<KernelFigures> read_ptxas_log(std::string_view log);

/// Those of the code that a card runs: made for its architecture, or for an earlier one of its
/// generation. Null when there is none: its driver would make some.
const KernelFigures* figures_for(std::span<const KernelFigures> figures, std::string_view kernel,
                                 int sm);

/// Has the ptxas that the build saw compile PTX for sm_<sm>, and returns its words. Fails where
/// there is none, or with what it complains of.
Result<std::string> ptxas_log_of(const std::string& ptx, int sm);

} // namespace lockstep::bench
