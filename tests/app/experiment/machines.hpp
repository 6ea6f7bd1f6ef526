// SPDX-License-Identifier: MIT
// Layouts of machines that this one is not.
#pragma once

#include "kernels/protocol/passport.hpp"

namespace lockstep::testing_support {

/// Two fast cores of two threads (0+1, 2+3), and four slow ones that share an L2; one L3.
inline protocol::Layout hybrid() {
    protocol::Layout made;
    made.kinds = {{"P", 2, 5}, {"E", 4, 3.8}};
    // The system numbers them as it likes.
    made.cores = {{0, 0, 1, {4}, true}, {0, 0, 1, {5}, true}, {0, 0, 0, {0, 1}, true},
                  {0, 0, 1, {6}, true}, {0, 0, 1, {7}, true}, {0, 0, 0, {2, 3}, true}};
    made.nodes = {{0, 32, {0, 1, 2, 3, 4, 5, 6, 7}}};
    made.caches = {{1, "data", 49152, 64, 12, 2, 2, {{0, 1}, {2, 3}}},
                   {1, "data", 32768, 64, 8, 4, 1, {{4}, {5}, {6}, {7}}},
                   {1, "instruction", 32768, 64, 8, 2, 2, {{0, 1}, {2, 3}}},
                   {2, "unified", 1310720, 64, 10, 2, 2, {{0, 1}, {2, 3}}},
                   {2, "unified", 2097152, 64, 16, 1, 4, {{4, 5, 6, 7}}},
                   {3, "unified", 12582912, 64, 12, 1, 8, {{0, 1, 2, 3, 4, 5, 6, 7}}}};
    return made;
}

/// Sockets of `cores` cores without threads, each with an L3 and a node of its own; the CPUs of
/// the sockets alternate.
inline protocol::Layout server(int sockets, int cores) {
    protocol::Layout made;
    made.packages = sockets;
    made.kinds = {{}};
    protocol::CacheInfo l3{3, "unified", 33554432, 64, 16, sockets, cores, {}};
    for (int socket = 0; socket < sockets; ++socket) {
        made.nodes.push_back({socket, 128, {}});
        l3.cpus.emplace_back();
    }
    for (int cpu = 0; cpu < sockets * cores; ++cpu) {
        const int socket = cpu % sockets;
        made.cores.push_back({socket, socket, 0, {cpu}, true});
        made.nodes[static_cast<std::size_t>(socket)].cpus.push_back(cpu);
        l3.cpus[static_cast<std::size_t>(socket)].push_back(cpu);
    }
    made.caches = {l3};
    return made;
}

} // namespace lockstep::testing_support
