// SPDX-License-Identifier: MIT
#include "app/cli/occupancy_words.hpp"

#include "sim/base/units.hpp"
#include "sim/simt/occupancy.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::cli {

namespace {

std::string taken(const protocol::OccupancyInfo& occupancy) {
    const protocol::KernelFigures& figures = occupancy.figures;
    std::string words = figures.kernel + ": ";
    if (figures.registers > 0)
        words +=
            fmt::format("{} registers a thread (ptxas for sm_{})", figures.registers, figures.sm);
    else
        words += "registers unknown";
    words += fmt::format(", {:.0f} bytes of shared memory a block", occupancy.shared_bytes);
    if (figures.spilled_bytes > 0)
        words += fmt::format(", {} bytes a thread spilled", figures.spilled_bytes);
    return words + ".";
}

std::string blocks(int count) {
    return count == 1 ? "1 block" : fmt::format("{} blocks", count);
}

std::string fits(const protocol::OccupancyInfo& occupancy) {
    const std::string least = occupancy.fewest_per_sm < occupancy.blocks_per_sm
                                  ? fmt::format("{} to ", occupancy.fewest_per_sm)
                                  : "";
    std::string words = fmt::format(
        " An SM holds {}{} of {} {} ({} of its places), limited by {}; a wave of the card is {}.",
        least, blocks(occupancy.blocks_per_sm), occupancy.warps_per_block,
        occupancy.warps_per_block == 1 ? "warp" : "warps", format_percent(occupancy.fraction),
        fmt::join(occupancy.limiters, " and "), blocks(occupancy.resident_blocks));
    if (occupancy.figures.registers == 0)
        words += fmt::format(" That is with {} registers a thread, the fewest are with {}; {}",
                             simt::fewest_registers, simt::most_registers, occupancy.unknown);
    return words;
}

} // namespace

std::string occupancy_words(const protocol::OccupancyInfo& occupancy) {
    if (!occupancy.impossible.empty())
        return taken(occupancy) + " A card refuses it: " + occupancy.impossible;
    return taken(occupancy) + fits(occupancy);
}

} // namespace lockstep::cli
