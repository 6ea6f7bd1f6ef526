// SPDX-License-Identifier: MIT
// A tile of 32 x 32 words in shared memory whose rows may be padded, one of its columns read by a
// warp, and the banks in which its lanes meet. No drawing.
#pragma once

#include <string>
#include <vector>

namespace lockstep::banks {

inline constexpr int bank_count = 32, rows = 32, columns = 32;

struct Tile {
    int pad = 0; ///< words added to each row, which hold nothing

    int width() const { return columns + pad; }
    int word(int row, int column) const { return row * width() + column; }
    int bank(int row, int column) const { return word(row, column) % bank_count; }
};

/// Lane i reads row i of the column.
struct Reading {
    std::vector<std::vector<int>> lanes_of_bank; ///< in the order in which they are served
    std::vector<int> pass_of_lane;               ///< from 0
    int passes() const;
    int banks_used() const;
};
Reading read_column(const Tile& tile, int column);

/// "32 lanes meet in bank 0: 32 passes." or "32 lanes, 32 banks: each meets its own, one pass."
std::string sentence_of(const Reading& reading);
/// "shared memory: 32 rows of 32 words and 1 of padding"
std::string tile_words(const Tile& tile);
/// "lane 5 reads word 5 × 33 + 3 = 168: bank 8, pass 1"
std::string who_is(const Tile& tile, const Reading& reading, int row, int column);

} // namespace lockstep::banks
