// SPDX-License-Identifier: MIT
#include "app/blocks/figure/core_map/bare_layout.hpp"

#include <algorithm>

namespace lockstep::core_map {

protocol::Layout bare_layout(const protocol::Machine& machine) {
    protocol::Layout layout;
    const int usable = std::max(1, machine.cores);
    const int siblings = std::max(1, machine.threads / usable);
    const int present = std::max(usable, machine.cores_present);
    layout.kinds.push_back({"", present, 0});
    for (int core = 0; core < present; ++core) {
        protocol::CoreInfo info;
        for (int sibling = 0; sibling < siblings; ++sibling)
            info.cpus.push_back(core + sibling * present);
        info.usable = core < usable;
        layout.cores.push_back(std::move(info));
    }
    return layout;
}

} // namespace lockstep::core_map
