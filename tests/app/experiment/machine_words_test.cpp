// SPDX-License-Identifier: MIT
// A machine in a few words, and what it cannot show.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(MachineWords, AFewWords) {
    protocol::Machine here = machine(2);
    EXPECT_EQ(machine_words(here), "2 cores · AVX2 · 24 GiB");
    here.cores = 1;
    here.simd.clear();
    EXPECT_EQ(machine_words(here), "1 core · 24 GiB");
    here.has_gpu = true;
    here.gpu = "NVIDIA H200";
    EXPECT_THAT(machine_words(here), HasSubstr("NVIDIA H200"));
}

TEST(MachineWords, OneCoreCannotRunTwoThings) {
    Scene scene(1);
    content::Experiment experiment = shared_part();
    experiment.needs_cores = 2;
    EXPECT_THAT(cannot_show(scene.session, experiment),
                HasSubstr("One core cannot run two things"));
    experiment.variants = {"waiting"}; // threads that only wait need no core of their own
    EXPECT_EQ(cannot_show(scene.session, experiment), "");
    Scene two(2);
    EXPECT_EQ(cannot_show(two.session, shared_part()), "");
}

TEST(MachineWords, AContainersQuotaIsSaid) {
    Scene scene(1);
    scene.session.machine.cores_present = 8;
    scene.session.machine.quota_cores = 1.5;
    content::Experiment experiment = shared_part();
    experiment.needs_cores = 2;
    EXPECT_THAT(cannot_show(scene.session, experiment),
                HasSubstr("This container may use 1.5 of 8 cores."));
}

TEST(MachineWords, AnEffectBelowTheNoiseMayNotBeSeen) {
    Scene scene;
    content::Experiment experiment = shared_part();
    experiment.needs_effect = 0.05;
    scene.session.machine.noise = 0.004;
    EXPECT_EQ(cannot_show(scene.session, experiment), "");
    scene.session.machine.noise = 0.04;
    EXPECT_THAT(cannot_show(scene.session, experiment), HasSubstr("differ by 4 %"));
}

TEST(MachineWords, ThePassportsNoiseIsTheUsualOne) {
    Scene scene;
    content::Experiment experiment = shared_part();
    experiment.needs_effect = 0.05;
    scene.session.machine.noise = 0.04; // while the window was being opened
    EXPECT_EQ(usual_noise(scene.session), 0.04);
    scene.session.passport.taken.emplace();
    EXPECT_EQ(usual_noise(scene.session), 0.04) << "a passport without it says nothing";
    scene.session.passport.taken->overheads.noise = 0.004;
    EXPECT_EQ(usual_noise(scene.session), 0.004);
    EXPECT_EQ(cannot_show(scene.session, experiment), "");
    scene.session.machine.noise = 0.001;
    scene.session.passport.taken->overheads.noise = 0.03;
    EXPECT_THAT(cannot_show(scene.session, experiment), HasSubstr("differ by 3 %"));
}

TEST(MachineWords, OneLaneHasNoVectorsToShow) {
    Scene scene;
    content::Experiment experiment = shared_part();
    experiment.variants = {"simd"};
    EXPECT_EQ(cannot_show(scene.session, experiment), "");
    scene.session.machine.simd_lanes_f32 = 1;
    EXPECT_THAT(cannot_show(scene.session, experiment), HasSubstr("No vector unit was found"));
    scene.session.catalogue.workloads[0].variants.push_back(
        {"cuda", "On a card.", "cuda", "kernels/x.cu", "card", false, "x"});
    experiment.variants = {"simd", "cuda"};
    EXPECT_THAT(cannot_show(scene.session, experiment),
                AllOf(HasSubstr("no NVIDIA driver found"), Not(HasSubstr("same effect"))));
}

TEST(MachineWords, ACardThatIsNotThereIsSaidWithItsReason) {
    Scene scene;
    scene.session.catalogue.workloads[0].variants.push_back(
        {"cuda", "On a card.", "cuda", "kernels/x.cu", "card", false, "x"});
    content::Experiment experiment = shared_part();
    experiment.variants = {"simd", "cuda"};
    EXPECT_THAT(cannot_show(scene.session, experiment),
                HasSubstr("CUDA: no NVIDIA driver found. Your CPU's vector unit"));
    scene.session.machine.has_gpu = true;
    EXPECT_THAT(cannot_show(scene.session, experiment), Not(HasSubstr("CUDA")));
}

TEST(MachineWords, AWelcomeSaysWhatRunsHereAndThatNoCardIsFine) {
    protocol::Machine machine;
    machine.cores = 0;
    EXPECT_EQ(welcome_words(machine), "Lockstep runs real programs on this computer.");
    machine.cores = 1;
    EXPECT_EQ(welcome_words(machine),
              "Lockstep runs real programs on this computer: 1 core, no GPU (that is fine).");
    machine.cores = 16;
    machine.has_gpu = true;
    machine.gpu = "NVIDIA H100";
    EXPECT_EQ(welcome_words(machine), "Lockstep runs real programs on this computer: 16 cores and "
                                      "a graphics card, NVIDIA H100.");
}

TEST(MachineWords, WhereAKernelIsSimulatedTheCardIsNotMissed) {
    Scene scene;
    scene.session.machine.noise = 0.5;
    content::Experiment experiment = shared_part();
    experiment.needs_effect = 0.05;
    experiment.simulated = content::SimulatedSeries{{"cuda"}, "atomics", "", "", ""};
    experiment.quantity = content::Quantity::Count;
    experiment.variants = {};
    EXPECT_EQ(cannot_show(scene.session, experiment), "") << "a count is not disturbed";
    scene.session.machine.noise = 0;
    scene.session.catalogue.workloads[0].variants.push_back(
        {"cuda", "On a card.", "cuda", "kernels/x.cu", "card", false, "x"});
    experiment.quantity = content::Quantity::RelativeTime;
    experiment.variants = {"cuda"};
    EXPECT_THAT(cannot_show(scene.session, experiment), HasSubstr("is simulated here"));
}

} // namespace
} // namespace lockstep
