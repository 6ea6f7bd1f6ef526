// SPDX-License-Identifier: MIT
// A whole passport: looked up at once, measured with breaths, and with what is missing said.
#include "kernels/measure/passport.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/machine.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Passport, IsLookedUp) {
    const protocol::Passport passport = look_up_passport();
    EXPECT_EQ(passport.edition, 0) << "nothing was measured";
    EXPECT_THAT(passport.layout.cores, Not(IsEmpty()));
    EXPECT_THAT(passport.surroundings.governor, Not(IsEmpty()));
    EXPECT_THAT(passport.surroundings.affinity, Not(IsEmpty()));
    EXPECT_THAT(passport.surroundings.counters, Not(IsEmpty()));
    EXPECT_EQ(passport.surroundings.hypervisor.empty(), !machine_facts().virtual_machine);
}

TEST(Passport, IsMeasuredWithBreaths) {
    Scribe scribe;
    Crews crews;
    protocol::Passport passport = look_up_passport();
    measure_passport(passport, crews, scribe, "p1");
    EXPECT_EQ(passport.edition, protocol::passport_edition);
    EXPECT_THAT(passport.taken, testing::MatchesRegex("20..-..-..T..:..:..Z"));
    EXPECT_GT(passport.seconds, 0);
    EXPECT_THAT(passport.peaks, Not(IsEmpty()));
    EXPECT_THAT(passport.triads, Not(IsEmpty()));
    EXPECT_GT(passport.overheads.noise, 0);
    EXPECT_EQ(passport.latencies.cpus.size(), usable_cores().cpus.size());
    ASSERT_GE(scribe.news.size(), 4u);
    for (const auto& news : scribe.news)
        EXPECT_LE(news.next_slice_ms, 1000);
}

TEST(Passport, WithoutTimeSaysWhatIsMissing) {
    Scribe scribe;
    Crews crews;
    protocol::Passport passport = look_up_passport();
    measure_passport(passport, crews, scribe, "p1", 0);
    EXPECT_THAT(passport.triads, IsEmpty());
    EXPECT_THAT(passport.remarks, testing::Contains(HasSubstr("The time was enough for 0 of")));
}

} // namespace
} // namespace lockstep
