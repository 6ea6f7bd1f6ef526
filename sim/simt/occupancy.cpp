// SPDX-License-Identifier: MIT
// Four divisions, each rounded down, and the smallest wins. What makes them awkward is the rounding
// up before: nobody gets less than a whole portion.
#include "sim/simt/occupancy.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::simt {

std::string_view name_of(Limiter limiter) {
    switch (limiter) {
    case Limiter::Warps:
        return "warps";
    case Limiter::Blocks:
        return "blocks";
    case Limiter::Registers:
        return "registers";
    case Limiter::SharedMemory:
        return "shared memory";
    }
    return "";
}

namespace {

std::int64_t rounded_up(std::int64_t value, std::int64_t unit) {
    return (value + unit - 1) / unit * unit;
}

int registers_of_warp(const Device& device, int registers_per_thread) {
    const int exact = registers_per_thread * lanes_per_warp;
    return static_cast<int>(rounded_up(exact, device.register_unit));
}

/// A warp takes its registers from one of the SM's quarters and stays there, so that what is left
/// over in each quarter cannot be put together.
int blocks_by_registers(const Device& device, int registers_per_warp, int warps) {
    if (registers_per_warp == 0)
        return no_limit;
    const int per_quarter = device.registers_per_sm / device.warp_granularity / registers_per_warp;
    return per_quarter * device.warp_granularity / warps;
}

/// Why no block of this kind runs on the card, or nothing.
std::string why_impossible(const Device& device, const Occupancy& asked, int block_threads,
                           int registers_per_thread, std::int64_t shared_bytes) {
    if (block_threads < 1)
        return "A block has at least one thread.";
    if (block_threads > device.threads_per_block)
        return fmt::format("A block has at most {} threads, not {}.", device.threads_per_block,
                           block_threads);
    if (registers_per_thread < 0 || registers_per_thread > device.registers_per_thread)
        return fmt::format("A thread has at most {} registers, not {}.",
                           device.registers_per_thread, registers_per_thread);
    if (shared_bytes < 0 || shared_bytes > device.shared_bytes_per_block_opt_in)
        return fmt::format("A block has at most {} bytes of shared memory, not {}.",
                           device.shared_bytes_per_block_opt_in, shared_bytes);
    // The card checks as if every quarter of the SM took part.
    const std::int64_t checked = rounded_up(asked.warps_per_block, device.warp_granularity) *
                                 registers_of_warp(device, registers_per_thread);
    if (checked > device.registers_per_block)
        return fmt::format("{} threads with {} registers each take {} registers, and a block has "
                           "at most {}.",
                           block_threads, registers_per_thread, checked,
                           device.registers_per_block);
    return {};
}

void find_limiters(Occupancy& found) {
    found.blocks_per_sm = *std::ranges::min_element(found.allowed);
    for (int i = 0; i < limiter_count; ++i)
        if (found.allowed[static_cast<std::size_t>(i)] == found.blocks_per_sm)
            found.limiters.push_back(static_cast<Limiter>(i));
}

} // namespace

Occupancy occupancy(const Device& device, int block_threads, int registers_per_thread,
                    std::int64_t shared_bytes) {
    Occupancy found;
    found.warps_per_block = std::max(0, (block_threads + lanes_per_warp - 1) / lanes_per_warp);
    found.impossible =
        why_impossible(device, found, block_threads, registers_per_thread, shared_bytes);
    if (!found.impossible.empty())
        return found;
    const int warps = found.warps_per_block;
    const int registers_per_warp = registers_of_warp(device, registers_per_thread);
    found.registers_per_block = registers_per_warp * warps;
    found.shared_bytes_per_block = static_cast<int>(
        rounded_up(shared_bytes + device.shared_bytes_reserved, device.shared_unit_bytes));
    found.needs_opt_in = shared_bytes > device.shared_bytes_per_block;
    found.allowed = {device.warps_per_sm / warps, device.blocks_per_sm,
                     blocks_by_registers(device, registers_per_warp, warps),
                     found.shared_bytes_per_block == 0
                         ? no_limit
                         : device.shared_bytes_per_sm / found.shared_bytes_per_block};
    find_limiters(found);
    found.warps_per_sm = found.blocks_per_sm * warps;
    found.fraction = 1.0 * found.warps_per_sm / device.warps_per_sm;
    return found;
}

OccupancyRange occupancy_range(const Device& device, int block_threads, std::int64_t shared_bytes) {
    OccupancyRange range;
    range.most = occupancy(device, block_threads, fewest_registers, shared_bytes);
    range.least = occupancy(device, block_threads, most_registers, shared_bytes);
    for (int registers = most_registers; registers >= fewest_registers; --registers)
        if (occupancy(device, block_threads, registers, shared_bytes).blocks_per_sm > 0) {
            range.registers_that_fit = registers;
            break;
        }
    return range;
}

int resident_blocks(const Device& device, const Occupancy& occupancy) {
    return device.sms * occupancy.blocks_per_sm;
}

} // namespace lockstep::simt
