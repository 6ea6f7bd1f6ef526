// SPDX-License-Identifier: MIT
#include "app/experiment/card_fit.hpp"

#include "app/content/devices.hpp"
#include "app/experiment/paths.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

std::vector<simt::Device> shipped() {
    return content::read_devices(std::filesystem::path(std::getenv("LOCKSTEP_SOURCE_DIR")) /
                                 "assets" / "devices")
        .devices;
}

/// A tree of sums: 256 threads, a float of shared memory for each.
Counted reduction() {
    Counted counted;
    counted.kernel = "sum";
    counted.grid = {2048};
    counted.block = {256, 1, 1};
    counted.figures = {{"sum", 75, 20, 1024, 0}, {"sum", 90, 40, 1024, 0}, {"other", 80, 99, 0, 0}};
    return counted;
}

const CardFit& on(const std::vector<CardFit>& fits, std::string_view id) {
    for (const CardFit& fit : fits)
        if (fit.card->id == id)
            return fit;
    ADD_FAILURE() << "no fit on " << id;
    return fits.front();
}

TEST(CardFit, IsOfEveryCardThatPtxasWasAskedAbout) {
    const auto cards = shipped();
    const auto fits = fits_of(reduction(), cards);
    std::vector<std::string> ids;
    for (const CardFit& fit : fits)
        ids.push_back(fit.card->id);
    EXPECT_EQ(ids, (std::vector<std::string>{"h100", "h200", "t4"}));
}

TEST(CardFit, AnotherCardThanThoseGivesTheFirst) {
    const auto cards = shipped();
    const auto fits = fits_of(reduction(), cards);
    EXPECT_EQ(fit_for(fits, fits[2].card).card->id, "t4");
    EXPECT_EQ(fit_for(fits, nullptr).card->id, fits.front().card->id);
}

TEST(CardFit, CountsAsTheOccupancyCalculatorDoes) {
    const auto cards = shipped();
    const auto fits = fits_of(reduction(), cards);
    // T4: 1024 threads an SM are 4 blocks of 256; its registers would do for 10.
    EXPECT_EQ(on(fits, "t4").found.blocks_per_sm, 4);
    EXPECT_EQ(held_by(on(fits, "t4")), "warps");
    EXPECT_EQ(on(fits, "t4").wave_blocks, 4 * 40);
    // H200: 40 registers x 32 lanes x 8 warps = 10240 a block, 65536 / 10240 = 6 blocks of the 8.
    EXPECT_EQ(on(fits, "h200").found.blocks_per_sm, 6);
    EXPECT_EQ(held_by(on(fits, "h200")), "registers");
    EXPECT_EQ(on(fits, "h200").wave_blocks, 6 * 132);
}

TEST(CardFit, SaysWhatABlockTakes) {
    const auto cards = shipped();
    Counted counted = reduction();
    counted.dynamic_shared_bytes = 512;
    auto fits = fits_of(counted, cards);
    EXPECT_EQ(taken_words(on(fits, "h200"), threads_of(counted.block)),
              "256 threads a block, 40 registers a thread, 1536 bytes of shared memory a block");
    for (protocol::KernelFigures& figures : counted.figures) {
        figures.shared_bytes = 0;
        figures.spilled_bytes = 8;
    }
    counted.dynamic_shared_bytes = 0;
    fits = fits_of(counted, cards);
    EXPECT_EQ(taken_words(on(fits, "h200"), threads_of(counted.block)),
              "256 threads a block, 40 registers a thread, no shared memory, 8 bytes a thread "
              "spilled to memory");
}

TEST(CardFit, SaysWhatEachResourceWouldAllow) {
    const auto cards = shipped();
    const auto fits = fits_of(reduction(), cards);
    const std::string words = allowed_words(on(fits, "h200"));
    EXPECT_NE(words.find("room for 8 by its places for warps,"), words.npos) << words;
    EXPECT_NE(words.find("6 by its registers"), words.npos) << words;
}

TEST(CardFit, CountsWaves) {
    const auto cards = shipped();
    const auto fits = fits_of(reduction(), cards);
    // 2048 blocks on 792 places: two full waves and 464.
    EXPECT_EQ(on(fits, "h200").waves(), 3);
    EXPECT_DOUBLE_EQ(on(fits, "h200").last_wave(), 464.0 / 792);
    EXPECT_EQ(wave_words(on(fits, "h200")),
              "The card holds 792 blocks at once; the launch has 2048: 3 waves, the last one 59 % "
              "full.");
    Counted small = reduction();
    small.grid = {396};
    EXPECT_EQ(wave_words(on(fits_of(small, cards), "h200")),
              "The card holds 792 blocks at once; the launch has 396: one wave, 50 % full.");
}

TEST(CardFit, ABlockThatNoSmHoldsIsSaid) {
    const auto cards = shipped();
    Counted counted = reduction();
    counted.block = {2048};
    const auto fits = fits_of(counted, cards);
    EXPECT_EQ(held_by(on(fits, "h200")), "too large for it");
    EXPECT_FALSE(allowed_words(on(fits, "h200")).empty());
    EXPECT_EQ(wave_words(on(fits, "h200")), "");
}

TEST(CardFit, WithoutFiguresThereIsNone) {
    const auto cards = shipped();
    Counted counted = reduction();
    counted.figures.clear();
    EXPECT_TRUE(fits_of(counted, cards).empty());
    EXPECT_TRUE(fits_of(reduction(), {}).empty());
}

TEST(CardFit, ThreadsOfABlockAreItsProduct) {
    EXPECT_EQ(threads_of({32, 8, 2}), 512);
    EXPECT_EQ(threads_of({}), 1);
    EXPECT_EQ(threads_of({1 << 20, 1 << 20, 1 << 20}), 1 << 20) << "and no overflow";
}

} // namespace
} // namespace lockstep
