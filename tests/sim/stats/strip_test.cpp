// SPDX-License-Identifier: MIT
#include "sim/base/random.hpp"
#include "sim/stats/gap.hpp"

#include <gtest/gtest.h>
#include <set>
#include <string>

namespace lockstep::stats {

static double sum(const std::vector<StripPiece>& pieces) {
    double total = 0;
    for (const StripPiece& piece : pieces)
        total += piece.length;
    return total;
}

static GapFactors random_factors(Random& random) {
    GapFactors gap;
    gap.workers = 1 + static_cast<double>(random.below(64));
    gap.rate = 0.2 + 1.2 * random.uniform();
    gap.serial_part = 1 - random.uniform();
    gap.load_balance = 1 - random.uniform();
    gap.coordination = 1 - random.uniform();
    return gap;
}

TEST(StripTest, PiecesSumToPAndUsefulIsTheSpeedup) {
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const GapFactors gap = random_factors(random);
        const auto pieces = strip(gap);
        EXPECT_NEAR(sum(pieces), gap.workers, 1e-12 * gap.workers);
        EXPECT_EQ(pieces.front().name, GapPiece::Useful);
        EXPECT_NEAR(pieces.front().length, gap.speedup(), 1e-12 * gap.speedup());
    }
}

TEST(StripTest, LossesStandInTheOrderOfTheProduct) {
    const auto pieces = strip(GapFactors{4, 0.5, 0.5, 0.5, 0.5});
    ASSERT_EQ(pieces.size(), 5u);
    const StripPiece expected[] = {{GapPiece::Useful, 0.25},
                                   {GapPiece::Rate, 2},
                                   {GapPiece::SerialPart, 1},
                                   {GapPiece::LoadBalance, 0.5},
                                   {GapPiece::Coordination, 0.25}};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        EXPECT_EQ(pieces[i].name, expected[i].name);
        EXPECT_DOUBLE_EQ(pieces[i].length, expected[i].length);
    }
    EXPECT_EQ(largest_loss(pieces).name, GapPiece::Rate);
}

TEST(StripTest, ARateAboveOneIsAGainAndTheRestRunsPastP) {
    const auto pieces = strip(GapFactors{4, 1.25, 0.8, 1, 1});
    EXPECT_DOUBLE_EQ(pieces[0].length, 4);
    EXPECT_DOUBLE_EQ(pieces[1].length, -1);
    EXPECT_DOUBLE_EQ(pieces[2].length, 1);
    EXPECT_DOUBLE_EQ(sum(pieces), 4);
    EXPECT_EQ(largest_loss(pieces).name, GapPiece::SerialPart) << "a gain is no loss";
}

TEST(StripTest, NothingLostHasNoLargestLoss) {
    EXPECT_EQ(largest_loss(strip(GapFactors{8, 1, 1, 1, 1})).name, GapPiece::Useful);
}

TEST(StripTest, WithLanesTheBarIsAsLongAsWorkersTimesLanes) {
    Random random(2);
    for (int i = 0; i < 1000; ++i) {
        const GapFactors gap = random_factors(random);
        const auto lanes = lane_factors(gap, 16, 1 + random.uniform(), 2);
        ASSERT_TRUE(lanes);
        const auto pieces = strip(gap, *lanes);
        EXPECT_NEAR(sum(pieces), 16 * gap.workers, 1e-10 * gap.workers);
        EXPECT_NEAR(pieces.front().length, gap.speedup(), 1e-12 * gap.speedup());
        EXPECT_EQ(pieces[1].name, GapPiece::LanesInUse);
        EXPECT_EQ(pieces[2].name, GapPiece::VectorRate);
    }
}

TEST(StripTest, ACardsBarIsAsLongAsItsKernelIsFast) {
    const auto pieces = strip(GpuFactors{50, 0.25, 0.8});
    ASSERT_EQ(pieces.size(), 3u);
    EXPECT_DOUBLE_EQ(pieces[0].length, 10);
    EXPECT_DOUBLE_EQ(pieces[1].length, 37.5);
    EXPECT_DOUBLE_EQ(pieces[2].length, 2.5);
    EXPECT_EQ(largest_loss(pieces).name, GapPiece::Copy);
}

TEST(StripTest, EveryPieceHasItsOwnWordsAndSentence) {
    std::set<std::string_view> words, sentences;
    for (int piece = 0; piece <= static_cast<int>(GapPiece::Launch); ++piece) {
        words.insert(gap_piece_words(static_cast<GapPiece>(piece)));
        sentences.insert(gap_piece_sentence(static_cast<GapPiece>(piece)));
        EXPECT_TRUE(gap_piece_sentence(static_cast<GapPiece>(piece)).ends_with('.'));
    }
    EXPECT_EQ(words.size(), 9u);
    EXPECT_EQ(sentences.size(), 9u);
    EXPECT_EQ(gap_piece_words(GapPiece::LoadBalance), "load balance");
    EXPECT_EQ(gap_piece_words(GapPiece::Launch), "launch");
}

} // namespace lockstep::stats
