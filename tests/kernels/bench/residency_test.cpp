// SPDX-License-Identifier: MIT
// Waves by hand: an H100's SM has 64 places for warps, 32 for blocks and 65536 registers.
#include "kernels/bench/residency.hpp"

#include "kernels/bench/simulation.hpp"
#include "sim/simt/limits.hpp"
#include "tests/sim/simt/cards.hpp"

#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* ptx_text = ".version 8.0\n.target sm_75\n.address_size 64\n"
                                 ".visible .entry tile()\n{\n    .shared .align 4 .b8 x[4096];\n"
                                 "    .reg .b32 %r<2>;\n    mov.u32 %r1, x;\n    ret;\n}\n";

protocol::SimulateRequest for_hopper() {
    simt::Device device = simt::hopper();
    device.capability_major = 9;
    device.sms = 100;
    protocol::SimulateRequest request;
    request.device = simt::limits_of(device);
    return request;
}

class ResidencyTest : public testing::Test {
  protected:
    std::shared_ptr<const simt::Program> program =
        simt::prepare(read_module(ptx_text, "tile.ptx").value(), "tile").value();
    Residency card = Residency::create(for_hopper()).value();
    simt::Launch launch{
        .grid = {1, 1, 1}, .block = {256, 1, 1}, .shared_bytes = 0, .arguments = {}};
};

TEST_F(ResidencyTest, RegistersOfPtxasLimitTheWave) {
    // 64 x 32 registers are 2048 a warp; a quarter of the SM, 16384, holds 8, the SM 32: 4 blocks.
    card.know(std::string("ptxas info : Compiling entry function 'tile' for 'sm_90'\n"
                          "ptxas info : Used 64 registers, used 0 barriers, 4096 bytes smem\n"));
    EXPECT_EQ(card.sm(), 90);
    EXPECT_EQ(card.wave_of(*program, launch), 400);
    ASSERT_EQ(card.seen().size(), 1u);
    const protocol::OccupancyInfo& seen = card.seen()[0];
    EXPECT_EQ(seen.figures.registers, 64);
    EXPECT_EQ(seen.blocks_per_sm, 4);
    EXPECT_EQ(seen.fewest_per_sm, 4);
    EXPECT_EQ(seen.fraction, 0.5);
    EXPECT_THAT(seen.limiters, ElementsAre("registers"));
    EXPECT_EQ(seen.unknown, "");
}

TEST_F(ResidencyTest, UnknownRegistersAreARange) {
    card.know(fail("ptxas", "there is none here."));
    EXPECT_EQ(card.wave_of(*program, launch), 800) << "64 warps, 8 a block";
    const protocol::OccupancyInfo& seen = card.seen()[0];
    EXPECT_EQ(seen.figures.registers, 0);
    EXPECT_EQ(seen.blocks_per_sm, 8);
    EXPECT_EQ(seen.fewest_per_sm, 1) << "255 registers are 8192 a warp: two a quarter";
    EXPECT_EQ(seen.shared_bytes, 4096) << "as the PTX declares it";
    EXPECT_EQ(seen.unknown, "ptxas: there is none here.");
}

TEST_F(ResidencyTest, DynamicSharedMemoryIsAdded) {
    launch.shared_bytes = 96 * 1024;
    EXPECT_EQ(card.wave_of(*program, launch), 200) << "101 KiB with what is reserved, of 228";
    EXPECT_THAT(card.seen()[0].limiters, ElementsAre("shared memory"));
}

TEST_F(ResidencyTest, EachShapeIsSeenOnce) {
    card.wave_of(*program, launch);
    card.wave_of(*program, launch);
    launch.block = {64, 1, 1};
    card.wave_of(*program, launch);
    EXPECT_EQ(card.seen().size(), 2u);
}

TEST_F(ResidencyTest, WhatACardRefusesStillHasAWave) {
    launch.block = {2048, 1, 1};
    EXPECT_EQ(card.wave_of(*program, launch), 1);
    EXPECT_THAT(card.seen()[0].impossible, HasSubstr("at most 1024 threads"));
}

TEST_F(ResidencyTest, FiguresOfTheRequestNeedNobodyElse) {
    protocol::SimulateRequest request = for_hopper();
    request.figures = {{"tile", 90, 128, 4096, 0}};
    auto known = Residency::create(request);
    ASSERT_TRUE(known);
    EXPECT_TRUE(known->knows());
    EXPECT_EQ(known->wave_of(*program, launch), 200);
}

TEST_F(ResidencyTest, TellsTheFiguresOfItsKernelsForEveryCard) {
    card.know(std::string("ptxas info : Compiling entry function 'tile' for 'sm_75'\n"
                          "ptxas info : Used 48 registers, used 0 barriers, 4096 bytes smem\n"
                          "ptxas info : Compiling entry function 'tile' for 'sm_90'\n"
                          "ptxas info : Used 64 registers, used 0 barriers, 4096 bytes smem\n"
                          "ptxas info : Compiling entry function 'other' for 'sm_90'\n"
                          "ptxas info : Used 16 registers, used 0 barriers\n"));
    EXPECT_TRUE(card.figures().empty()) << "nothing is launched yet";
    card.wave_of(*program, launch);
    ASSERT_EQ(card.figures().size(), 2u);
    EXPECT_EQ(card.figures()[0].sm, 75);
    EXPECT_EQ(card.figures()[0].registers, 48);
    EXPECT_EQ(card.figures()[1].sm, 90);
}

TEST_F(ResidencyTest, ACardThatCannotBeIsNamed) {
    protocol::SimulateRequest request = for_hopper();
    request.device["sms"] = 0;
    const auto refused = Residency::create(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where, "sms");
}

} // namespace
} // namespace lockstep::bench
