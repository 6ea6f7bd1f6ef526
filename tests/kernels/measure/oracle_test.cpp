// SPDX-License-Identifier: MIT
// The checksum of a batch names every repetition: none can be wrong, left out, doubled or swapped.
#include "kernels/measure/oracle.hpp"

#include "tests/kernels/measure/toys.hpp"

#include <gtest/gtest.h>

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
