// SPDX-License-Identifier: MIT
// The picture needs as many passes as the model says for a stride of a padded row.
#include "app/blocks/figure/banks/tile.hpp"
#include "sim/models/model.hpp"

#include <gtest/gtest.h>

namespace lockstep::banks {
namespace {

TEST(BanksFigure, PassesAreThoseOfTheModel) {
    const models::Model* model = models::find_model("bank_conflicts");
    ASSERT_TRUE(model);
    for (int pad = 0; pad <= 32; ++pad)
        for (const int column : {0, 5, 31}) {
            const Reading reading = read_column({pad}, column);
            EXPECT_EQ(reading.passes(), model->value({{"stride", 32.0 + pad}})) << "pad " << pad;
            EXPECT_EQ(reading.passes() * reading.banks_used(), rows) << "pad " << pad;
        }
}

TEST(BanksFigure, EveryLaneIsServedOnce) {
    const Reading reading = read_column({2}, 0);
    int served = 0;
    for (const auto& lanes : reading.lanes_of_bank)
        for (std::size_t pass = 0; pass < lanes.size(); ++pass, ++served)
            EXPECT_EQ(reading.pass_of_lane[static_cast<std::size_t>(lanes[pass])],
                      static_cast<int>(pass));
    EXPECT_EQ(served, rows);
}

TEST(BanksFigure, SaysWhereLanesMeet) {
    EXPECT_EQ(sentence_of(read_column({0}, 3)), "32 lanes meet in bank 3: 32 passes.");
    EXPECT_EQ(sentence_of(read_column({1}, 3)),
              "32 lanes, 32 banks: each meets its own, one pass.");
    EXPECT_EQ(sentence_of(read_column({2}, 0)), "2 lanes meet in each of 16 banks: 2 passes.");
    EXPECT_EQ(who_is({1}, read_column({1}, 3), 5, 3),
              "lane 5 reads word 5 × 33 + 3 = 168: bank 8, pass 1");
    EXPECT_EQ(who_is({1}, read_column({1}, 3), 0, 32),
              "padding, word 0 × 33 + 32 = 32: bank 0, nobody reads it");
    EXPECT_EQ(tile_words({0}), "shared memory: 32 rows of 32 words");
    EXPECT_EQ(tile_words({1}), "shared memory: 32 rows of 32 words and 1 of padding");
}

} // namespace
} // namespace lockstep::banks
