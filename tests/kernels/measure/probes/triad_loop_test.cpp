// SPDX-License-Identifier: MIT
// Every instruction set computes the triad, all of it and nothing else.
#include "kernels/measure/probes/triad_loop.hpp"

#include "kernels/measure/vector_targets.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace lockstep {
namespace {

TEST(TriadLoop, IsTheFormula) {
    constexpr std::size_t n = 3 * triad_grain;
    alignas(64) static double a[n + 1], b[n], c[n];
    for (std::size_t i = 0; i < n; ++i) {
        b[i] = static_cast<double>(i);
        c[i] = static_cast<double>(i % 5);
    }
    for (const std::int64_t target : usable_vector_targets()) {
        SCOPED_TRACE(vector_target_name(target));
        const OnlyVectorTarget only(target);
        a[n] = -1;
        for (const std::size_t passes : {1, 2, 7}) {
            triad(a, b, c, n, passes);
            for (std::size_t i = 0; i < n; ++i)
                ASSERT_EQ(a[i], b[i] + static_cast<double>(passes) * c[i]) << i;
        }
        EXPECT_EQ(a[n], -1) << "it wrote beyond its end";
    }
}

} // namespace
} // namespace lockstep
