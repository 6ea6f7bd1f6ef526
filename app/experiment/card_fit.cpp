// SPDX-License-Identifier: MIT
#include "app/experiment/card_fit.hpp"

#include "kernels/protocol/kernel_figures.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep {

namespace {

/// Launches of more blocks than this are not told apart.
constexpr std::int64_t most_blocks = std::int64_t{1} << 40;

std::int64_t product(const std::vector<int>& sides) {
    std::int64_t all = 1;
    for (const int side : sides)
        all = std::min(most_blocks, all * std::clamp(side, 1, 1 << 20));
    return all;
}

std::string how_many(std::int64_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

struct Resource {
    simt::Limiter limiter;
    const char* words;
};
constexpr Resource resources[] = {{simt::Limiter::Warps, "places for warps"},
                                  {simt::Limiter::Blocks, "places for blocks"},
                                  {simt::Limiter::Registers, "registers"},
                                  {simt::Limiter::SharedMemory, "shared memory"}};

} // namespace

std::int64_t CardFit::waves() const {
    return wave_blocks < 1 ? 0 : (blocks + wave_blocks - 1) / wave_blocks;
}

double CardFit::last_wave() const {
    if (waves() < 1)
        return 0;
    const std::int64_t rest = blocks - (waves() - 1) * wave_blocks;
    return static_cast<double>(rest) / wave_blocks;
}

int threads_of(const std::vector<int>& block) {
    return static_cast<int>(std::min<std::int64_t>(product(block), 1 << 20));
}

std::vector<CardFit> fits_of(const Counted& counted, const std::vector<simt::Device>& cards) {
    std::vector<CardFit> fits;
    for (const simt::Device& card : cards) {
        const int sm = 10 * card.capability_major + card.capability_minor;
        const auto* figures = protocol::figures_for(counted.figures, counted.kernel, sm);
        if (!figures)
            continue;
        CardFit fit;
        fit.shared_bytes =
            figures->shared_bytes + static_cast<std::int64_t>(counted.dynamic_shared_bytes);
        fit.card = &card;
        fit.figures = *figures;
        fit.found =
            simt::occupancy(card, threads_of(counted.block), figures->registers, fit.shared_bytes);
        fit.wave_blocks = simt::resident_blocks(card, fit.found);
        fit.blocks = product(counted.grid);
        fits.push_back(std::move(fit));
    }
    return fits;
}

const CardFit& fit_for(const std::vector<CardFit>& fits, const simt::Device* card) {
    const auto own = std::ranges::find(fits, card, &CardFit::card);
    return own == fits.end() ? fits.front() : *own;
}

std::string taken_words(const CardFit& fit, int block_threads) {
    std::string words = fmt::format("{} a block, {} a thread, ", how_many(block_threads, "thread"),
                                    how_many(fit.figures.registers, "register"));
    words += fit.shared_bytes > 0 ? how_many(fit.shared_bytes, "byte") + " of shared memory a block"
                                  : "no shared memory";
    if (fit.figures.spilled_bytes > 0)
        words += fmt::format(", {} a thread spilled to memory",
                             how_many(fit.figures.spilled_bytes, "byte"));
    return words;
}

std::string held_by(const CardFit& fit) {
    if (!fit.found.impossible.empty())
        return "too large for it";
    std::vector<std::string_view> names;
    for (const simt::Limiter limiter : fit.found.limiters)
        names.push_back(simt::name_of(limiter));
    return fmt::format("{}", fmt::join(names, " and "));
}

std::string allowed_words(const CardFit& fit) {
    if (!fit.found.impossible.empty())
        return fit.found.impossible;
    std::vector<std::string> parts;
    for (const Resource& resource : resources) {
        const int allowed = fit.found.allowed_by(resource.limiter);
        if (allowed != simt::no_limit)
            parts.push_back(fmt::format("{} by its {}", allowed, resource.words));
    }
    return fmt::format(
        "Of this kernel's blocks an SM of the card has room for {}. The least counts.",
        fmt::join(parts, ", "));
}

std::string wave_words(const CardFit& fit) {
    if (fit.waves() < 1)
        return {};
    const std::string held = fmt::format("The card holds {} at once; the launch has {}: ",
                                         how_many(fit.wave_blocks, "block"), fit.blocks);
    if (fit.waves() == 1)
        return held + fmt::format("one wave, {} full.", format_percent(fit.last_wave()));
    return held + fmt::format("{} waves, the last one {} full.", fit.waves(),
                              format_percent(fit.last_wave()));
}

} // namespace lockstep
