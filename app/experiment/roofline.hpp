// SPDX-License-Identifier: MIT
// The roofline of a machine (Williams, Waterman and Patterson 2009): no kernel computes faster than
// the peak, nor faster than memory brings what it computes with.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

struct Roofline {
    int workers = 1;
    double peak_gflops = 0; ///< doubles, the best instruction set
    double memory_gb_s = 0; ///< the triad on arrays that no cache holds
    double ridge() const { return peak_gflops / memory_gb_s; } ///< flop per byte
    /// 1e9 flop/s at most, for a kernel that does so many flops for each byte from memory.
    double roof_gflops(double flops_per_byte) const;
};

/// Of one core, or of all that may be used; nothing where a probe is missing.
std::optional<Roofline> roofline_of_one(const protocol::Passport& passport);
std::optional<Roofline> roofline_of_all(const protocol::Passport& passport);

/// What a kernel can reach that does so many flops for each byte from memory: "1 flop a byte: at
/// most 25 Gflop/s by 2 workers, 14.5 by one. Memory holds it up." Either may be missing.
std::string roof_words(const std::optional<Roofline>& one, const std::optional<Roofline>& all,
                       double flops_per_byte);

/// The roof of a kernel whose data a cache holds: "L1", "L2".
struct CacheRoof {
    std::string level;
    double gb_s = 0;
};

/// From the nearest level, as far as so many workers were measured there.
std::vector<CacheRoof> cache_roofs(const protocol::Passport& passport, int workers);

/// The peak of one core without the wider vectors: "one lane", "AVX2".
struct LowerPeak {
    std::string target;
    double gflops = 0;
};

/// Doubles by one core, from the highest; without the best one, and without those that are within
/// a tenth of the one above.
std::vector<LowerPeak> lower_peaks(const protocol::Passport& passport);

} // namespace lockstep
