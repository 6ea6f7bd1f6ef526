// SPDX-License-Identifier: MIT
#include "kernels/measure/vector_lanes.hpp"

#include <bit>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(VectorLanes, AreWhatTheProcessorHas) {
    const int lanes = vector_lanes_f32();
    EXPECT_TRUE(std::has_single_bit(static_cast<unsigned>(lanes))) << lanes;
    EXPECT_LE(lanes, 64);
#if defined(__x86_64__)
    __builtin_cpu_init();
    EXPECT_GE(lanes, __builtin_cpu_supports("ssse3") ? 4 : 1);
    if (__builtin_cpu_supports("avx2")) {
        EXPECT_GE(lanes, 8);
    } else {
        EXPECT_LE(lanes, 4);
    }
#endif
}

} // namespace
} // namespace lockstep
