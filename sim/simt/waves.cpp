// SPDX-License-Identifier: MIT
// Blocks are dealt like cards: one to each SM, then a second one to each.
#include "sim/simt/waves.hpp"

#include "sim/base/assert.hpp"

namespace lockstep::simt {

Waves waves(std::uint64_t blocks, int sms, int blocks_per_sm) {
    LOCKSTEP_ASSERT(sms > 0 && blocks_per_sm > 0, "Waves need an SM that holds a block.");
    Waves found{.blocks = blocks, .sms = sms, .blocks_per_sm = blocks_per_sm};
    found.per_wave = static_cast<std::uint64_t>(sms) * static_cast<std::uint64_t>(blocks_per_sm);
    found.full = blocks / found.per_wave;
    found.tail = blocks % found.per_wave;
    found.count = found.full + (found.tail > 0 ? 1 : 0);
    if (found.count > 0)
        found.utilisation = static_cast<double>(blocks) / (static_cast<double>(found.count) *
                                                           static_cast<double>(found.per_wave));
    return found;
}

BlockPlace place_of(const Waves& waves, std::uint64_t block) {
    LOCKSTEP_ASSERT(block < waves.blocks, "A block outside the grid has no place.");
    const std::uint64_t in_wave = block % waves.per_wave;
    const auto sms = static_cast<std::uint64_t>(waves.sms);
    return {block / waves.per_wave, static_cast<int>(in_wave % sms),
            static_cast<int>(in_wave / sms)};
}

} // namespace lockstep::simt
