// SPDX-License-Identifier: MIT
// What is known of the machine, with and without a passport.
#include "app/experiment/machine_number.hpp"
#include "tests/app/experiment/scene.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

std::optional<LiveNumber> of_machine(const Scene& scene, const char* name) {
    return machine_number(scene.session, *scene.session.lesson(), scene.main(), name, "");
}

TEST(MachineNumber, CoresAreKnownAtOnceAndAProbeOnlyWithAPassport) {
    Scene scene;
    scene.session.machine.threads = 4;
    EXPECT_EQ(of_machine(scene, "cores")->value, 2);
    EXPECT_EQ(of_machine(scene, "threads")->value, 4);
    for (const char* name : {"timer", "noise", "core_to_core", "nonsense"})
        EXPECT_FALSE(of_machine(scene, name)) << name;
    EXPECT_EQ(caches_text(scene.session), "");
    scene.session.passport.taken = protocol::examples::passport();
    const auto& passport = *scene.session.passport.taken;
    EXPECT_EQ(of_machine(scene, "timer")->value, passport.overheads.timer_ns);
    EXPECT_EQ(of_machine(scene, "noise")->text(), "0.4 %");
    EXPECT_GT(of_machine(scene, "core_to_core")->value, 100)
        << "two threads of a core are no two cores";
    EXPECT_EQ(caches_text(scene.session), "32 KiB");
    scene.session.passport.taken->layout.caches.push_back({2, "unified", 1048576, 64, 8, 1, 2, {}});
    scene.session.passport.taken->layout.caches.push_back({3, "unified", 2097152, 64, 8, 1, 2, {}});
    EXPECT_EQ(caches_text(scene.session), "32 KiB, 1 MiB and 2 MiB");
}

TEST(MachineNumber, RoofsAreThoseOfTheModel) {
    Scene scene;
    EXPECT_FALSE(of_machine(scene, "ridge")) << "a machine without roofs has no ridge";
    scene.session.machine.peak_gflops = 120;
    scene.session.machine.memory_gb_s = 15;
    scene.session.course.lessons.front().experiments.front().quantity = content::Quantity::Rate;
    scene.session.course.lessons.front().experiments.front().set["p"] = 1;
    std::erase_if(scene.session.course.lessons.front().experiments.front().sliders,
                  [](const content::Slider& slider) { return slider.parameter == "p"; });
    EXPECT_NEAR(of_machine(scene, "peak")->value, 120, 1e-9);
    EXPECT_NEAR(of_machine(scene, "memory")->value, 15, 1e-9);
    EXPECT_NEAR(of_machine(scene, "ridge")->value, 8, 1e-9);
    EXPECT_EQ(of_machine(scene, "memory")->text(), "15 GB/s");
}

} // namespace
} // namespace lockstep
