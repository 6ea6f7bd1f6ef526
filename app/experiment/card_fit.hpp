// SPDX-License-Identifier: MIT
// How a kernel fits the cards that are known: what an SM could hold of it at once, by the rules of
// sim/simt/occupancy.hpp. A model: no card was asked.
#pragma once

#include "app/experiment/run.hpp"
#include "sim/simt/occupancy.hpp"

#include <vector>

namespace lockstep {

struct CardFit {
    const simt::Device* card = nullptr;
    protocol::KernelFigures figures; ///< of the card's architecture
    simt::Occupancy found;
    std::int64_t shared_bytes = 0; ///< of a block, static and dynamic
    int wave_blocks = 0;           ///< that the whole card holds at once
    std::int64_t blocks = 0;       ///< of the launch
    std::int64_t waves() const;
    double last_wave() const; ///< how full it is, 0 to 1
};

/// The first launch of a simulated point on each card for whose architecture ptxas was asked; empty
/// where the point was counted without. Points into `cards`.
std::vector<CardFit> fits_of(const Counted& counted, const std::vector<simt::Device>& cards);

/// That of this card, the first one where it is none of them; there is at least one.
const CardFit& fit_for(const std::vector<CardFit>& fits, const simt::Device* card);

/// "256 threads a block, 18 registers a thread, 1056 bytes of shared memory a block".
std::string taken_words(const CardFit& fit, int block_threads);
/// What decides: "registers", "warps and shared memory"; "too large for it" where no block fits.
std::string held_by(const CardFit& fit);
/// How many blocks each resource alone would allow, and what follows, as a sentence.
std::string allowed_words(const CardFit& fit);
/// "512 blocks are 1 wave, 43 % full.", of this card.
std::string wave_words(const CardFit& fit);

/// Threads of a block: the product of its sides.
int threads_of(const std::vector<int>& block);

} // namespace lockstep
