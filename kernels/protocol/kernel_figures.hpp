// SPDX-License-Identifier: MIT
// Which of ptxas's figures hold for a card.
#pragma once

#include "kernels/protocol/simulation.hpp"

#include <span>
#include <string_view>

namespace lockstep::protocol {

/// Those of the code that a card runs: made for its architecture, or for an earlier one of its
/// generation. Null when there is none: its driver would make some. `sm` is 90 for compute
/// capability 9.0.
const KernelFigures* figures_for(std::span<const KernelFigures> figures, std::string_view kernel,
                                 int sm);

} // namespace lockstep::protocol
