// SPDX-License-Identifier: MIT
// Messages that are well formed and cannot be true.
#include "app/experiment/message_check.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

TEST(MessageCheck, RefusesTimesThatAreNone) {
    protocol::Samples samples;
    samples.round = {1};
    samples.time_ns = {5};
    EXPECT_TRUE(check_message(samples).has_value());
    samples.time_ns = {0};
    EXPECT_FALSE(check_message(samples).has_value());
    samples.time_ns = {std::numeric_limits<double>::infinity()};
    EXPECT_FALSE(check_message(samples).has_value());
    samples.time_ns = {std::numeric_limits<double>::quiet_NaN()}; // it could not be had
    EXPECT_TRUE(check_message(samples).has_value());
    samples.time_ns = {5};
    samples.busy_ns = {{-1}};
    EXPECT_FALSE(check_message(samples).has_value());
    samples.busy_ns = {{1}, {1}};
    EXPECT_FALSE(check_message(samples).has_value());
    samples.busy_ns = {};
    for (auto* const column : {&samples.kernel_ns, &samples.copy_ns}) {
        *column = {std::numeric_limits<double>::quiet_NaN()};
        EXPECT_TRUE(check_message(samples).has_value());
        *column = {-1};
        EXPECT_FALSE(check_message(samples).has_value());
        *column = {1, 1};
        EXPECT_FALSE(check_message(samples).has_value());
        column->clear();
    }
}

TEST(MessageCheck, RefusesSpansThatRunBackwards) {
    protocol::Spans spans;
    spans.worker = spans.phase = spans.task = spans.kind = {0};
    spans.begin_ns = {5};
    spans.end_ns = {9};
    EXPECT_TRUE(check_message(spans).has_value());
    spans.end_ns = {4};
    EXPECT_FALSE(check_message(spans).has_value());
    spans.end_ns = {9};
    spans.worker = {-1};
    EXPECT_FALSE(check_message(spans).has_value());
    spans.worker = {};
    EXPECT_FALSE(check_message(spans).has_value());
}

TEST(MessageCheck, APictureHasFourBytesAPixel) {
    protocol::Picture picture;
    picture.width = 2;
    picture.height = 3;
    picture.bytes.resize(24);
    EXPECT_TRUE(check_message(picture).has_value());
    picture.width = 3;
    EXPECT_FALSE(check_message(picture).has_value());
    picture.width = picture.height = std::numeric_limits<int>::max();
    EXPECT_FALSE(check_message(picture).has_value());
}

TEST(MessageCheck, RefusesASliceOfHoursAndAMachineOfNoCores) {
    EXPECT_FALSE(check_message(protocol::Progress{.id = {}, .next_slice_ms = 4000000, .phase = {}})
                     .has_value());
    protocol::Hello hello;
    EXPECT_TRUE(check_message(hello).has_value());
    hello.machine.cores = 0;
    EXPECT_FALSE(check_message(hello).has_value());
}

TEST(MessageCheck, SizesGrowWithWhatIsHeld) {
    protocol::Picture picture;
    picture.bytes.resize(1000);
    EXPECT_GE(size_of(picture), 1000u);
    protocol::Samples samples;
    samples.time_ns.resize(100);
    samples.busy_ns.resize(100, {1, 2});
    EXPECT_GE(size_of(samples), 1600u);
    EXPECT_GT(size_of(protocol::Spans{}), 0u);
}

TEST(MessageCheck, ACounterThatIsNoCountIsALie) {
    protocol::Simulated seen;
    seen.counters = {{"branches", 0}, {"atomics", 12}};
    EXPECT_TRUE(check_message(seen));
    seen.counters["atomics"] = -1;
    EXPECT_FALSE(check_message(seen));
}

} // namespace
} // namespace lockstep
