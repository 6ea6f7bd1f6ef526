// SPDX-License-Identifier: MIT
// Where everything lies: sockets, cores and their classes, NUMA nodes, caches.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <filesystem>
#include <span>

namespace lockstep {

/// Some milliseconds; asks hwloc, whose variables (topology.hpp) show it another machine, and
/// `root` for what hwloc leaves out. `usable`: the CPUs that Lockstep may use. What cannot be had
/// gets a sentence in `remarks`; there is always one core.
protocol::Layout machine_layout(std::span<const int> usable, std::vector<std::string>& remarks,
                                const std::filesystem::path& root = "/");

/// CPU numbers as the kernel writes them: "0-3,8".
std::string cpu_list(std::vector<int> cpus);

} // namespace lockstep
