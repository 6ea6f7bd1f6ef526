// SPDX-License-Identifier: MIT
// Grid lines that a person would choose.
#include "app/experiment/axis_ticks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(AxisTicks, EvenOnesHaveRoundSteps) {
    EXPECT_THAT(even_ticks(0, 1, 5),
                ElementsAre(0, DoubleNear(0.2, 1e-12), DoubleNear(0.4, 1e-12),
                            DoubleNear(0.6, 1e-12), DoubleNear(0.8, 1e-12), DoubleNear(1, 1e-12)));
    EXPECT_THAT(even_ticks(0, 2.2, 6), ElementsAre(0, 0.5, 1, 1.5, 2));
    EXPECT_THAT(even_ticks(-3, 105, 5), ElementsAre(0, 25, 50, 75, 100));
}

TEST(AxisTicks, DoublingOnesArePowersOfTwo) {
    EXPECT_THAT(doubling_ticks(0.9, 9, 8), ElementsAre(1, 2, 4, 8));
    EXPECT_THAT(doubling_ticks(7, 260, 3), ElementsAre(8, 32, 128));
    EXPECT_THAT(doubling_ticks(1.1, 1.9, 4), testing::SizeIs(testing::Ge(3u)));
}

TEST(AxisTicks, AnAxisThatIsNoneHasNoTicks) {
    EXPECT_THAT(even_ticks(1, 1, 5), IsEmpty());
    EXPECT_THAT(even_ticks(0, std::numeric_limits<double>::infinity(), 5), IsEmpty());
    EXPECT_THAT(doubling_ticks(0, 8, 5), IsEmpty());
    EXPECT_THAT(doubling_ticks(-1, 8, 5), IsEmpty());
}

} // namespace
} // namespace lockstep
