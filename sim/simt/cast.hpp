// SPDX-License-Identifier: MIT
// The lanes of a slot as an array.
#pragma once

#include "sim/simt/semantics.hpp"

namespace lockstep::simt {

template <class T>
T* lanes_at(std::byte* frame, Slot slot) {
    return reinterpret_cast<T*>(frame + slot);
}

inline Mask& mask_of(std::byte* frame, Slot slot) {
    return *lanes_at<Mask>(frame, slot);
}

/// How many lanes. Without an instruction for it, which not every x86-64 has, the compiler would
/// call a function.
inline unsigned count_lanes(Mask lanes) {
    lanes -= lanes >> 1 & 0x55555555u;
    lanes = (lanes & 0x33333333u) + (lanes >> 2 & 0x33333333u);
    return ((lanes + (lanes >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24;
}

/// Calls f(lane) for each lane of the mask, in order.
template <class F>
void for_lanes(Mask lanes, F f) {
    for (; lanes != 0; lanes &= lanes - 1)
        f(__builtin_ctz(lanes));
}

} // namespace lockstep::simt
