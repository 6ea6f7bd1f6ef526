// SPDX-License-Identifier: MIT
// What a step that is about to be executed will do: which memory it touches, lane by lane, and
// whether its lanes part. For observers; the engine itself asks nobody.
#pragma once

#include "sim/simt/warp.hpp"

namespace lockstep::simt {

/// One access of a step. Its lanes' addresses are generic ones (sim/simt/space.hpp).
struct Touch {
    const Access* access = nullptr;
    Mask on = 0;              ///< never empty
    bool consecutive = false; ///< lane i is access->bytes() behind lane i - 1
    alignas(64) std::uint64_t addresses[32];
};

/// Of a load (of ldmatrix the rows), store or atomic one; two of cp.async, of which the read comes
/// first; none of all other steps, ld.param of the launch's or a function's parameters among them.
int find_touches(const Warp& warp, const Step& step, Mask on, Touch (&found)[2]);

/// Where the step stands in the function that the warp is in.
inline std::uint32_t place_of(const Warp& warp, const Step& step) {
    return static_cast<std::uint32_t>(&step - warp.frame->code->steps.data());
}

/// Whether it is a branch whose lanes go different ways: what divergent_branches counts.
bool diverges(const Warp& warp, const Step& step, Mask on);

} // namespace lockstep::simt
