// SPDX-License-Identifier: MIT
#include "sim/simt/waves.hpp"

#include <gtest/gtest.h>
#include <set>
#include <tuple>

namespace lockstep::simt {
namespace {

TEST(WavesTest, ATailCostsAWholeWave) {
    // 28 SMs with 6 blocks each: 168 a wave.
    EXPECT_EQ(waves(168, 28, 6).count, 1u);
    EXPECT_EQ(waves(168, 28, 6).tail, 0u);
    EXPECT_EQ(waves(168, 28, 6).utilisation, 1);
    const Waves one_more = waves(169, 28, 6);
    EXPECT_EQ(one_more.count, 2u);
    EXPECT_EQ(one_more.full, 1u);
    EXPECT_EQ(one_more.tail, 1u);
    EXPECT_DOUBLE_EQ(one_more.utilisation, 169.0 / 336);
}

TEST(WavesTest, ByHand) {
    // 1000 = 5 x 168 + 160: six waves with 6 x 168 = 1008 places.
    const Waves found = waves(1000, 28, 6);
    EXPECT_EQ(found.per_wave, 168u);
    EXPECT_EQ(found.full, 5u);
    EXPECT_EQ(found.tail, 160u);
    EXPECT_EQ(found.count, 6u);
    EXPECT_DOUBLE_EQ(found.utilisation, 1000.0 / 1008);
}

TEST(WavesTest, AnEmptyGridTakesNoTime) {
    EXPECT_EQ(waves(0, 28, 6).count, 0u);
    EXPECT_EQ(waves(0, 28, 6).utilisation, 0);
}

TEST(WavesTest, TheLargestGridDoesNotOverflow) {
    const Waves found = waves(2147483647ull * 65535 * 65535, 132, 32);
    EXPECT_EQ(found.count, found.full + 1);
    EXPECT_EQ(found.full * 4224 + found.tail, found.blocks);
}

TEST(WavesTest, BlocksAreDealtOneToEachSmInTurn) {
    const Waves found = waves(20, 3, 2);
    const auto at = [&](std::uint64_t block) {
        const BlockPlace place = place_of(found, block);
        return std::tuple(place.wave, place.sm, place.slot);
    };
    EXPECT_EQ(at(0), std::tuple(0u, 0, 0));
    EXPECT_EQ(at(2), std::tuple(0u, 2, 0));
    EXPECT_EQ(at(3), std::tuple(0u, 0, 1));
    EXPECT_EQ(at(5), std::tuple(0u, 2, 1));
    EXPECT_EQ(at(6), std::tuple(1u, 0, 0));
    EXPECT_EQ(at(19), std::tuple(3u, 1, 0)); // the last wave has blocks 18 and 19 only
}

TEST(WavesTest, NoTwoBlocksHaveOnePlace) {
    const Waves found = waves(1000, 28, 6);
    std::set<std::tuple<std::uint64_t, int, int>> places;
    for (std::uint64_t block = 0; block < found.blocks; ++block) {
        const BlockPlace place = place_of(found, block);
        EXPECT_LT(place.wave, found.count);
        EXPECT_LT(place.sm, 28);
        EXPECT_LT(place.slot, 6);
        EXPECT_TRUE(places.emplace(place.wave, place.sm, place.slot).second);
    }
}

TEST(WavesTest, ItSaysThatItIsAModel) {
    EXPECT_TRUE(waves_sentence.starts_with("A model:"));
}

TEST(WavesDeathTest, ACardWithoutPlacesIsADefect) {
    EXPECT_DEATH(waves(1, 28, 0), "needs? an SM");
    EXPECT_DEATH(place_of(waves(1, 1, 1), 1), "outside the grid");
}

} // namespace
} // namespace lockstep::simt
