// SPDX-License-Identifier: MIT
#include "app/views/picture/replay.hpp"

namespace lockstep::picture {

int tile_columns(const protocol::Picture& picture) {
    if (picture.tile_width <= 0)
        return 1;
    return (picture.width + picture.tile_width - 1) / picture.tile_width;
}

int tile_rows(const protocol::Picture& picture) {
    if (picture.tile_height <= 0)
        return 1;
    return (picture.height + picture.tile_height - 1) / picture.tile_height;
}

std::vector<TileState> tiles_at(const protocol::Picture& picture, const protocol::Spans& spans,
                                double at_ns) {
    const auto count = static_cast<std::size_t>(tile_columns(picture) * tile_rows(picture));
    const bool over = at_ns >= spans.time_ns;
    std::vector<TileState> tiles(count, TileState{over ? Tile::Done : Tile::Waiting, -1});
    for (std::size_t i = 0; i < spans.task.size(); ++i) {
        const int task = spans.task[i];
        if (task < 0 || static_cast<std::size_t>(task) >= count || spans.begin_ns[i] > at_ns)
            continue;
        TileState& tile = tiles[static_cast<std::size_t>(task)];
        tile.worker = spans.worker[i];
        tile.tile = over || spans.end_ns[i] <= at_ns ? Tile::Done : Tile::Working;
    }
    return tiles;
}

std::vector<int> tiles_by_worker(const std::vector<TileState>& tiles, int workers) {
    std::vector<int> counts(static_cast<std::size_t>(workers > 0 ? workers : 0), 0);
    for (const TileState& tile : tiles)
        if (tile.tile == Tile::Done && tile.worker >= 0 && tile.worker < workers)
            ++counts[static_cast<std::size_t>(tile.worker)];
    return counts;
}

} // namespace lockstep::picture
