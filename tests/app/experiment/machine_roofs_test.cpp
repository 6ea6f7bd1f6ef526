// SPDX-License-Identifier: MIT
#include "app/experiment/machine_roofs.hpp"

#include "app/experiment/roofline.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(MachineRoofs, AreThoseOfThePassport) {
    const protocol::Passport passport = protocol::examples::passport();
    protocol::Machine machine;
    put_roofs(machine, passport);
    EXPECT_EQ(machine.peak_gflops, roofline_of_one(passport)->peak_gflops);
    EXPECT_EQ(machine.memory_gb_s, roofline_of_one(passport)->memory_gb_s);
    EXPECT_EQ(machine.peak_gflops_all, roofline_of_all(passport)->peak_gflops);
    EXPECT_EQ(machine.memory_gb_s_all, roofline_of_all(passport)->memory_gb_s);
}

TEST(MachineRoofs, APassportWithoutThemChangesNothing) {
    protocol::Machine machine;
    machine.peak_gflops = 7;
    put_roofs(machine, {});
    EXPECT_EQ(machine.peak_gflops, 7);
}

TEST(MachineRoofs, AreKept) {
    protocol::Machine before, now;
    put_roofs(before, protocol::examples::passport());
    keep_roofs(now, before);
    EXPECT_GT(now.peak_gflops, 0);
    EXPECT_EQ(now.memory_gb_s_all, before.memory_gb_s_all);
}

} // namespace
} // namespace lockstep
