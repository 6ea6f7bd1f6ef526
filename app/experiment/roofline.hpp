// SPDX-License-Identifier: MIT
// The roofline of a machine (Williams, Waterman and Patterson 2009): no kernel computes faster than
// the peak, nor faster than memory brings what it computes with.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <optional>

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

} // namespace lockstep
