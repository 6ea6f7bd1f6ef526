// SPDX-License-Identifier: MIT
// The caches, those that are alike as one entry, from the nearest to the furthest.
#pragma once

#include "kernels/protocol/passport.hpp"

struct hwloc_topology;

namespace lockstep {

/// As hwloc sees them; empty where it sees none.
std::vector<protocol::CacheInfo> caches_of(hwloc_topology* topology);

/// As the C library knows them, which asks the processor itself: sizes and lines, but not who
/// shares them. Empty where it does not know.
std::vector<protocol::CacheInfo> caches_of_library();

/// The data or unified caches among them, one for each level (on a hybrid machine the first).
std::vector<protocol::CacheInfo> data_levels(const std::vector<protocol::CacheInfo>& caches);

} // namespace lockstep
