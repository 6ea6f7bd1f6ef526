// SPDX-License-Identifier: MIT
// The picture counts as many sectors as the model of the same name.
#include "app/blocks/figure/sectors/request.hpp"
#include "sim/models/model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lockstep::sectors {
namespace {

TEST(SectorsFigure, CountsAsTheModelDoes) {
    const models::Model* model = models::find_model("sectors");
    ASSERT_TRUE(model);
    for (const int stride : {1, 2, 3, 4, 7, 8, 16, 32, 64})
        for (const int offset : {0, 1, 4, 8, 31}) {
            const double wanted = model->value(
                {{"stride", static_cast<double>(stride)}, {"offset", static_cast<double>(offset)}});
            EXPECT_EQ(sectors_moved(lines_of(words_of({stride, offset}))), wanted)
                << "stride " << stride << ", offset " << offset;
        }
}

TEST(SectorsFigure, EveryLaneHasItsWord) {
    for (const Setting& setting :
         {Setting{1, 0}, Setting{3, 5}, Setting{64, 31}, Setting{1, 0, true}}) {
        std::multiset<int> seen;
        for (const Line& line : lines_of(words_of(setting)))
            for (const int lane : line.lane)
                if (lane >= 0)
                    seen.insert(lane);
        EXPECT_EQ(seen.size(), 32u);
        EXPECT_EQ(std::set<int>(seen.begin(), seen.end()).size(), 32u);
    }
}

TEST(SectorsFigure, ShuffledWordsLieFarApartAndStandStill) {
    const Setting setting{.shuffled = true};
    EXPECT_EQ(words_of(setting), words_of(setting));
    EXPECT_EQ(lines_of(words_of(setting)).size(), 32u);
    EXPECT_EQ(sectors_moved(lines_of(words_of(setting))), 32);
    // Fewer loads than lanes, as nothing forbids, must not draw for ever.
    EXPECT_EQ(lines_of(words_of({.shuffled = true, .loads = 0})).size(), 1u);
}

TEST(SectorsFigure, TheChosenLaneIsAlwaysInSight) {
    const Words words = words_of({.shuffled = true});
    const auto lines = lines_of(words);
    for (int lane = 0; lane < lanes; ++lane) {
        const auto shown = lines_shown(lines, words, 9, lane);
        ASSERT_EQ(shown.size(), 9u);
        EXPECT_TRUE(std::is_sorted(shown.begin(), shown.end(), [](const Line& a, const Line& b) {
            return a.number < b.number;
        }));
        int found = 0;
        for (const Line& line : shown)
            found += static_cast<int>(std::count(line.lane.begin(), line.lane.end(), lane));
        EXPECT_EQ(found, 1) << "lane " << lane;
    }
    EXPECT_EQ(lines_shown(lines_of(words_of({1, 0})), words_of({1, 0}), 9, 31).size(), 1u);
}

TEST(SectorsFigure, SaysWhatMovesAndWhoAsks) {
    const Words words = words_of({2, 0});
    EXPECT_EQ(sentence_of({2, 0}, lines_of(words)),
              "32 lanes, stride 2: 8 sectors of 32 bytes move 256 bytes; 128 are used.");
    EXPECT_EQ(who_is(words, 5), "lane 5 asks for word 10: sector 1 of the 128-byte line 0");
}

} // namespace
} // namespace lockstep::sectors
