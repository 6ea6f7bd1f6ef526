// SPDX-License-Identifier: MIT
// What the 32 lanes of a warp ask memory for, and what moves: words of four bytes, eight to a
// sector, four sectors to a line. No drawing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace lockstep::sectors {

inline constexpr int lanes = 32, words_per_sector = 8, sectors_per_line = 4;
inline constexpr int words_per_line = words_per_sector * sectors_per_line;
inline constexpr int word_bytes = 4, sector_bytes = words_per_sector * word_bytes;

/// Parameters of kernels/gather.
struct Setting {
    int stride = 1, offset = 0; ///< words
    bool shuffled = false;
    int loads = 1 << 17; ///< among which the shuffled order deals
};

/// The word that each lane asks for. A shuffled warp draws from all loads by a fixed rule, so that
/// the picture stands still.
using Words = std::array<std::int64_t, lanes>;
Words words_of(const Setting& setting);

/// A line of which at least one sector moves.
struct Line {
    std::int64_t number = 0;
    std::array<int, words_per_line> lane{}; ///< who asks for the word, or -1
    std::array<bool, sectors_per_line> moves{};
};

/// In the order in which they lie in memory.
std::vector<Line> lines_of(const Words& words);

/// The first `most` lines; where `lane` asks for a word beyond them, its line is the last of these.
std::vector<Line> lines_shown(const std::vector<Line>& lines, const Words& words, int most,
                              int lane);

int sectors_moved(const std::vector<Line>& lines);

/// "32 lanes, stride 2: 8 sectors of 32 bytes move 256 bytes; 128 are used."
std::string sentence_of(const Setting& setting, const std::vector<Line>& lines);
/// "lane 5 asks for word 10: sector 1 of line 0"
std::string who_is(const Words& words, int lane);

} // namespace lockstep::sectors
