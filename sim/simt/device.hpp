// SPDX-License-Identifier: MIT
// A card as far as launches depend on it: how much of everything an SM has, in which portions it is
// handed out, and how long an answer takes. Read from assets/devices by app/content.
#pragma once

#include "sim/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::simt {

inline constexpr int lanes_per_warp = 32;

/// Measured by somebody on such a card; cards of one kind differ by their clocks, and DRAM by far
/// more than the caches: by what was measured along with it (TLB misses, distance to the
/// partition).
struct Latency {
    int cycles = 0; ///< of the SM's clock, from issue until a dependent instruction can issue
    std::string source;
};

/// Where a figure comes from, for showing it beside the figure.
struct Citation {
    std::string figure; ///< "sms", as in the file
    double value = 0;
    std::string source; ///< "NVIDIA 2018, ... white paper"
};

struct Device {
    std::string id;           ///< "t4", the name of its file
    std::string name;         ///< "NVIDIA T4"
    std::string architecture; ///< "Turing"
    int capability_major = 0, capability_minor = 0;

    int sms = 0;
    int schedulers_per_sm = 0; ///< each issues at most one warp instruction a cycle
    double boost_clock_mhz = 0;
    double dram_bandwidth_gb_s = 0; ///< by the data sheet; GB = 1e9 bytes
    std::int64_t l2_bytes = 0;

    int warps_per_sm = 0; ///< slots
    int blocks_per_sm = 0;
    int threads_per_sm = 0;
    int threads_per_block = 0;

    int registers_per_sm = 0; ///< of 32 bits each
    int registers_per_block = 0;
    int registers_per_thread = 0;
    int register_unit = 0;    ///< registers; those of a warp are rounded up to a multiple
    int warp_granularity = 0; ///< warps; a block's are rounded up when its registers are checked

    int shared_bytes_per_sm = 0;
    int shared_bytes_per_block = 0;        ///< without asking for more: 48 KiB
    int shared_bytes_per_block_opt_in = 0; ///< after cudaFuncSetAttribute
    int shared_bytes_reserved = 0;         ///< of every block, by the system
    int shared_unit_bytes = 0;             ///< a block's are rounded up to a multiple

    int sector_bytes = 0; ///< what a cache fetches
    int line_bytes = 0;   ///< what a cache has one tag for
    int banks = 0;        ///< of shared memory, four bytes wide each

    Latency arithmetic, shared, l1_hit, l2_hit, dram;

    std::vector<Citation> citations; ///< one for each figure but the latencies

    /// Of a figure by its name in the file; empty when there is none.
    std::string_view source_of(std::string_view figure) const;
    std::string capability() const; ///< "7.5"
};

/// Whether the figures fit each other: what a typing error in a file breaks. `where` of the Error
/// is the name of the figure.
Result<void> check_device(const Device& device);

} // namespace lockstep::simt
