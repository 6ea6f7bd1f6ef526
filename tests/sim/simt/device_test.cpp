// SPDX-License-Identifier: MIT
#include "cards.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {
namespace {

TEST(DeviceTest, TheCardsOfTheseTestsMakeSense) {
    for (const Device& device : {turing(), a100(), ampere(), ada(), hopper()})
        EXPECT_TRUE(check_device(device)) << check_device(device).error().text();
}

TEST(DeviceTest, AFigureThatIsMissingIsNamed) {
    Device device = ampere();
    device.register_unit = 0;
    const auto checked = check_device(device);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().where, "register_unit");
    EXPECT_EQ(check_device(Device{}).error().where, "sms");
}

TEST(DeviceTest, FiguresThatContradictEachOtherAreNamed) {
    const auto broken = [](auto spoil) {
        Device device = ampere();
        spoil(device);
        const auto checked = check_device(device);
        return checked ? std::string("nothing") : checked.error().where;
    };
    EXPECT_EQ(broken([](Device& d) { d.threads_per_sm = 2048; }), "threads_per_sm");
    EXPECT_EQ(broken([](Device& d) { d.registers_per_block *= 2; }), "registers_per_block");
    // 100 KiB of which one is reserved hold 99 for a block, not 100.
    EXPECT_EQ(broken([](Device& d) { d.shared_bytes_per_block_opt_in = 100 * 1024; }),
              "shared_bytes_per_sm");
    EXPECT_EQ(broken([](Device& d) { d.line_bytes = 100; }), "line_bytes");
    EXPECT_EQ(broken([](Device& d) { d.l2_hit.cycles = 20; }), "l2_hit");
    EXPECT_EQ(broken([](Device& d) { d.dram.cycles = 199; }), "dram");
    EXPECT_EQ(broken([](Device&) {}), "nothing");
}

TEST(DeviceTest, AFigureHasItsSource) {
    Device device = ampere();
    device.citations = {{"sms", 28, "a white paper"}, {"l2_kib", 3072, "a data sheet"}};
    EXPECT_EQ(device.source_of("l2_kib"), "a data sheet");
    EXPECT_EQ(device.source_of("banks"), "");
}

TEST(DeviceTest, ACapabilityIsTwoNumbers) {
    Device device;
    device.capability_major = 8;
    device.capability_minor = 6;
    EXPECT_EQ(device.capability(), "8.6");
}

} // namespace
} // namespace lockstep::simt
