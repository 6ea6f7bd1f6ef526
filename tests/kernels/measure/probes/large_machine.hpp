// SPDX-License-Identifier: MIT
// The layout of a server that is not here: two sockets of 64 cores, four NUMA nodes in each, a last
// cache for every eight cores, two hardware threads a core.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <vector>

namespace lockstep {

struct LargeMachine {
    static constexpr int cores = 128;
    protocol::Layout layout;
    std::vector<int> cpus; ///< in the order of pinning: the second threads come last

    LargeMachine() {
        protocol::CacheInfo l1{1, "data", 32768, 64, 8, cores, 2, {}};
        protocol::CacheInfo l2{2, "unified", 1048576, 64, 8, cores, 2, {}};
        protocol::CacheInfo l3{3, "unified", 33554432, 64, 16, cores / 8, 16, {}};
        layout.kinds = {{"", cores, 0}};
        l3.cpus.resize(cores / 8);
        for (int node = 0; node < 8; ++node)
            layout.nodes.push_back({node, 96, {}});
        for (int core = 0; core < cores; ++core) {
            const std::vector<int> both{core, core + cores};
            layout.cores.push_back({core / 64, core / 16, 0, both, true});
            l1.cpus.push_back(both);
            l2.cpus.push_back(both);
            for (const int cpu : both) {
                l3.cpus[static_cast<std::size_t>(core / 8)].push_back(cpu);
                layout.nodes[static_cast<std::size_t>(core / 16)].cpus.push_back(cpu);
            }
        }
        layout.caches = {l1, l2, l3};
        for (int cpu = 0; cpu < 2 * cores; ++cpu)
            cpus.push_back(cpu);
    }
};

} // namespace lockstep
