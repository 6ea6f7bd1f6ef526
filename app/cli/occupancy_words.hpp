// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/protocol/simulation.hpp"

#include <string>

namespace lockstep::cli {

/// What a kernel takes of an SM and how many of its blocks fit there, as sentences; which registers
/// were counted with, and a range where nobody knows them.
std::string occupancy_words(const protocol::OccupancyInfo& occupancy);

} // namespace lockstep::cli
