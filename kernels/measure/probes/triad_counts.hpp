// SPDX-License-Identifier: MIT
// By how many workers a bandwidth is measured: by every number where the time is enough for it.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <span>
#include <vector>

namespace lockstep {

struct TriadCounts {
    /// 1, all, 2, and those with which the cores, a class of cores, a NUMA node or a cache that
    /// several cores share are full: where a curve may bend. The most telling come first.
    std::vector<int> telling;
    /// The others: first those that double, then each as far as it goes from all before it.
    std::vector<int> between;
};

/// `cpus`: in the order in which workers are pinned to them. Something counts as full as soon as
/// each of its cores has a worker; second hardware threads add no core.
TriadCounts triad_counts(const protocol::Layout& layout, std::span<const int> cpus, int workers);

} // namespace lockstep
