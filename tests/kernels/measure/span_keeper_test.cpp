// SPDX-License-Identifier: MIT
// The timeline that is shown belongs to the sample nearest the median, whatever room there was.
#include "kernels/measure/span_keeper.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

Timeline timeline(double time_ns, std::size_t spans = 10) {
    return {time_ns, time_ns + 1, std::vector<Span>(spans)};
}

TEST(SpanKeeper, NothingHasNoMedian) {
    EXPECT_EQ(SpanKeeper().nearest_to_median(), nullptr);
}

TEST(SpanKeeper, FindsTheMedians) {
    SpanKeeper keeper;
    for (const double time : {50.0, 10.0, 31.0, 90.0, 12.0})
        keeper.offer(timeline(time));
    ASSERT_NE(keeper.nearest_to_median(), nullptr);
    EXPECT_EQ(keeper.nearest_to_median()->time_ns, 31);
    EXPECT_EQ(keeper.nearest_to_median()->repetition_ns, 32);
}

TEST(SpanKeeper, WithLittleRoomStaysNearTheMedian) {
    SpanKeeper keeper(100); // ten timelines
    for (int i = 0; i < 1001; ++i)
        keeper.offer(timeline((i * 389) % 1001)); // every number from 0 to 1000, mixed
    EXPECT_NEAR(keeper.nearest_to_median()->time_ns, 500, 50);
}

TEST(SpanKeeper, OneThatIsTooBigIsStillKept) {
    SpanKeeper keeper(5);
    keeper.offer(timeline(7, 100));
    ASSERT_NE(keeper.nearest_to_median(), nullptr);
}

} // namespace
} // namespace lockstep
