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

/// Calls f(lane) for each lane of the mask, in order.
template <class F>
void for_lanes(Mask lanes, F f) {
    for (; lanes != 0; lanes &= lanes - 1)
        f(__builtin_ctz(lanes));
}

} // namespace lockstep::simt
