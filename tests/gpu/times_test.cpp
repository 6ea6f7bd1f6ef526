// SPDX-License-Identifier: MIT
// What can be said of times without a card.
#include "tests/gpu/times.hpp"

#include "tests/gpu/fake_card.hpp"
#include "tests/gpu/settings.hpp"
#include "tests/kernels/bench/child.hpp"

#include <gmock/gmock.h>
#include <set>

namespace lockstep::on_card {
namespace {

TEST(Times, WordsHaveMedianAndQuartiles) {
    EXPECT_EQ(time_words({5000, 1000, 2000, 3000, 4000}),
              "3 µs (2 µs to 4 µs hold the middle half of 5 samples)");
}

TEST(Times, WithoutACardTheReasonIsHandedUp) {
    const auto none = [](const Variant&, const Problem&) {
        return Result<std::unique_ptr<bench::CardModule>>(fail("", "no card today"));
    };
    const auto timed = Timed::create(*card_variants().front(), {}, none);
    ASSERT_FALSE(timed);
    EXPECT_EQ(timed.error().what, "no card today");
    EXPECT_FALSE(time_divergence(132, none));
}

/// Of a plan of divergence: the paths that the first warp takes in the first step.
double paths_of(const LaunchPlan& plan) {
    std::set<std::byte> paths;
    for (std::size_t lane = 0; lane < 32; ++lane)
        paths.insert(plan.buffers.at(1).initial.at(4 * lane)); // little end first
    return static_cast<double>(paths.size());
}

class TimesOfCard : public testing::Test {
  protected:
    void SetUp() override {
        card.folder = bench::binary_folder();
        if (!std::filesystem::exists(card.folder / "divergence_cuda_1.ptx"))
            GTEST_SKIP() << "no nvcc was found when this was built";
    }
    FakeCard card;
};

TEST_F(TimesOfCard, SamplesAreAsLongAsTheyShouldBe) {
    card.time_ns = [](const LaunchPlan&) { return 50e3; };
    auto timed = Timed::create(*card_variants().front(), {}, maker_of(card));
    ASSERT_TRUE(timed) << timed.error().text();
    EXPECT_EQ(timed->repetitions(), 200) << "200 of 50 us are 10 ms";
    EXPECT_TRUE(timed->times_ns().empty()) << "what warmed it up does not count";
    ASSERT_TRUE(timed->sample());
    EXPECT_EQ(timed->times_ns(), std::vector<double>{50e3});
    EXPECT_GE(timed->launches(), 1);
}

TEST_F(TimesOfCard, TheLineOfDivergence) {
    card.time_ns = [](const LaunchPlan& plan) { return 30e3 + 170e3 * paths_of(plan); };
    const auto found = time_divergence(4, maker_of(card));
    ASSERT_TRUE(found) << found.error().text();
    EXPECT_EQ(found->paths, (std::vector<double>{1, 2, 4, 8, 16, 32}));
    EXPECT_NEAR(found->line.a, 30e3, 1);
    EXPECT_NEAR(found->line.s, 170e3, 1);
    EXPECT_LT(found->line.largest(), 1e-9);
}

TEST_F(TimesOfCard, ACardThatDoesNotPartIsNoLine) {
    card.time_ns = [](const LaunchPlan& plan) { return paths_of(plan) > 1 ? 400e3 : 200e3; };
    EXPECT_GT(time_divergence(4, maker_of(card))->line.largest(), 0.03);
}

} // namespace
} // namespace lockstep::on_card
