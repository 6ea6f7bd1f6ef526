// SPDX-License-Identifier: MIT
// Machines that are not quiet, by script: what becomes of the numbers, and what is said of it.
#include "tests/kernels/measure/scripted.hpp"

#include "kernels/measure/machine.hpp"

#include <gmock/gmock.h>

namespace lockstep::scripted {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two sides make 26 batches before the first round after the pilot (first looks, the pilot's
/// samples, one doubling check each), and 30 in the fifteen rounds of a quiet machine.
constexpr int in_the_rounds = 36, half_way = 41;

int disturbed_samples(const Machine& machine) {
    int count = 0;
    for (const Sample& sample : machine.scribe.sent)
        count += (sample.flags & protocol::sample_disturbed) != 0 ? 1 : 0;
    return count;
}

TEST(BadMachine, AQuietOneHasNothingSaid) {
    const Machine machine([](int) { return Beat{}; });
    EXPECT_THAT(machine.remarks, IsEmpty());
    EXPECT_EQ(disturbed_samples(machine), 0);
    EXPECT_NEAR(machine.ratio().value, 2, 1e-6);
    EXPECT_EQ(machine.scribe.state_of(0).status, PointStatus::Ok);
}

TEST(BadMachine, ABenchThatIsStoppedForASecondLosesARound) {
    const Machine machine([](int batch) { return Beat{1e6, batch == in_the_rounds ? 1e9 : 0}; });
    EXPECT_THAT(machine.remarks, Contains(HasSubstr("kept from running for 1.0 s")));
    EXPECT_EQ(disturbed_samples(machine), 1);
    EXPECT_NEAR(machine.ratio().value, 2, 1e-6);
    EXPECT_NEAR(machine.ratio().high, 2, 1e-6) << "the second is in no ratio";
    EXPECT_EQ(machine.scribe.state_of(0).status, PointStatus::Ok);
}

TEST(BadMachine, AnotherLoadCostsTheRoundsThatItTouches) {
    const Machine machine([](int batch) { return Beat{1e6, batch % 16 == 3 ? 0.2e6 : 0}; });
    EXPECT_THAT(machine.remarks, Contains(HasSubstr("Another program took a core in")));
    EXPECT_GT(disturbed_samples(machine), 0);
    EXPECT_NEAR(machine.ratio().high, 2, 1e-6);
    EXPECT_NE(machine.scribe.state_of(0).status, PointStatus::Wrong);
}

TEST(BadMachine, ALoadThatNeverStopsIsSaidToDecideNothing) {
    // Its scatter asks for as many rounds as there is time.
    const Machine machine([](int batch) { return Beat{1e6, batch % 2 == 0 ? 0.2e6 : 0}; }, 2, 2);
    EXPECT_EQ(machine.scribe.state_of(0).status, PointStatus::Disturbed);
    EXPECT_THAT(machine.scribe.state_of(0).reason, HasSubstr("Another program"));
    EXPECT_THAT(machine.remarks, Contains(HasSubstr("too many to leave them out")));
}

TEST(BadMachine, ALaptopThatThrottlesHalfWayKeepsItsRatios) {
    // From some batch of the rounds on everything takes 1.8 times as long.
    const Machine machine([](int batch) { return Beat{batch < half_way ? 1e6 : 1.8e6, 0}; });
    EXPECT_THAT(machine.remarks, Contains(HasSubstr("times slower")));
    EXPECT_NEAR(machine.ratio().value, 2, 1e-6);
    EXPECT_TRUE(machine.ratio().contains(2));
    EXPECT_NE(machine.scribe.state_of(0).status, PointStatus::Wrong);
}

TEST(BadMachine, OneCoreAMaskOfOneAndAQuotaAreSaidBeforehand) {
    Cores one;
    one.cpus = {0};
    EXPECT_THAT(machine_notes(one), Contains("One core cannot run two things at once."));
    Cores masked = one; // taskset -c 0 on a machine of eight
    masked.present = 8;
    EXPECT_THAT(machine_notes(masked),
                Contains("Lockstep was started on 1 of this machine's 8 cores."));
    Cores quota; // a container of one and a half
    quota.cpus = {0, 1, 2, 3};
    quota.physical = quota.present = 4;
    quota.quota_cores = 1.5;
    EXPECT_EQ(quota.workers(), 1);
    EXPECT_THAT(machine_notes(quota), Contains("This container may use 1.5 of 4 cores."));
}

TEST(BadMachine, WithoutHwlocEachCpuOfTheMaskIsACoreAndItIsSaid) {
    const std::vector<int> mask{0, 3, 5};
    const Cores cores = cores_from(nullptr, mask, 0);
    EXPECT_EQ(cores.cpus, mask);
    EXPECT_EQ(cores.physical, 3);
    EXPECT_EQ(cores.present, 3);
    EXPECT_EQ(cores.workers(), 3);
    EXPECT_FALSE(cores.known_layout);
    EXPECT_THAT(machine_notes(cores), Contains(HasSubstr("which of them share a core")));
}

} // namespace
} // namespace lockstep::scripted
