// SPDX-License-Identifier: MIT
// Sets of readers of one place, in the shapes that they take.
#include "sim/simt/races.hpp"

#include <gtest/gtest.h>
#include <optional>

namespace lockstep::simt {

class ReadPlace {
  public:
    explicit ReadPlace(bool partial) : detector(64, 96, partial, 4) { detector.start(); }
    /// The thread with whom it is a race, if it is one.
    std::optional<int> use(RaceUse use, int thread) {
        std::uint64_t addresses[32]{};
        const std::uint32_t value[32]{};
        RaceAccess what;
        what.use = use;
        what.warp = thread / 32;
        what.on = Mask{1} << thread % 32;
        what.instruction = ++instruction;
        what.addresses = addresses;
        what.memory = what.values = reinterpret_cast<const std::byte*>(value);
        RaceReport report;
        detector.access(what, report);
        return report.lane < 0 ? std::nullopt : std::optional(report.other);
    }
    RaceDetector detector;
    std::uint32_t instruction = 0;
};

class ReadersTest : public testing::TestWithParam<bool> {};

TEST_P(ReadersTest, ReadersOfOneWarp) {
    ReadPlace place(GetParam());
    EXPECT_EQ(place.use(RaceUse::Read, 3), std::nullopt);
    EXPECT_EQ(place.use(RaceUse::Read, 4), std::nullopt);
    EXPECT_EQ(place.use(RaceUse::Write, 3), 4);
}

TEST_P(ReadersTest, ReadersOfSeveralWarps) {
    ReadPlace place(GetParam());
    place.use(RaceUse::Read, 3);
    place.use(RaceUse::Read, 40);
    place.use(RaceUse::Read, 70);
    EXPECT_NE(place.use(RaceUse::Write, 41), std::nullopt);
}

TEST_P(ReadersTest, ReadersAtDifferentTimesOfAWarp) {
    ReadPlace place(GetParam());
    place.use(RaceUse::Read, 1);
    place.detector.warp_barrier(0, 0x6, ~0u); // 1 and 2
    place.use(RaceUse::Read, 3);
    // Lane 2 knows what lane 1 did, not what lane 3 did.
    EXPECT_EQ(place.use(RaceUse::Write, 2), 3);
    ReadPlace other(GetParam());
    other.use(RaceUse::Read, 1);
    other.detector.warp_barrier(0, 0x6, ~0u);
    other.use(RaceUse::Read, 3);
    other.detector.warp_barrier(0, 0xc, ~0u); // 2 and 3
    EXPECT_EQ(other.use(RaceUse::Write, 2), std::nullopt);
    EXPECT_EQ(other.use(RaceUse::Read, 3), 2);
}

TEST_P(ReadersTest, UpdatesAreForgottenByAWriteBehindThem) {
    ReadPlace place(GetParam());
    EXPECT_EQ(place.use(RaceUse::Atomic, 1), std::nullopt);
    EXPECT_EQ(place.use(RaceUse::Atomic, 2), std::nullopt);
    place.detector.warp_barrier(0, ~0u, ~0u);
    EXPECT_EQ(place.use(RaceUse::Write, 5), std::nullopt);
    EXPECT_EQ(place.use(RaceUse::Atomic, 6), 5);
    EXPECT_EQ(place.use(RaceUse::Read, 6), 5);
}

INSTANTIATE_TEST_SUITE_P(Readers, ReadersTest, testing::Bool());

} // namespace lockstep::simt
