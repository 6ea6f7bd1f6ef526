// SPDX-License-Identifier: MIT
#include "sim/base/units.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace lockstep {

static constexpr double infinite = std::numeric_limits<double>::infinity();
static constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

TEST(UnitsTest, NumbersHaveTheirSignificantDigits) {
    EXPECT_EQ(format_number(0.12345), "0.123");
    EXPECT_EQ(format_number(1.5), "1.5");
    EXPECT_EQ(format_number(1.5, 3, Zeros::Keep), "1.50");
    EXPECT_EQ(format_number(2.0, 3, Zeros::Keep), "2.00");
    EXPECT_EQ(format_number(123456), "123000");
    EXPECT_EQ(format_number(0.1 + 0.2, 15), "0.3");
    EXPECT_EQ(format_number(0), "0");
    EXPECT_EQ(format_number(-2.5), "-2.5");
    EXPECT_EQ(format_number(100, 3), "100");
    EXPECT_EQ(format_number(1e-7, 2), "0.0000001");
}

TEST(UnitsTest, RoundingIntoTheNextPowerOfTenKeepsTheDigits) {
    EXPECT_EQ(format_number(9.996, 3, Zeros::Keep), "10.0");
    EXPECT_EQ(format_number(0.9996, 3, Zeros::Keep), "1.00");
    EXPECT_EQ(format_number(999.6, 3), "1000");
}

TEST(UnitsTest, WhatIsNoNumberSaysSo) {
    EXPECT_EQ(format_number(infinite), "∞");
    EXPECT_EQ(format_number(-infinite), "-∞");
    EXPECT_EQ(format_number(no_number), "–");
    EXPECT_EQ(format_time_ns(no_number), "–");
}

TEST(UnitsTest, TimesTakeTheUnitThatFits) {
    EXPECT_EQ(format_time_ns(0), "0 ns");
    EXPECT_EQ(format_time_ns(0.4), "0.4 ns");
    EXPECT_EQ(format_time_ns(850), "850 ns");
    EXPECT_EQ(format_time_ns(20e3), "20 µs");
    EXPECT_EQ(format_time_ns(1.5e6), "1.5 ms");
    EXPECT_EQ(format_time_ns(2.25e9), "2.25 s");
    EXPECT_EQ(format_time_ns(7200e9), "7200 s");
    EXPECT_EQ(format_time_ns(999.9), "1 µs") << "not 1000 ns";
    EXPECT_EQ(format_time_ns(999.4), "999 ns");
}

TEST(UnitsTest, PercentagesHaveTwoDigits) {
    EXPECT_EQ(format_percent(0.02), "2 %");
    EXPECT_EQ(format_percent(0.4567), "46 %");
    EXPECT_EQ(format_percent(0.005), "0.5 %");
    EXPECT_EQ(format_percent(1), "100 %");
}

TEST(UnitsTest, AValueHasItsIntervalsDigitsAndNoMore) {
    const NumberWithInterval number = format_with_interval(1.33087, 1.325, 1.3365);
    EXPECT_EQ(number.value, "1.331");
    EXPECT_EQ(number.half_width, "0.006");
    EXPECT_EQ(number.text(), "1.331 ± 0.006");
    EXPECT_EQ(format_with_interval(1.331, 1.325, 1.337).text(), "1.331 ± 0.006");
    EXPECT_EQ(format_with_interval(1.5, 1.49, 1.51).text(), "1.50 ± 0.01");
    EXPECT_EQ(format_with_interval(1234.5, 1200, 1269).text(), "1230 ± 40");
    EXPECT_EQ(format_with_interval(2, 1.2, 2.8).text(), "2.0 ± 0.8");
    EXPECT_EQ(format_with_interval(0.0021, 0.0019, 0.0023).text(), "0.0021 ± 0.0002");
}

TEST(UnitsTest, OneThingHasItsSingular) {
    EXPECT_EQ(counted_unit(1, "operations"), "operation");
    EXPECT_EQ(counted_unit(2, "operations"), "operations");
    EXPECT_EQ(counted_unit(0, "bytes"), "bytes");
    EXPECT_EQ(counted_unit(1, "times"), "times");
    EXPECT_EQ(counted_unit(1, "us"), "us") << "a unit of time";
    EXPECT_EQ(counted_unit(1, "Gflop/s"), "Gflop/s") << "a rate";
    EXPECT_EQ(counted_unit(1, ""), "");
}

TEST(UnitsTest, ASettingIsInFull) {
    EXPECT_EQ(format_quantity(65536, "loads"), "65536 loads");
    EXPECT_EQ(format_quantity(16384, "KiB"), "16 MiB");
    EXPECT_EQ(format_quantity(1536, "KiB"), "1536 KiB");
    EXPECT_EQ(format_quantity(1, "bytes"), "1 byte");
    EXPECT_EQ(format_quantity(1.23456, ""), "1.23");
    EXPECT_EQ(format_quantity(20, "us"), "20 µs");
    EXPECT_EQ(format_quantity(0.05, "us"), "50 ns");
    EXPECT_EQ(format_quantity(0, "us"), "0 µs");
    EXPECT_EQ(format_quantity(0.5, "ns"), "0.5 ns");
    EXPECT_EQ(format_quantity(0.125, "share"), "12.5 %");
    EXPECT_EQ(format_quantity(63, "%"), "63 %") << "what somebody typed is in per cent already";
    EXPECT_EQ(format_quantity(0.5, "%"), "0.5 %");
    EXPECT_EQ(format_quantity(2, "1"), "2");
    EXPECT_EQ(format_quantity(-0.0, ""), "0");
}

TEST(UnitsTest, TheHalfWidthIsTheLongerSideRoundedUp) {
    EXPECT_EQ(format_with_interval(1.5, 1.499, 1.531).text(), "1.50 ± 0.04");
    EXPECT_EQ(format_with_interval(1.5, 1.404, 1.5).text(), "1.5 ± 0.1") << "0.096 goes up to 0.1";
    EXPECT_EQ(format_with_interval(1.5, 1.5, 1.5011).text(), "1.500 ± 0.002");
}

TEST(UnitsTest, AnIntervalWiderThanItsValueLeavesNoDigitToClaim) {
    EXPECT_EQ(format_with_interval(0.3, -4, 4).text(), "0 ± 5");
    EXPECT_EQ(format_with_interval(-0.3, -4, 4).text(), "0 ± 5") << "no minus before a zero";
}

TEST(UnitsTest, AnIntervalWithoutEndsOrWidthIsNotInvented) {
    EXPECT_EQ(format_with_interval(1.331, 0, infinite).text(), "1.3");
    EXPECT_EQ(format_with_interval(1.33087, 1.33087, 1.33087).text(), "1.331 ± 0");
    EXPECT_EQ(format_with_interval(0, 0, 0).text(), "0") << "nothing is nothing";
    EXPECT_EQ(format_with_interval(0.1 + 0.2, 0.3, 0.3).text(), "0.3 ± 0")
        << "rounding is no width";
    EXPECT_EQ(format_with_interval(no_number, 0, 1).text(), "–");
}

} // namespace lockstep
