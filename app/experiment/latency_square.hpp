// SPDX-License-Identifier: MIT
// A latency matrix as it is drawn: both halves, and its CPUs in the order of the core map, so that
// those that share a cache stand side by side.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lockstep {

struct LatencySquare {
    std::vector<int> cpus;
    std::vector<double> ns;         ///< row by row; NaN: not measured, and a CPU with itself
    double low_ns = 0, high_ns = 0; ///< of all pairs; 0 where none was measured

    std::size_t side() const { return cpus.size(); }
    double at(std::size_t row, std::size_t column) const { return ns[row * side() + column]; }
    /// Where a latency lies between the least and the most, as factors go: 0 .. 1.
    double share(double latency_ns) const;
};

LatencySquare latency_square(const protocol::Layout& layout,
                             const protocol::CoreLatencies& latencies);

/// Of a pair: "CPU 3 and CPU 12: 43 ns, same L3".
std::string pair_words(const protocol::Layout& layout, const LatencySquare& square, std::size_t row,
                       std::size_t column);

} // namespace lockstep
