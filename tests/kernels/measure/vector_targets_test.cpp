// SPDX-License-Identifier: MIT
// The instruction sets by name, the widest first, and one of them alone.
#include "kernels/measure/vector_targets.hpp"

#include "kernels/measure/machine.hpp"
#include "kernels/measure/vector_lanes.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep {
namespace {

TEST(VectorTargets, TheWidestIsFirst) {
    const auto targets = usable_vector_targets();
    ASSERT_FALSE(targets.empty());
    const int widest = vector_lanes_f32();
    std::set<std::string> names;
    int last = widest;
    for (const std::int64_t target : targets) {
        const OnlyVectorTarget only(target);
        EXPECT_LE(vector_lanes_f32(), last) << vector_target_name(target);
        last = vector_lanes_f32();
        EXPECT_TRUE(names.insert(vector_target_name(target)).second) << "a name of its own";
    }
    EXPECT_EQ(vector_lanes_f32(), widest) << "and afterwards all is as it was";
    EXPECT_EQ(simd_name() == "no SIMD", widest == 1);
}

} // namespace
} // namespace lockstep
