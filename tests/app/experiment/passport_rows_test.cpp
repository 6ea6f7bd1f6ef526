// SPDX-License-Identifier: MIT
// A passport in rows: every number has its place, and what is missing has a dash or no row.
#include "app/experiment/passport_rows.hpp"

#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using protocol::examples::passport;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(PassportRows, TablesHaveAHeadingAndRowsOfItsLength) {
    const auto all = passport();
    for (const WordRows& rows :
         {cache_rows(all.layout), peak_rows(all), bandwidth_rows(all), latency_rows(all)}) {
        ASSERT_GE(rows.size(), 2u);
        for (const auto& row : rows)
            EXPECT_THAT(row, SizeIs(rows.front().size()));
    }
    EXPECT_THAT(cache_rows(all.layout)[1],
                ElementsAre("L1 data", "32 KiB", "64 B", "8", "2", "2 CPUs"));
    EXPECT_THAT(peak_rows(all)[1], ElementsAre("AVX-512", "16", "yes", "160", "80", "310", "155"));
    EXPECT_THAT(bandwidth_rows(all)[0], ElementsAre("GB/s", "L1", "memory"));
    EXPECT_THAT(bandwidth_rows(all)[1], ElementsAre("1 worker", "90", "14.5"));
    EXPECT_THAT(bandwidth_rows(all)[2], ElementsAre("2 workers", "–", "25")) << "L1 not by two";
    EXPECT_THAT(latency_rows(all)[1], ElementsAre("same core", "1", "21.5", "21.5", "21.5"));
}

TEST(PassportRows, BandwidthsSayByHowManyTheyWereMeasured) {
    auto all = passport();
    EXPECT_EQ(bandwidth_words(all), "By every number of workers from 1 to 2.");
    all.triads.push_back({"memory", 4, 1e8, 40});
    EXPECT_THAT(bandwidth_words(all), testing::StartsWith("By 3 numbers of workers, since every "
                                                          "one up to 4 would take too long"));
    all.triads.push_back({"L1", 3, 1e8, 40});
    EXPECT_EQ(bandwidth_words(all), "By every number of workers from 1 to 4.");
    all.triads = {{"memory", 1, 1e8, 40}};
    EXPECT_EQ(bandwidth_words(all), "By the one worker that there can be.");
    EXPECT_EQ(bandwidth_words({}), "");
}

TEST(PassportRows, OneWorkerHasNoSecondColumn) {
    auto all = passport();
    all.peaks[0].workers = 1;
    EXPECT_THAT(peak_rows(all)[0], SizeIs(5));
    EXPECT_THAT(peak_rows(all)[1], SizeIs(5));
}

TEST(PassportRows, ListingsSayWhatIsThere) {
    const auto all = passport();
    EXPECT_THAT(surroundings_rows(all.surroundings),
                Contains(ElementsAre("virtual machine", "KVM")));
    EXPECT_THAT(surroundings_rows({}), Contains(ElementsAre("virtual machine", "no")));
    EXPECT_THAT(overhead_rows(all.overheads),
                Contains(ElementsAre("thread start", "15 µs until its first instruction")));
    EXPECT_THAT(overhead_rows(all.overheads),
                Contains(ElementsAre("noise", "0.4 % between equal runs")));
    EXPECT_THAT(overhead_rows(all.overheads, 26000),
                Contains(ElementsAre("oneTBB, cold",
                                     "26 µs until its threads had joined for the first time")));
    protocol::Overheads usual;
    usual.usual_off_core_ns = 1200;
    usual.usual_gap_ns = 400;
    EXPECT_THAT(overhead_rows(usual),
                ElementsAre(ElementsAre("usual", HasSubstr("1.2 µs off the core in 1 ms, gaps of "
                                                           "400 ns"))));
    EXPECT_THAT(card_rows(all.gpu), Contains(ElementsAre("clock", "1.75 GHz")));
    EXPECT_THAT(card_rows(all.gpu).front(), ElementsAre("card", "A card"));
}

TEST(PassportRows, WithoutAnythingThereAreNone) {
    EXPECT_THAT(cache_rows({}), IsEmpty());
    EXPECT_THAT(peak_rows({}), IsEmpty());
    EXPECT_THAT(bandwidth_rows({}), IsEmpty());
    EXPECT_THAT(latency_rows({}), IsEmpty());
    EXPECT_THAT(overhead_rows({}), IsEmpty());
    EXPECT_THAT(card_rows({}), IsEmpty());
    protocol::GpuInfo gpu;
    gpu.name = "no NVIDIA driver found";
    EXPECT_THAT(card_rows(gpu), ElementsAre(ElementsAre("none", "no NVIDIA driver found")));
}

} // namespace
} // namespace lockstep
