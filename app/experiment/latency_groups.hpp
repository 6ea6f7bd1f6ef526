// SPDX-License-Identifier: MIT
// The pairs of a latency matrix by what the two CPUs have in common: a matrix of a hundred cores
// nobody reads, five lines everybody.
#pragma once

#include "kernels/protocol/passport.hpp"

namespace lockstep {

struct LatencyGroup {
    std::string words; ///< "same core", "same L3", "same socket", "another socket"
    int pairs = 0;
    double low_ns = 0, median_ns = 0, high_ns = 0;
};

/// From the nearest pairs to the furthest; only groups that have a measured pair.
std::vector<LatencyGroup> latency_groups(const protocol::Layout& layout,
                                         const protocol::CoreLatencies& latencies);

/// The words of the group that this pair belongs to.
std::string what_two_share(const protocol::Layout& layout, int cpu, int other);

} // namespace lockstep
