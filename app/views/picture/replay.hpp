// SPDX-License-Identifier: MIT
// The tiles of a picture in the order in which they were computed: which are done, which are being
// worked on, and by whom, at a moment of the run. No drawing.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <vector>

namespace lockstep::picture {

enum class Tile { Waiting, Working, Done };

struct TileState {
    Tile tile = Tile::Waiting;
    int worker = -1; ///< who works on it or did; -1 while it waits
};

/// Tiles in a row, and rows of tiles, of a picture; the last ones may be cut.
int tile_columns(const protocol::Picture& picture);
int tile_rows(const protocol::Picture& picture);

/// One state for each tile, row by row, at `at_ns` after the beginning. Task i is tile i; a tile
/// without a span counts as done from the end on. A moment at or after the end has everything done.
std::vector<TileState> tiles_at(const protocol::Picture& picture, const protocol::Spans& spans,
                                double at_ns);

/// How many of the tiles each worker has finished.
std::vector<int> tiles_by_worker(const std::vector<TileState>& tiles, int workers);

} // namespace lockstep::picture
