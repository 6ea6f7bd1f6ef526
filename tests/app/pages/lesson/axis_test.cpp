// SPDX-License-Identifier: MIT
#include "app/pages/lesson/axis.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

std::vector<std::string> words(const std::vector<Tick>& ticks) {
    std::vector<std::string> texts;
    for (const Tick& tick : ticks)
        texts.push_back(tick.text);
    return texts;
}

TEST(Axis, AWordTakesTwoLinesWhereItHasASpace) {
    EXPECT_EQ(on_two_lines("no warm-up"), "no\nwarm-up");
    EXPECT_EQ(on_two_lines("load and then store"), "load and\nthen store");
    EXPECT_EQ(on_two_lines("sorted"), "sorted");
    EXPECT_EQ(on_two_lines(""), "");
}

TEST(Axis, GoesThereAndBack) {
    Axis linear;
    linear.low = 0.8;
    linear.high = 2.2;
    Axis log = linear;
    log.scale = Scale::Log;
    for (const double share : {0.0, 0.3, 0.77, 1.0}) {
        EXPECT_NEAR(linear.fraction(linear.value(share)), share, 1e-12);
        EXPECT_NEAR(log.fraction(log.value(share)), share, 1e-12);
    }
    EXPECT_NEAR(linear.value(0.5), 1.5, 1e-12);
    EXPECT_NEAR(log.value(0.5), std::sqrt(0.8 * 2.2), 1e-12);
}

TEST(Axis, PutsNothingFarLeftOfALogAxis) {
    Axis log;
    log.scale = Scale::Log;
    log.low = 1;
    log.high = 64;
    EXPECT_LT(log.fraction(0), -1);
    EXPECT_TRUE(std::isfinite(log.fraction(0)));
}

TEST(Ticks, TakeEvenStridesOfTheSweptValues) {
    Axis shares;
    shares.percent = true;
    const std::vector<double> values{0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1};
    EXPECT_EQ(words(ticks_among(shares, values, 0.2)),
              (std::vector<std::string>{"0 %", "25 %", "50 %", "75 %", "100 %"}));
    EXPECT_EQ(ticks_among(shares, values, 0.1).size(), 9u);
}

TEST(Ticks, KeepFirstAndLastWhereNoStrideComesOutEven) {
    Axis x;
    x.low = 1;
    x.high = 12;
    const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    const auto ticks = ticks_among(x, values, 0.2);
    EXPECT_EQ(ticks.front().value, 1);
    EXPECT_EQ(ticks.back().value, 12);
    for (std::size_t i = 1; i < ticks.size(); ++i)
        EXPECT_GE(x.fraction(ticks[i].value) - x.fraction(ticks[i - 1].value), 0.2 - 1e-12);
    EXPECT_GT(ticks.size(), 3u);
}

TEST(Ticks, OfUnevenValuesAreTakenWhereThereIsRoom) {
    Axis lanes;
    lanes.high = 16;
    const std::vector<double> values{0, 1, 2, 4, 8, 12, 14, 15, 16};
    EXPECT_EQ(words(ticks_among(lanes, values, 0.12)),
              (std::vector<std::string>{"0", "2", "4", "8", "12", "14", "16"}));
}

TEST(Ticks, ThatAreRoundComeFirst) {
    Axis threads;
    threads.low = 8;
    threads.high = 128;
    const std::vector<double> values{8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 128};
    EXPECT_EQ(words(ticks_among(threads, values, 0.1)),
              (std::vector<std::string>{"8", "32", "48", "64", "80", "96", "128"}));
    EXPECT_EQ(words(ticks_among(threads, values, 0.15)),
              (std::vector<std::string>{"8", "32", "64", "96", "128"}));
    Axis tens;
    tens.high = 100;
    const std::vector<double> uneven{0, 7, 10, 13, 20, 50, 53, 100};
    EXPECT_EQ(words(ticks_among(tens, uneven, 0.08)),
              (std::vector<std::string>{"0", "10", "20", "50", "100"}));
}

TEST(Ticks, OfOneOrNoValue) {
    const Axis x;
    EXPECT_TRUE(ticks_among(x, {}, 0.1).empty());
    const std::vector<double> one{0.5};
    EXPECT_EQ(words(ticks_among(x, one, 0.1)), std::vector<std::string>{"0.5"});
}

TEST(Ticks, DoubleOnALongLogAxis) {
    Axis workers;
    workers.scale = Scale::Log;
    workers.low = 1;
    workers.high = 64;
    EXPECT_EQ(words(round_ticks(workers, 7)),
              (std::vector<std::string>{"1", "2", "4", "8", "16", "32", "64"}));
    EXPECT_EQ(words(round_ticks(workers, 4)), (std::vector<std::string>{"1", "4", "16", "64"}));
}

TEST(Ticks, AreRoundOnAShortLogAxisUnlessItShallDouble) {
    Axis y;
    y.scale = Scale::Log;
    y.low = 0.9;
    y.high = 2.2;
    EXPECT_EQ(words(round_ticks(y, 7)),
              (std::vector<std::string>{"1", "1.2", "1.4", "1.6", "1.8", "2", "2.2"}));
    y.doubling = true;
    EXPECT_EQ(words(round_ticks(y, 7)), (std::vector<std::string>{"1", "2"}));
}

TEST(Ticks, OfALinearAxisAreRound) {
    Axis y;
    y.low = 0.8;
    y.high = 2.2;
    EXPECT_EQ(words(round_ticks(y, 7)),
              (std::vector<std::string>{"0.8", "1", "1.2", "1.4", "1.6", "1.8", "2", "2.2"}));
}

TEST(RoundStep, IsTheNextOneTwoTwoAndAHalfOrFive) {
    EXPECT_DOUBLE_EQ(round_step(0.2), 0.2);
    EXPECT_DOUBLE_EQ(round_step(0.21), 0.25);
    EXPECT_DOUBLE_EQ(round_step(0.3), 0.5);
    EXPECT_DOUBLE_EQ(round_step(6), 10);
}

TEST(PartOf, CutsALogAxisInItsOwnScale) {
    Axis axis;
    axis.scale = Scale::Log;
    axis.low = 1;
    axis.high = 64;
    const Axis part = part_of(axis, 1.0 / 6, 0.5);
    EXPECT_NEAR(part.low, 2, 1e-9);
    EXPECT_NEAR(part.high, 8, 1e-9);
}

} // namespace
} // namespace lockstep::lab
