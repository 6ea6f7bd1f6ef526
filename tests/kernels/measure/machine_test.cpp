// SPDX-License-Identifier: MIT
// What is said of a machine: facts that agree with each other, and sentences for the learner.
#include "kernels/measure/machine.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Cores cores_of(int physical, int present, double quota) {
    Cores cores;
    for (int cpu = 0; cpu < physical; ++cpu)
        cores.cpus.push_back(cpu);
    cores.physical = physical;
    cores.present = present;
    cores.quota_cores = quota;
    return cores;
}

TEST(Machine, FactsAgree) {
    const protocol::Machine machine = machine_facts();
    EXPECT_EQ(machine.threads, usable_cores().workers());
    EXPECT_LE(machine.cores, machine.threads);
    EXPECT_GE(machine.cores, 1);
    EXPECT_GE(machine.cores_present, machine.cores);
    EXPECT_GT(machine.memory_gib, 0);
    EXPECT_GE(machine.simd_lanes_f32, 1);
    EXPECT_FALSE(machine.simd.empty());
    EXPECT_GT(machine.atomic_add_ns, 0);
    EXPECT_THAT(machine.name, HasSubstr(machine.simd));
    EXPECT_EQ(machine.hash.size(), 16u);
    EXPECT_EQ(machine.hash, machine_facts().hash);
    EXPECT_FALSE(machine.has_gpu) << "nobody has asked the card yet";
    EXPECT_EQ(machine.gpu, has_nvidia_driver() ? "not asked yet" : "no NVIDIA driver found");
}

TEST(Machine, NotesSayWhatALearnerMustKnow) {
    EXPECT_THAT(machine_notes(cores_of(8, 8, 1.5)),
                Contains("This container may use 1.5 of 8 cores."));
    EXPECT_THAT(machine_notes(cores_of(1, 1, 0)),
                ElementsAre("One core cannot run two things at once."));
    EXPECT_THAT(machine_notes(cores_of(8, 8, 1.5)),
                Contains("One core cannot run two things at once."));
    EXPECT_THAT(machine_notes(cores_of(2, 8, 0)),
                ElementsAre("Lockstep was started on 2 of this machine's 8 cores."));
    EXPECT_THAT(machine_notes(cores_of(4, 4, 0)), IsEmpty());
    EXPECT_THAT(machine_notes(cores_of(4, 4, 16)), IsEmpty()) << "a quota that limits nothing";
}

TEST(Machine, NoiseIsASmallShare) {
    const double noise = measure_noise();
    EXPECT_GT(noise, 0);
    EXPECT_LT(noise, 10);
    unpin_thread();
}

} // namespace
} // namespace lockstep
