// SPDX-License-Identifier: MIT
// One look at the claims of an access that goes to a line of its own with each lane: a column of a
// matrix for one. After its first time there a block has them all.
#pragma once

#include "sim/simt/semantics.hpp"

namespace lockstep::simt {

/// Where the claim of a line lies. Those of neighbouring lines lie in different cache lines, those
/// of lines that are eight apart in one: two cores that work on neighbouring lines would share them
/// falsely.
constexpr std::uint64_t seat_of(std::uint64_t line) {
    return (line & ~std::uint64_t{63}) | (line & 7) << 3 | (line >> 3 & 7);
}

/// Whether the words of all lanes that are on have this claim. `lines`: of each line, by its seat,
/// the words that its claim is about in the upper half, the claim in the lower; others may change
/// theirs meanwhile. `words`: of an access at byte 0 of a line. A word has 1 << granule_bits bytes.
/// `on` is not empty, and no lane's access crosses the end of a line.
bool all_held(const std::uint64_t* lines, const std::uint64_t* addresses, std::uint64_t begin,
              Mask on, std::uint32_t claim, std::uint32_t words, int granule_bits);

/// The lines of an access that its block has written, whole: what comes to them again needs no look
/// at their claims.
struct KnownLines {
    static constexpr std::uint64_t bytes = 128; ///< of a line; all begin at multiples of it
    std::uint64_t block = ~std::uint64_t{0};
    Mask on = 0;
    alignas(64) std::uint64_t addresses[32];

    void keep(std::uint64_t number, const std::uint64_t* of, Mask lanes);
    /// Whether each lane that is on goes to the line to which it went then. `of` as in keep().
    bool hold(std::uint64_t number, const std::uint64_t* of, Mask lanes) const;
};

} // namespace lockstep::simt
