// SPDX-License-Identifier: MIT
// By hand, after cuda_occupancy.h: an SM has 65536 registers in four quarters of 16384, and a warp
// takes 32 times those of a thread, rounded up to a multiple of 256, from one of them.
#include "sim/simt/occupancy.hpp"

#include "cards.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::simt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(OccupancyTest, TheExampleOfTheBestPracticesGuide) {
    // "On a device of compute capability 7.0, a kernel with 128-thread blocks using 37 registers
    // per thread results in an occupancy of 75% with 12 active 128-thread blocks per
    // multi-processor, whereas a kernel with 320-thread blocks using the same 37 registers per
    // thread results in an occupancy of 63% because only four 320-thread blocks can reside."
    Device volta = card(64, 32, 96, 96);
    volta.shared_bytes_reserved = 0;
    volta.shared_unit_bytes = 256;
    // 37 x 32 = 1184, rounded up 1280; 16384 / 1280 = 12.8, so 12 in each quarter: 48 warps.
    const Occupancy small = occupancy(volta, 128, 37, 0);
    EXPECT_EQ(small.blocks_per_sm, 12);
    EXPECT_DOUBLE_EQ(small.fraction, 0.75);
    // 48 warps are four blocks of ten: 40 of 64.
    const Occupancy large = occupancy(volta, 320, 37, 0);
    EXPECT_EQ(large.blocks_per_sm, 4);
    EXPECT_DOUBLE_EQ(large.fraction, 0.625);
    EXPECT_THAT(large.limiters, ElementsAre(Limiter::Registers));
}

TEST(OccupancyTest, OneRegisterTooMany) {
    // 32 x 32 = 1024: 16 warps a quarter, 64 in all, 8 blocks of 8 warps; the slots end there too.
    const Occupancy fits = occupancy(a100(), 256, 32, 0);
    EXPECT_EQ(fits.blocks_per_sm, 8);
    EXPECT_EQ(fits.warps_per_sm, 64);
    EXPECT_EQ(fits.fraction, 1);
    EXPECT_THAT(fits.limiters, ElementsAre(Limiter::Warps, Limiter::Registers));
    // 33 x 32 = 1056, rounded up 1280: 12 a quarter, 48 in all, 6 blocks.
    const Occupancy one_more = occupancy(a100(), 256, 33, 0);
    EXPECT_EQ(one_more.blocks_per_sm, 6);
    EXPECT_EQ(one_more.fraction, 0.75);
    EXPECT_EQ(one_more.registers_per_block, 8 * 1280);
    EXPECT_THAT(one_more.limiters, ElementsAre(Limiter::Registers));
    EXPECT_EQ(one_more.allowed_by(Limiter::Warps), 8);
    EXPECT_EQ(one_more.allowed_by(Limiter::Blocks), 32);
}

TEST(OccupancyTest, SmallBlocksRunOutOfPlacesForBlocks) {
    for (const auto& [device, blocks, fraction] :
         {std::tuple(turing(), 16, 16.0 / 32), std::tuple(ampere(), 16, 16.0 / 48),
          std::tuple(ada(), 24, 24.0 / 48), std::tuple(hopper(), 32, 32.0 / 64)}) {
        const Occupancy found = occupancy(device, 32, 16, 0);
        EXPECT_EQ(found.blocks_per_sm, blocks);
        EXPECT_DOUBLE_EQ(found.fraction, fraction);
        EXPECT_THAT(found.limiters, ElementsAre(Limiter::Blocks));
    }
}

TEST(OccupancyTest, LargeBlocksLeaveWarpSlotsEmpty) {
    // 48 slots hold one block of 32 warps and not two.
    const Occupancy found = occupancy(ampere(), 1024, 32, 0);
    EXPECT_EQ(found.blocks_per_sm, 1);
    EXPECT_DOUBLE_EQ(found.fraction, 32.0 / 48);
    EXPECT_THAT(found.limiters, ElementsAre(Limiter::Warps));
}

TEST(OccupancyTest, ABlockPaysForWholeWarps) {
    const Occupancy found = occupancy(turing(), 33, 32, 0);
    EXPECT_EQ(found.warps_per_block, 2);
    EXPECT_EQ(found.registers_per_block, 2048);
    EXPECT_EQ(found.warps_per_sm, 32); // 16 blocks
}

TEST(OccupancyTest, SharedMemoryIsRoundedUpAndPartlyReserved) {
    // 20000 + 1024 = 21024, rounded up to 165 x 128 = 21120; 102400 / 21120 = 4.8.
    const Occupancy found = occupancy(ampere(), 128, 32, 20000);
    EXPECT_EQ(found.shared_bytes_per_block, 21120);
    EXPECT_EQ(found.blocks_per_sm, 4);
    EXPECT_THAT(found.limiters, ElementsAre(Limiter::SharedMemory));
    EXPECT_FALSE(found.needs_opt_in);
    // Turing reserves nothing and rounds to 256: 65536 / 20224 = 3.2.
    EXPECT_EQ(occupancy(turing(), 128, 32, 20000).shared_bytes_per_block, 79 * 256);
    EXPECT_EQ(occupancy(turing(), 128, 32, 20000).blocks_per_sm, 3);
    // Who uses none is not limited by it on Turing, and by 100 blocks of one KiB after that.
    EXPECT_EQ(occupancy(turing(), 128, 32, 0).allowed_by(Limiter::SharedMemory), no_limit);
    EXPECT_EQ(occupancy(ampere(), 128, 32, 0).allowed_by(Limiter::SharedMemory), 100);
}

TEST(OccupancyTest, MoreThan48KibMustBeAskedFor) {
    EXPECT_FALSE(occupancy(hopper(), 128, 32, 48 * 1024).needs_opt_in);
    const Occupancy more = occupancy(hopper(), 128, 32, 48 * 1024 + 1);
    EXPECT_TRUE(more.needs_opt_in);
    // 49153 + 1024 = 50177, rounded up 50304; 233472 / 50304 = 4.6.
    EXPECT_EQ(more.blocks_per_sm, 4);
    EXPECT_EQ(occupancy(hopper(), 128, 32, 227 * 1024).blocks_per_sm, 1);
    const Occupancy beyond = occupancy(hopper(), 128, 32, 227 * 1024 + 1);
    EXPECT_EQ(beyond.blocks_per_sm, 0);
    EXPECT_THAT(beyond.impossible, HasSubstr("at most 232448 bytes"));
}

TEST(OccupancyTest, RegistersAreCheckedAsIfEveryQuarterTookPart) {
    // 224 x 32 = 7168. Nine warps take 64512 of 65536 and could lie in the SM as 3 + 2 + 2 + 2, but
    // a quarter's 16384 hold two; and the check takes nine for twelve: 86016.
    const Occupancy found = occupancy(hopper(), 288, 224, 0);
    EXPECT_EQ(found.blocks_per_sm, 0);
    EXPECT_TRUE(found.limiters.empty());
    EXPECT_THAT(found.impossible, HasSubstr("take 86016 registers"));
    // Five warps of 8192 are taken for eight: 65536, which is just allowed.
    EXPECT_EQ(occupancy(hopper(), 160, 255, 0).blocks_per_sm, 1);
}

TEST(OccupancyTest, WhatCannotBeLaunchedSaysWhy) {
    EXPECT_THAT(occupancy(ampere(), 1025, 16, 0).impossible, HasSubstr("at most 1024 threads"));
    EXPECT_THAT(occupancy(ampere(), 0, 16, 0).impossible, HasSubstr("at least one thread"));
    EXPECT_THAT(occupancy(ampere(), 32, 256, 0).impossible, HasSubstr("at most 255 registers"));
    EXPECT_EQ(occupancy(ampere(), 1025, 16, 0).fraction, 0);
}

TEST(OccupancyTest, WithoutRegistersThereIsARange) {
    // 16 x 32 = 512: 32 warps a quarter, so that the 48 slots limit, 6 blocks; 255: 8192, two a
    // quarter, one block.
    const OccupancyRange range = occupancy_range(ampere(), 256, 0);
    EXPECT_EQ(range.most.blocks_per_sm, 6);
    EXPECT_EQ(range.least.blocks_per_sm, 1);
    EXPECT_EQ(range.registers_that_fit, 255);
    // 32 warps have 65536 / 32 = 2048 registers each, 64 a thread.
    const OccupancyRange large = occupancy_range(ampere(), 1024, 0);
    EXPECT_EQ(large.most.blocks_per_sm, 1);
    EXPECT_FALSE(large.least.impossible.empty());
    EXPECT_EQ(large.registers_that_fit, 64);
    EXPECT_EQ(occupancy_range(ampere(), 2048, 0).registers_that_fit, 0);
}

TEST(OccupancyTest, MoreOfAnythingNeverAdmitsMoreBlocks) {
    for (const Device& device : {turing(), a100(), ampere(), ada(), hopper()})
        for (const int threads : {1, 32, 96, 256, 1000})
            for (int registers = 17; registers <= 255; ++registers)
                EXPECT_LE(occupancy(device, threads, registers, 4096).blocks_per_sm,
                          occupancy(device, threads, registers - 1, 4000).blocks_per_sm);
}

TEST(OccupancyTest, AWaveIsWhatAllSmsHold) {
    EXPECT_EQ(resident_blocks(a100(), occupancy(a100(), 256, 32, 0)), 108 * 8);
}

TEST(OccupancyTest, EveryLimiterHasAName) {
    EXPECT_EQ(name_of(Limiter::Warps), "warps");
    EXPECT_EQ(name_of(Limiter::Blocks), "blocks");
    EXPECT_EQ(name_of(Limiter::Registers), "registers");
    EXPECT_EQ(name_of(Limiter::SharedMemory), "shared memory");
}

} // namespace
} // namespace lockstep::simt
