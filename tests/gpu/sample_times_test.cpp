// SPDX-License-Identifier: MIT
// Three times of a sample, without a card.
#include "tests/gpu/sample_times.hpp"

#include "tests/gpu/fake_card.hpp"
#include "tests/gpu/settings.hpp"
#include "tests/kernels/bench/child.hpp"

#include <gmock/gmock.h>
#include <limits>

namespace lockstep::on_card {
namespace {

TEST(SampleTimes, FitWhereTheKernelsRanWhileTheHostWaited) {
    EXPECT_TRUE((SampleTimes{100, 80, 300}).fit());
    EXPECT_TRUE((SampleTimes{100, 104, 300}).fit());
    EXPECT_FALSE((SampleTimes{100, 106, 300}).fit()) << "5 % are what two clocks may differ by";
    EXPECT_FALSE((SampleTimes{100, std::numeric_limits<double>::quiet_NaN(), 300}).fit());
    EXPECT_EQ((SampleTimes{12e3, 8e3, 130e3}).words(),
              "launch and wait 12 µs, of that the kernels 8 µs; copies 130 µs");
}

TEST(SampleTimes, WithoutACardTheReasonIsHandedUp) {
    const auto none = [](const Variant&, const Problem&) {
        return Result<std::unique_ptr<bench::CardModule>>(fail("", "no card today"));
    };
    const auto times = sample_times(*card_variants().front(), {}, none);
    ASSERT_FALSE(times);
    EXPECT_EQ(times.error().what, "no card today");
}

TEST(SampleTimes, AreThoseOfTheCard) {
    FakeCard card;
    card.folder = bench::binary_folder();
    if (!std::filesystem::exists(card.folder / "transpose_cuda_1_naive.ptx"))
        GTEST_SKIP() << "no nvcc was found when this was built";
    card.wait_ns = 2e6;
    card.time_ns = [](const LaunchPlan&) { return 1e6; };
    for (const Variant* const variant : card_variants()) {
        if (name_of(*variant) != "transpose/cuda_1_naive")
            continue;
        const auto times = sample_times(*variant, {{"n", 33}}, maker_of(card));
        ASSERT_TRUE(times) << times.error().text();
        EXPECT_GE(times->launch_ns, 2e6);
        EXPECT_EQ(times->kernel_ns, 1e6);
        EXPECT_GT(times->copies_ns, 0);
        EXPECT_TRUE(times->fit());
        return;
    }
    FAIL() << "there is no such kernel";
}

} // namespace
} // namespace lockstep::on_card
