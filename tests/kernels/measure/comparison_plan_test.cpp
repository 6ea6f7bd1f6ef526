// SPDX-License-Identifier: MIT
// How many rounds there are: by the pilot's scatter; odd, and once.
#include "tests/kernels/measure/scripted.hpp"

#include "sim/base/random.hpp"

#include <gtest/gtest.h>

namespace lockstep::scripted {
namespace {

int rounds_of(const Machine& machine) {
    int count = 0;
    for (const Sample& sample : machine.scribe.samples_of(0))
        count += (sample.flags & protocol::sample_pilot) == 0 ? 1 : 0;
    return count;
}

TEST(ComparisonPlan, AQuietMachineHasFifteenRounds) {
    EXPECT_EQ(rounds_of(Machine([](int) { return Beat{}; })), stats::fewest_rounds);
}

TEST(ComparisonPlan, ANoisyOneHasMoreAndAnOddNumber) {
    Random random(1);
    const Machine noisy([&](int) { return Beat{1e6 * (1 + 0.02 * random.uniform()), 0, 0}; });
    EXPECT_GT(rounds_of(noisy), stats::fewest_rounds);
    EXPECT_EQ(rounds_of(noisy) % 2, 1);
    EXPECT_EQ(rounds_of(noisy), noisy.scribe.news.back().rounds_planned) << "fixed once";
}

} // namespace
} // namespace lockstep::scripted
