// SPDX-License-Identifier: MIT
// Which block of a grid runs when and where, if all take the same time: the card fills up, and
// whatever did not fit waits for the next wave.
#pragma once

#include <cstdint>
#include <string_view>

namespace lockstep::simt {

inline constexpr std::string_view waves_sentence =
    "A model: all blocks take the same time, and the card hands them out one to each SM in turn. "
    "It promises no such order, and real blocks drift apart.";

struct Waves {
    std::uint64_t blocks = 0;
    int sms = 0;
    int blocks_per_sm = 0; ///< resident at once

    std::uint64_t per_wave = 0;
    std::uint64_t full = 0;  ///< waves in which every place is taken
    std::uint64_t tail = 0;  ///< blocks of the last wave, if it is not full
    std::uint64_t count = 0; ///< the time, in times of one block
    double utilisation = 0;  ///< places taken, of those in all waves; 0 for an empty grid
};

/// `sms` and `blocks_per_sm` are at least 1: what cannot be launched has no waves.
Waves waves(std::uint64_t blocks, int sms, int blocks_per_sm);

struct BlockPlace {
    std::uint64_t wave = 0; ///< from 0
    int sm = 0;
    int slot = 0; ///< 0 .. blocks_per_sm - 1 of that SM
};

/// Of a block by its linear number, which is below `waves.blocks`.
BlockPlace place_of(const Waves& waves, std::uint64_t block);

} // namespace lockstep::simt
