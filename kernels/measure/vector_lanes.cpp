// SPDX-License-Identifier: MIT
// Asks the target itself, in code compiled for it: no table of instruction sets to keep up to date.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/measure/vector_lanes.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/measure/vector_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::HWY_NAMESPACE {
int lanes_f32() {
    const hwy::HWY_NAMESPACE::CappedTag<float, 64> d;
    return static_cast<int>(hwy::HWY_NAMESPACE::Lanes(d));
}
} // namespace lockstep::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
HWY_EXPORT(lanes_f32);
int vector_lanes_f32() {
    return HWY_DYNAMIC_DISPATCH(lanes_f32)();
}
} // namespace lockstep
#endif
