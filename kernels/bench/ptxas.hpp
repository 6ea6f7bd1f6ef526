// SPDX-License-Identifier: MIT
// What ptxas, which makes a card's code of PTX, says of the kernels when it is asked to be verbose:
// registers, static shared memory, spills. nvcc and NVRTC hand its words on.
#pragma once

#include "kernels/protocol/kernel_figures.hpp"
#include "sim/base/result.hpp"

#include <string_view>
#include <vector>

namespace lockstep::bench {

using protocol::figures_for;
using protocol::KernelFigures;

/// The kernels in ptxas's words, each with its architecture, in their order. Words that are not
/// ptxas's are passed over.
std::vector<KernelFigures> read_ptxas_log(std::string_view log);

/// Has the ptxas that the build saw compile PTX for sm_<sm>, and returns its words. Fails where
/// there is none, or with what it complains of.
Result<std::string> ptxas_log_of(const std::string& ptx, int sm);

} // namespace lockstep::bench
