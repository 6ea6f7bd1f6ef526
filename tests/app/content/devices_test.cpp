// SPDX-License-Identifier: MIT
// The reader, on spoiled copies of a card that ships; and the cards that ship.
#include "app/content/devices.hpp"

#include "app/content/paths.hpp"
#include "sim/simt/occupancy.hpp"
#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::filesystem::path shipped_folder() {
    const char* source = std::getenv("LOCKSTEP_SOURCE_DIR");
    return std::filesystem::path(source ? source : ".") / "assets" / "devices";
}

std::string t4_text() {
    return read_text(shipped_folder() / "t4.toml").value();
}

/// What is wrong with the T4 after one replacement.
std::string spoiled(const std::string& from, const std::string& to) {
    const Scratch scratch;
    const auto read = read_device(scratch.write("t4.toml", replaced(t4_text(), from, to)));
    return read ? "nothing" : read.error().text();
}

TEST(Devices, AllThatShipCanBeRead) {
    const DevicesRead read = read_devices(shipped_folder());
    for (const Problem& problem : read.problems)
        ADD_FAILURE() << problem.text();
    std::vector<std::string> ids;
    for (const simt::Device& device : read.devices)
        ids.push_back(device.id);
    EXPECT_THAT(ids, ElementsAre("a100", "h100", "h200", "rtx_3060", "rtx_4090", "t4"));
    EXPECT_EQ(read.device("t4"), &read.devices[5]);
    EXPECT_EQ(read.device("t5"), nullptr);
}

TEST(Devices, AFileIsReadWhole) {
    const auto read = read_device(shipped_folder() / "t4.toml");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->id, "t4");
    EXPECT_EQ(read->name, "NVIDIA T4");
    EXPECT_EQ(read->capability(), "7.5");
    EXPECT_EQ(read->sms, 40);
    EXPECT_EQ(read->warps_per_sm, 32);
    EXPECT_EQ(read->shared_bytes_per_block_opt_in, 64 * 1024);
    EXPECT_EQ(read->shared_bytes_reserved, 0);
    EXPECT_EQ(read->l2_bytes, 4 << 20);
    EXPECT_EQ(read->boost_clock_mhz, 1590);
    EXPECT_EQ(read->l1_hit.cycles, 32);
    EXPECT_THAT(read->l1_hit.source, HasSubstr("Jia"));
    EXPECT_THAT(std::string(read->source_of("sms")), HasSubstr("white paper"));
    EXPECT_EQ(read->citations.size(), 22u);
}

TEST(Devices, EveryFigureOfEveryCardHasASource) {
    for (const simt::Device& device : read_devices(shipped_folder()).devices) {
        for (const simt::Citation& citation : device.citations)
            EXPECT_GT(citation.source.size(), 20u) << device.id << " " << citation.figure;
        for (const simt::Latency& latency :
             {device.arithmetic, device.shared, device.l1_hit, device.l2_hit, device.dram})
            EXPECT_GT(latency.source.size(), 20u) << device.id;
    }
}

TEST(Devices, ClocksAndSmsGiveThePublishedSpeed) {
    // TFLOP/s of FP32 by NVIDIA: SMs x lanes of an SM x 2 (a multiplication and an addition) x
    // clock. T4: 40 x 64 x 2 x 1.59 GHz = 8.14. A100: 108 x 64 x 2 x 1.41 = 19.49. RTX 3060: 28 x
    // 128 x 2 x 1.777 = 12.74. RTX 4090: 128 x 128 x 2 x 2.52 = 82.58. H100, H200: 132 x 128 x 2
    // x 1.98 = 66.91.
    const struct {
        const char* id;
        int lanes;
        double published;
    } cards[] = {{"t4", 64, 8.1},         {"a100", 64, 19.5},  {"rtx_3060", 128, 12.7},
                 {"rtx_4090", 128, 82.6}, {"h100", 128, 66.9}, {"h200", 128, 66.9}};
    const DevicesRead read = read_devices(shipped_folder());
    for (const auto& card : cards) {
        const simt::Device& device = *read.device(card.id);
        EXPECT_NEAR(device.sms * card.lanes * 2 * device.boost_clock_mhz / 1e6, card.published,
                    0.06)
            << card.id;
    }
}

TEST(Devices, BandwidthIsWidthTimesRate) {
    // T4: 256 bits x 10 Gb/s / 8 = 320 GB/s. RTX 3060: 192 x 15 / 8 = 360. RTX 4090: 384 x 21 / 8 =
    // 1008. A100: 5120 x 2 x 1.215 / 8 = 1555.2. H100: 5120 x 2 x 2.619 / 8 = 3352.3.
    const DevicesRead read = read_devices(shipped_folder());
    EXPECT_NEAR(read.device("t4")->dram_bandwidth_gb_s, 256 * 10 / 8, 1);
    EXPECT_NEAR(read.device("rtx_3060")->dram_bandwidth_gb_s, 192 * 15 / 8, 1);
    EXPECT_NEAR(read.device("rtx_4090")->dram_bandwidth_gb_s, 384 * 21 / 8, 1);
    EXPECT_NEAR(read.device("a100")->dram_bandwidth_gb_s, 5120 * 2 * 1.215 / 8, 1);
    EXPECT_NEAR(read.device("h100")->dram_bandwidth_gb_s, 5120 * 2 * 2.619 / 8, 1);
}

TEST(Devices, CardsDifferWhereTheGuideSaysSo) {
    // Small blocks: 16, 24 or 32 fit an SM, of 32, 48 or 64 warps.
    const DevicesRead read = read_devices(shipped_folder());
    const auto blocks = [&](const char* id) {
        return simt::occupancy(*read.device(id), 32, 16, 0).blocks_per_sm;
    };
    EXPECT_EQ(blocks("t4"), 16);
    EXPECT_EQ(blocks("rtx_3060"), 16);
    EXPECT_EQ(blocks("rtx_4090"), 24);
    EXPECT_EQ(blocks("a100"), 32);
    EXPECT_EQ(blocks("h200"), 32);
}

TEST(Devices, WhatIsWrongIsSaidWithItsLine) {
    EXPECT_THAT(spoiled("name = 'NVIDIA T4'", "title = 'NVIDIA T4'"),
                HasSubstr("this card has no 'name'"));
    EXPECT_THAT(spoiled("'7.5'", "'7'"), HasSubstr("t4.toml:7: '7' is no compute capability."));
    EXPECT_THAT(spoiled("'7.5'", "'7.5a'"), HasSubstr("is no compute capability."));
    EXPECT_THAT(spoiled("value = 40,", "value = 40.5,"), HasSubstr("'sms' is no whole number."));
    EXPECT_THAT(spoiled("[latency_cycles]", "[latency]"),
                HasSubstr("there is no [latency_cycles]"));
    EXPECT_THAT(spoiled("[sources]", "[sources"), HasSubstr("this is not TOML"));
}

TEST(Devices, FiguresThatContradictEachOtherAreSaidWithTheirLine) {
    const std::string said = spoiled("threads_per_sm                = { value = 1024",
                                     "threads_per_sm = { value = 2048");
    EXPECT_THAT(said, HasSubstr("'threads_per_sm' is not 32 times warps_per_sm."));
    EXPECT_THAT(said, testing::Not(HasSubstr("toml:1:")));
}

TEST(Devices, OneBrokenFileLeavesTheOthers) {
    const Scratch scratch;
    scratch.write("good.toml", t4_text());
    scratch.write("bad.toml", "name = 1\n");
    scratch.write("notes.md", "no card\n");
    const DevicesRead read = read_devices(scratch.path());
    ASSERT_EQ(read.devices.size(), 1u);
    EXPECT_EQ(read.devices[0].id, "good");
    ASSERT_FALSE(read.problems.empty());
    for (const Problem& problem : read.problems) {
        EXPECT_EQ(problem.file.filename(), "bad.toml");
        EXPECT_TRUE(problem.fatal);
    }
}

TEST(Devices, AFolderThatIsNotThereHasNoCards) {
    const DevicesRead read = read_devices("/nowhere/at/all");
    EXPECT_TRUE(read.devices.empty());
    EXPECT_TRUE(read.problems.empty());
    EXPECT_FALSE(read_device("/nowhere/at/all.toml"));
}

} // namespace
} // namespace lockstep::content
