// SPDX-License-Identifier: MIT
// Which lanes meet in which bank.
#include "app/blocks/figure/banks/tile.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::banks {

int Reading::passes() const {
    return 1 + *std::ranges::max_element(pass_of_lane);
}

int Reading::banks_used() const {
    return static_cast<int>(
        std::ranges::count_if(lanes_of_bank, [](const auto& lanes) { return !lanes.empty(); }));
}

Reading read_column(const Tile& tile, int column) {
    Reading reading;
    reading.lanes_of_bank.resize(bank_count);
    for (int lane = 0; lane < rows; ++lane) {
        // No two lanes want the same word here, so none is served by another one's pass.
        auto& queue = reading.lanes_of_bank[static_cast<std::size_t>(tile.bank(lane, column))];
        reading.pass_of_lane.push_back(static_cast<int>(queue.size()));
        queue.push_back(lane);
    }
    return reading;
}

std::string sentence_of(const Reading& reading) {
    const int passes = reading.passes(), used = reading.banks_used();
    if (passes == 1)
        return fmt::format("{} lanes, {} banks: each meets its own, one pass.", rows, used);
    if (used == 1) {
        const auto bank = std::ranges::find_if(reading.lanes_of_bank,
                                               [](const auto& lanes) { return !lanes.empty(); });
        return fmt::format("{} lanes meet in bank {}: {} passes.", rows,
                           bank - reading.lanes_of_bank.begin(), passes);
    }
    return fmt::format("{} lanes meet in each of {} banks: {} passes.", rows / used, used, passes);
}

std::string tile_words(const Tile& tile) {
    const std::string rows_words = fmt::format("shared memory: {} rows of {} words", rows, columns);
    return rows_words + (tile.pad > 0 ? fmt::format(" and {} of padding", tile.pad) : "");
}

std::string who_is(const Tile& tile, const Reading& reading, int row, int column) {
    const std::string place = fmt::format("{} × {} + {} = {}: bank {}", row, tile.width(), column,
                                          tile.word(row, column), tile.bank(row, column));
    if (column >= columns)
        return "padding, word " + place + ", nobody reads it";
    return fmt::format("lane {} reads word {}, pass {}", row, place,
                       reading.pass_of_lane[static_cast<std::size_t>(row)] + 1);
}

} // namespace lockstep::banks
