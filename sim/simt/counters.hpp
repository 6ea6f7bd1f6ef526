// SPDX-License-Identifier: MIT
// What a simulated launch is counted in. PTX-level counts, never cycles. Where Nsight Compute has a
// metric of that meaning its name is given.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace lockstep::simt {

struct Counters {
    std::uint64_t instructions_executed = 0; ///< warp instructions
    std::uint64_t lane_instructions = 0;     ///< active lanes, summed over the warp instructions
    std::uint64_t lane_instructions_on = 0;  ///< without the lanes that a guard switched off
    std::uint64_t branches = 0;              ///< warp branches
    std::uint64_t divergent_branches = 0;    ///< those with both outcomes (or several targets)
    std::uint64_t global_requests = 0;       ///< warp memory instructions with at least one lane on
    std::uint64_t global_sectors = 0;        ///< distinct 32-byte sectors, summed over the requests
    std::uint64_t global_load_requests = 0, global_load_sectors = 0;
    std::uint64_t global_store_requests = 0, global_store_sectors = 0;
    std::uint64_t shared_requests = 0;
    std::uint64_t shared_passes = 0;    ///< turns that the banks need
    std::uint64_t shared_conflicts = 0; ///< passes beyond those of that width without conflict
    std::uint64_t local_requests = 0, local_sectors = 0;
    std::uint64_t atomics = 0;  ///< warp instructions that update memory
    std::uint64_t barriers = 0; ///< warp instructions that wait for a block barrier

    double lane_efficiency() const {
        return instructions_executed == 0 ? 0
                                          : static_cast<double>(lane_instructions) /
                                                (32.0 * static_cast<double>(instructions_executed));
    }
    Counters& operator+=(const Counters& other);
    bool operator==(const Counters&) const = default;
};

/// Each counter with the name it has in files, the metric of Nsight Compute that means the same (""
/// if none), and a sentence. In the order of the struct.
struct CounterInfo {
    std::string_view name, metric, sentence;
    std::uint64_t Counters::*member;
};
std::span<const CounterInfo> counter_list();

} // namespace lockstep::simt
