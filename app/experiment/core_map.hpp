// SPDX-License-Identifier: MIT
// The cores of a machine in one row, ordered so that those that share something stand side by side,
// and what they share as stretches below them: caches, sockets, the memory of a node. A picture of
// that has no boxes inside boxes.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// Neighbours of a core map that have something in common.
struct CoreStretch {
    int first = 0, last = 0; ///< places in CoreMap::order
    std::string words;       ///< "32 MiB", "socket 1", "P cores, up to 4.5 GHz"
};

struct CoreMapRow {
    std::string name; ///< "L1", "L2", "socket", "memory"
    std::vector<CoreStretch> stretches;
};

struct CoreMap {
    std::vector<int> order;         ///< indices into Layout::cores
    std::vector<CoreStretch> kinds; ///< of several classes only
    /// From the nearest to the furthest. A row is left out where the system does not say who shares
    /// what; with one socket there is no row of sockets.
    std::vector<CoreMapRow> rows;
};

CoreMap core_map_of(const protocol::Layout& layout);

/// Where lines of at most `most` cores begin: at 0, and then where as much as possible that is
/// shared stays in one line.
std::vector<int> core_map_lines(const CoreMap& map, int most);

/// Of a core: "CPU 0 and 4, a P core, up to 4.5 GHz: L1 48 KiB, L2 2 MiB, L3 32 MiB, node 0".
std::string core_words(const protocol::Layout& layout, int core);

/// "48 KiB", "1.25 MiB".
std::string cache_size_words(double bytes);

} // namespace lockstep
