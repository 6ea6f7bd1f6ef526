// SPDX-License-Identifier: MIT
// The roofline of a machine: what a kernel can reach, over how much it does with each byte. Both
// axes double from one grid line to the next.
#pragma once

#include "app/experiment/run.hpp"
#include "app/shell/cells.hpp"
#include "kernels/protocol/passport.hpp"

#include <span>
#include <string>

namespace lockstep::shell {

/// A kernel in the picture.
struct RooflineKernel {
    double flops_per_byte = 1, gflops = 0;
    std::string words; ///< stands beside its mark
    Provenance provenance = Provenance::Measured;
};

struct RooflineLook {
    Provenance provenance = Provenance::Measured; ///< of the passport: Recorded for another day's
    bool caches = true;                           ///< thin roofs for data that a cache holds
    std::span<const RooflineKernel> kernels = {};
};

/// At the cursor, as wide as the column and `height` pixels high, with a line below about the place
/// that the pointer or the arrow keys chose. One core's roof is thin, that of all of them strong,
/// the ridge of each has a mark. Nothing where the passport lacks a peak or the memory's bandwidth.
void draw_roofline(const CellItem& item, float height, const protocol::Passport& passport,
                   const RooflineLook& look = {});

} // namespace lockstep::shell
