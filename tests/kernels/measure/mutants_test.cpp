// SPDX-License-Identifier: MIT
// Every mutant is caught, by the check that is there for it, and what is honest is left alone.
#include "tests/kernels/measure/mutants/mutants.hpp"

#include <gtest/gtest.h>

namespace lockstep::mutants {
namespace {

/// Another program can make what is honest look short of work once, in a comparison that is over in
/// no time; not three times in a row.
auto hunt_honest(const Mutant& mutant) {
    auto state = hunt(mutant);
    for (int again = 0; again < 2 && state.status == PointStatus::Wrong; ++again)
        state = hunt(mutant);
    return state;
}

TEST(Mutants, AreCaughtEachByItsCheck) {
    EXPECT_GE(wrong().size(), 15u);
    for (const Mutant& mutant : wrong()) {
        if (!is_wrong_here(mutant)) { // this compiler carries it out as it is written
            const auto state = hunt_honest(mutant);
            EXPECT_NE(state.status, PointStatus::Wrong) << mutant.words << ": " << state.reason;
            continue;
        }
        const auto state = hunt(mutant);
        ASSERT_EQ(state.status, PointStatus::Wrong) << mutant.words << ": " << state.reason;
        const auto check = caught_by(state);
        ASSERT_TRUE(check) << state.reason;
        EXPECT_EQ(name_of(*check), name_of(mutant.by)) << mutant.words << ": " << state.reason;
    }
}

TEST(Mutants, AllThreeChecksAreNeeded) {
    for (const Caught check : {Caught::Oracle, Caught::Bound, Caught::Doubling})
        EXPECT_TRUE(std::ranges::any_of(wrong(), [&](const Mutant& m) { return m.by == check; }))
            << name_of(check);
}

TEST(Mutants, WhatIsHonestIsLeftAlone) {
    for (const Mutant& mutant : honest()) {
        const auto state = hunt_honest(mutant);
        EXPECT_NE(state.status, PointStatus::Wrong) << mutant.words << ": " << state.reason;
        EXPECT_NE(state.status, PointStatus::Unavailable) << mutant.words << ": " << state.reason;
    }
}

} // namespace
} // namespace lockstep::mutants
