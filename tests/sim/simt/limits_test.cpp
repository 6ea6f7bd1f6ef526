// SPDX-License-Identifier: MIT
#include "sim/simt/limits.hpp"

#include "cards.hpp"
#include "sim/simt/occupancy.hpp"

#include <gmock/gmock.h>

namespace lockstep::simt {
namespace {

Device card_of(int capability_major, int capability_minor) {
    Device device = hopper();
    device.capability_major = capability_major;
    device.capability_minor = capability_minor;
    return device;
}

TEST(LimitsTest, ACardThatIsSentHoldsTheSame) {
    const Device sent = card_of(8, 6);
    const auto read = device_of(limits_of(sent));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->capability(), "8.6");
    EXPECT_EQ(read->sms, sent.sms);
    for (const int threads : {32, 33, 256, 1024})
        for (const int registers : {16, 40, 255})
            for (const int shared : {0, 5000, 60'000}) {
                const Occupancy a = occupancy(sent, threads, registers, shared);
                const Occupancy b = occupancy(*read, threads, registers, shared);
                EXPECT_EQ(a.allowed, b.allowed);
                EXPECT_EQ(a.impossible, b.impossible);
                EXPECT_EQ(a.needs_opt_in, b.needs_opt_in);
            }
}

TEST(LimitsTest, CapabilitiesOfTwoDigits) {
    EXPECT_EQ(device_of(limits_of(card_of(12, 1)))->capability(), "12.1");
}

TEST(LimitsTest, WhatNoCardHasIsNamed) {
    for (const char* const name : {"compute_capability", "sms", "register_unit", "warps_per_sm"})
        for (const double wrong : {0.0, -1.0, 1e30}) {
            Values limits = limits_of(card_of(9, 0));
            limits[name] = wrong;
            const auto read = device_of(limits);
            ASSERT_FALSE(read) << name << wrong;
            EXPECT_EQ(read.error().where, name);
        }
    Values missing = limits_of(card_of(9, 0));
    missing.erase("shared_bytes_reserved");
    EXPECT_FALSE(device_of(missing));
}

} // namespace
} // namespace lockstep::simt
