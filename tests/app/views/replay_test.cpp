// SPDX-License-Identifier: MIT
#include "app/views/picture/replay.hpp"

#include <gtest/gtest.h>

namespace lockstep::picture {
namespace {

/// Two by two tiles, the lower right one cut; two workers, of which the second has a slow tile.
struct Small : testing::Test {
    protocol::Picture picture;
    protocol::Spans spans;
    void SetUp() override {
        picture.width = 60;
        picture.height = 50;
        picture.tile_width = picture.tile_height = 32;
        spans.time_ns = 100;
        spans.worker = {0, 1, 0};
        spans.task = {0, 1, 2};
        spans.phase = spans.kind = {0, 0, 0};
        spans.begin_ns = {0, 0, 20};
        spans.end_ns = {20, 100, 60};
    }
};

TEST_F(Small, HasTilesForItsEdges) {
    EXPECT_EQ(tile_columns(picture), 2);
    EXPECT_EQ(tile_rows(picture), 2);
}

TEST_F(Small, ShowsWhoWorksOnWhat) {
    const auto tiles = tiles_at(picture, spans, 30);
    ASSERT_EQ(tiles.size(), 4u);
    EXPECT_EQ(tiles[0].tile, Tile::Done);
    EXPECT_EQ(tiles[1].tile, Tile::Working);
    EXPECT_EQ(tiles[1].worker, 1);
    EXPECT_EQ(tiles[2].tile, Tile::Working);
    EXPECT_EQ(tiles[3].tile, Tile::Waiting);
    EXPECT_EQ(tiles_by_worker(tiles, 2), (std::vector<int>{1, 0}));
}

TEST_F(Small, EndsWithEverythingDone) {
    const auto tiles = tiles_at(picture, spans, 100);
    for (const TileState& tile : tiles)
        EXPECT_EQ(tile.tile, Tile::Done);
    EXPECT_EQ(tiles[3].worker, -1) << "nobody is said to have computed a tile without a span";
    EXPECT_EQ(tiles_by_worker(tiles, 2), (std::vector<int>{2, 1}));
}

TEST_F(Small, IgnoresTasksThatAreNoTiles) {
    spans.task = {7, -2, 2};
    EXPECT_EQ(tiles_at(picture, spans, 30)[0].tile, Tile::Waiting);
    EXPECT_EQ(tiles_at(picture, spans, 30)[2].tile, Tile::Working);
}

} // namespace
} // namespace lockstep::picture
