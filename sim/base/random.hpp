// SPDX-License-Identifier: MIT
// Pseudo-random numbers that are the same on every machine and with every standard library, which
// the distributions of <random> are not. Not for secrets.
#pragma once

#include "sim/base/assert.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace lockstep {

/// SplitMix64 (Steele, Lea and Flood 2014): a counter run through a mixing function. Any seed is a
/// good one, so it also makes the state of the generator below.
constexpr std::uint64_t split_mix(std::uint64_t& counter) {
    counter += 0x9E3779B97F4A7C15u;
    std::uint64_t x = counter;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// xoshiro256++ (Blackman and Vigna 2021): 256 bits of state, a period of 2^256 - 1.
class Random {
  public:
    explicit constexpr Random(std::uint64_t seed) {
        for (std::uint64_t& word : m_state)
            word = split_mix(seed);
    }

    /// 64 random bits.
    constexpr std::uint64_t next() {
        auto& [a, b, c, d] = m_state;
        const std::uint64_t result = std::rotl(a + d, 23) + a;
        const std::uint64_t shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = std::rotl(d, 45);
        return result;
    }

    /// In [0, 1): the top 53 bits, as many as a double holds.
    constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// In 0 .. bound - 1, each equally likely: draws from the incomplete last stretch of 2^64 are
    /// thrown away, since a bare remainder would favour small numbers.
    constexpr std::uint64_t below(std::uint64_t bound) {
        LOCKSTEP_ASSERT(bound > 0, "A random number below 0 was asked for.");
        const std::uint64_t incomplete = (0u - bound) % bound;
        std::uint64_t draw = next();
        while (draw < incomplete)
            draw = next();
        return draw % bound;
    }

  private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace lockstep
