// SPDX-License-Identifier: MIT
// Ranges in a set of bits. Blocks on several cores can share a word of it, hence the atomic reads
// and writes; alone they cost nothing.
#pragma once

#include <atomic>
#include <cstdint>

namespace lockstep::simt {

/// The bits of one word that lie in [first, first + count).
struct WordBits {
    std::uint64_t index, bits, advance;
};
inline WordBits next_word(std::uint64_t first, std::uint64_t count) {
    const std::uint64_t in_word = first % 64;
    const std::uint64_t here = count < 64 - in_word ? count : 64 - in_word;
    const std::uint64_t all = here == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << here) - 1;
    return {first / 64, all << in_word, here};
}

inline bool all_bits(std::uint64_t* words, std::uint64_t first, std::uint64_t count) {
    while (count > 0) {
        const WordBits word = next_word(first, count);
        const std::uint64_t held =
            std::atomic_ref(words[word.index]).load(std::memory_order_relaxed);
        if ((held & word.bits) != word.bits)
            return false;
        first += word.advance;
        count -= word.advance;
    }
    return true;
}

inline void set_bits(std::uint64_t* words, std::uint64_t first, std::uint64_t count, bool shared) {
    while (count > 0) {
        const WordBits word = next_word(first, count);
        std::atomic_ref place(words[word.index]);
        const std::uint64_t held = place.load(std::memory_order_relaxed);
        if ((held & word.bits) != word.bits) {
            if (shared)
                place.fetch_or(word.bits, std::memory_order_relaxed);
            else
                place.store(held | word.bits, std::memory_order_relaxed);
        }
        first += word.advance;
        count -= word.advance;
    }
}

} // namespace lockstep::simt
