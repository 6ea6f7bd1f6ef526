// SPDX-License-Identifier: MIT
// What is said of a machine that was not quiet.
#include "kernels/measure/troubles.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

stats::Watched lost(double ns) {
    return {0, ns, 0};
}

TEST(Troubles, AQuietMachineHasNone) {
    EXPECT_THAT(Troubles().sentences(21), IsEmpty());
}

TEST(Troubles, AnotherProgramIsNamedWithItsRoundsAndWhatItTook) {
    Troubles troubles;
    troubles.disturbed(14, lost(50e3));
    troubles.disturbed(14, lost(90e3)); // the other side of that round
    troubles.disturbed(17, lost(20e3));
    EXPECT_THAT(troubles.sentences(21),
                ElementsAre("Another program took a core in 2 of 21 rounds, for up to 0.09 ms: "
                            "these rounds are left out of what they touch."));
    for (int round = 0; round < 8; ++round)
        troubles.disturbed(round, lost(20e3));
    EXPECT_THAT(troubles.sentences(21), ElementsAre(HasSubstr("too many to leave them out")));
}

TEST(Troubles, ABenchThatWasStoppedIsNotAnotherProgram) {
    Troubles troubles;
    troubles.disturbed(14, lost(1e9));
    EXPECT_THAT(troubles.sentences(21),
                ElementsAre("The bench was kept from running for 1.0 s: that round is left out of "
                            "what it touches."));
    troubles.disturbed(15, {0, 0, 0.5e9}); // seen as a gap before the round
    EXPECT_THAT(troubles.sentences(21), ElementsAre(HasSubstr("for 1.5 s in all: these rounds")));
}

TEST(Troubles, AClockThatJumpedIsTold) {
    Troubles troubles;
    troubles.clock_jumped(-3600e9);
    EXPECT_THAT(
        troubles.sentences(21),
        ElementsAre(AllOf(HasSubstr("The clock jumped back by 3600 s"), HasSubstr("no time"))));
    troubles.clock_jumped(7200e9);
    EXPECT_THAT(troubles.sentences(21),
                ElementsAre(AllOf(HasSubstr("forward by 7200 s"), HasSubstr("2 times in all"))));
}

TEST(Troubles, AMachineThatThrottledTouchesTimesAndNotRatios) {
    Troubles troubles;
    troubles.drifted({1.8, 1.7, 1.9});
    EXPECT_THAT(troubles.sentences(21),
                ElementsAre(AllOf(HasSubstr("became 1.80 times slower"), HasSubstr("a ratio"))));
    troubles.drifted({0.5, 0.4, 0.6});
    EXPECT_THAT(troubles.sentences(21), ElementsAre(HasSubstr("became 2.00 times faster")));
}

TEST(Troubles, EachKindHasItsSentence) {
    Troubles troubles;
    troubles.say("Something else.");
    troubles.disturbed(3, lost(50e3));
    troubles.disturbed(4, lost(1e9));
    troubles.clock_jumped(1e9);
    troubles.drifted({1.2, 1.1, 1.3});
    EXPECT_EQ(troubles.sentences(21).size(), 5u);
}

} // namespace
} // namespace lockstep
