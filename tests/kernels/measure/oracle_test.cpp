// SPDX-License-Identifier: MIT
// The checksum of a batch names every repetition: none can be wrong, left out, doubled or swapped.
#include "kernels/measure/oracle.hpp"

#include "tests/kernels/measure/toys.hpp"

#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

std::uint64_t answer(const toys::Toy& toy, int input) {
    return chain(toys::start(input), toy.steps);
}

std::uint64_t sum_of(std::initializer_list<std::uint64_t> results) {
    std::uint64_t h = 0;
    for (const std::uint64_t x : results)
        h = folded(h, x);
    return h;
}

class OracleTest : public testing::Test {
  protected:
    OracleTest() { toy.steps = 100; }
    toys::Toy toy;
    Oracle oracle{toy, toys::serial.run};
};

TEST_F(OracleTest, ExpectsTheInputsInTurn) {
    const auto a = answer(toy, 0), b = answer(toy, 1), c = answer(toy, 2), d = answer(toy, 3);
    EXPECT_EQ(oracle.expected(0, 1), sum_of({a}));
    EXPECT_EQ(oracle.expected(2, 4), sum_of({c, d, a, b}));
    EXPECT_EQ(oracle.expected(4, 6), sum_of({a, b, c, d, a, b}));
}

TEST_F(OracleTest, AnyChangeIsSeen) {
    const auto a = answer(toy, 0), b = answer(toy, 1), c = answer(toy, 2), d = answer(toy, 3);
    const std::uint64_t right = oracle.expected(0, 4);
    EXPECT_NE(right, sum_of({a, b, c, d + 1})) << "a wrong result";
    EXPECT_NE(right, sum_of({b, c, d})) << "one left out at the beginning";
    EXPECT_NE(right, sum_of({a, b, d, c})) << "two swapped";
    EXPECT_NE(right, sum_of({a, a, a, a})) << "one answer for all inputs";
    EXPECT_NE(right, sum_of({0, 0, 0, d})) << "the last only";
}

TEST_F(OracleTest, AnEarlyErrorIsNeverShiftedOut) {
    std::uint64_t right = 1, wrong = 2;
    for (int i = 0; i < 100'000; ++i) {
        right = folded(right, 7);
        wrong = folded(wrong, 7);
    }
    EXPECT_NE(right, wrong);
}

/// Serial adds 1, 2, 3 .. with a fraction; another order may differ by the bound.
struct Sums : Problem {
    double bound(int input) const override { return input == 3 ? 0.5 : 1e-9; }
};

std::uint64_t serial_sum(const Sums&, Context& context) {
    return std::bit_cast<std::uint64_t>(100.0 + context.input);
}

TEST(OracleBounds, EachResultIsComparedWithinItsOwn) {
    const Sums sums;
    Oracle bounded(sums, &ErasedRun<&serial_sum>::run);
    EXPECT_TRUE(bounded.has_bounds());
    const auto within = [&](std::vector<double> results, std::int64_t first = 0) {
        std::vector<std::uint64_t> bits;
        for (const double result : results)
            bits.push_back(std::bit_cast<std::uint64_t>(result));
        return bounded.within_bounds(first, bits);
    };
    EXPECT_TRUE(within({100, 101, 102, 103, 100}));
    EXPECT_TRUE(within({100 + 1e-10, 101 - 1e-10, 102, 103.4}));
    EXPECT_TRUE(within({103.4, 100}, 3)) << "the fourth input's bound is wider";
    EXPECT_FALSE(within({100, 101 + 1e-8}));
    EXPECT_FALSE(within({100, 101, 102, 103.6}));
    EXPECT_FALSE(within({100, std::nan("")})) << "what is no number lies within no bound";
    EXPECT_FALSE(within({100, std::numeric_limits<double>::infinity()}));
    EXPECT_FALSE(within({101, 100})) << "swapped";
}

TEST(OracleBounds, AreThoseOfASumInAnyOrder) {
    EXPECT_DOUBLE_EQ(bound_of_sum(1000, 8, 0x1p-52), 1000 * 0x1p-52 * 8);
    EXPECT_DOUBLE_EQ(bound_of_sum(1000, 8, 0x1p-52, 2), 2 * bound_of_sum(1000, 8));
}

TEST_F(OracleTest, WithoutABoundThereIsNone) {
    EXPECT_FALSE(oracle.has_bounds());
}

TEST_F(OracleTest, AsksTheSerialVariantOnceAnInput) {
    EXPECT_EQ(oracle.expected_prepare_ns(0, 4), 0) << "nobody knows yet";
    EXPECT_EQ(oracle.prepare(0, 1), 1);
    EXPECT_DOUBLE_EQ(oracle.expected_prepare_ns(0, 9), 3 * oracle.expected_prepare_ns(1, 1));
    EXPECT_GT(oracle.expected_prepare_ns(1, 1), 0);
    EXPECT_EQ(oracle.prepare(0, 2), 1);
    EXPECT_EQ(oracle.prepare(0, 1000), 2);
    EXPECT_EQ(oracle.prepare(5, 1000), 0);
    oracle.expected(0, 50);
    EXPECT_EQ(oracle.expected_prepare_ns(0, 4), 0) << "it knows all answers";
    EXPECT_EQ(toy.calls, 4);
}

} // namespace
} // namespace lockstep
