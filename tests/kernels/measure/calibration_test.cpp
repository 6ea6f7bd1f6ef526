// SPDX-License-Identifier: MIT
// Repetitions per sample, and what the doubling check calls right.
#include "kernels/measure/calibration.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;

std::vector<int> chosen(std::vector<double> lengths_ns, double sample_ns = 1e6) {
    return repetitions_of(lengths_ns, sample_ns);
}

TEST(Calibration, ASampleLastsLongEnough) {
    EXPECT_GE(sample_length_ns(20), 200'000);
    EXPECT_GE(sample_length_ns(4000), 4'000'000) << "a thousand ticks of a coarse clock";
    EXPECT_THAT(chosen({1000}), ElementsAre(1000));
    EXPECT_THAT(chosen({3000}), ElementsAre(334)) << "rounded up";
    EXPECT_THAT(chosen({5e6}), ElementsAre(1));
}

TEST(Calibration, TheSameForAllSidesWithinAFactorOfEight) {
    EXPECT_THAT(chosen({8000, 1000, 4000}), ElementsAre(1000, 1000, 1000));
    EXPECT_THAT(chosen({8001, 1000}), ElementsAre(125, 1000));
    // Groups begin at their shortest: 9 and 60 belong together, not 1 and 9.
    EXPECT_THAT(chosen({9000, 60000, 1000}), ElementsAre(112, 112, 1000));
}

TEST(Calibration, NothingAndNonsenseHaveANumber) {
    EXPECT_TRUE(chosen({}).empty());
    EXPECT_GE(chosen({0})[0], 1);
}

TEST(Calibration, TwiceTheWorkTakesTwiceAsLong) {
    EXPECT_DOUBLE_EQ((Doubling{10, 10, 20}.ratio()), 2);
    // The second half's inputs are dearer: that is no contradiction.
    EXPECT_TRUE((Doubling{10, 30, 40}.holds()));
    EXPECT_FALSE((Doubling{10, 10, 18.9}.holds())) << "work was left out";
    EXPECT_TRUE((Doubling{10, 10, 19.1}.holds()));
    EXPECT_TRUE((Doubling{10, 10, 20.9}.holds()));
    EXPECT_FALSE((Doubling{10, 10, 21.1}.holds()));
}

TEST(Calibration, ATryThatWasDisturbedSaysNothing) {
    EXPECT_FALSE(Doubling{}.known());
    EXPECT_FALSE(Doubling{}.holds());
    const Doubling best = least_of({10, Doubling::unknown, 30}, {12, 11, 21});
    EXPECT_TRUE(best.known());
    EXPECT_DOUBLE_EQ(best.first_ns, 10);
    EXPECT_DOUBLE_EQ(best.second_ns, 11);
    EXPECT_DOUBLE_EQ(best.both_ns, 21);
}

} // namespace
} // namespace lockstep
