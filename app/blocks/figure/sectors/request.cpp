// SPDX-License-Identifier: MIT
// The words of a request, laid into lines.
#include "app/blocks/figure/sectors/request.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace lockstep::sectors {

Words words_of(const Setting& setting) {
    Words words{};
    Random random(5);
    std::set<std::uint64_t> dealt; // no two lanes get the same load
    const auto loads = static_cast<std::uint64_t>(std::max(lanes, setting.loads));
    for (std::size_t lane = 0; lane < words.size(); ++lane) {
        std::uint64_t load = lane;
        if (setting.shuffled)
            do
                load = random.below(loads);
            while (!dealt.insert(load).second);
        words[lane] = setting.offset + static_cast<std::int64_t>(load) * setting.stride;
    }
    return words;
}

std::vector<Line> lines_of(const Words& words) {
    std::set<std::int64_t> numbers;
    for (const std::int64_t word : words)
        numbers.insert(word / words_per_line);
    std::vector<Line> lines;
    for (const std::int64_t number : numbers) {
        Line& line = lines.emplace_back(Line{.number = number});
        line.lane.fill(-1);
        for (std::size_t lane = 0; lane < words.size(); ++lane) {
            if (words[lane] / words_per_line != number)
                continue;
            const auto place = static_cast<std::size_t>(words[lane] % words_per_line);
            line.lane[place] = static_cast<int>(lane);
            line.moves[place / words_per_sector] = true;
        }
    }
    return lines;
}

std::vector<Line> lines_shown(const std::vector<Line>& lines, const Words& words, int most,
                              int lane) {
    const auto count = std::min<std::size_t>(lines.size(), static_cast<std::size_t>(most));
    std::vector<Line> shown(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
    const std::int64_t wanted = words[static_cast<std::size_t>(lane)] / words_per_line;
    const auto own = std::ranges::find(lines, wanted, &Line::number);
    if (own - lines.begin() >= most)
        shown.back() = *own;
    return shown;
}

int sectors_moved(const std::vector<Line>& lines) {
    std::ptrdiff_t moved = 0;
    for (const Line& line : lines)
        moved += std::ranges::count(line.moves, true);
    return static_cast<int>(moved);
}

std::string sentence_of(const Setting& setting, const std::vector<Line>& lines) {
    std::string how = fmt::format("stride {}", setting.stride);
    if (setting.offset > 0)
        how += fmt::format(", offset {}", setting.offset);
    if (setting.shuffled)
        how = "shuffled";
    const int moved = sectors_moved(lines);
    return fmt::format("{} lanes, {}: {} sectors of {} bytes move {} bytes; {} are used.", lanes,
                       how, moved, sector_bytes, moved * sector_bytes, lanes * word_bytes);
}

std::string who_is(const Words& words, int lane) {
    const std::int64_t word = words[static_cast<std::size_t>(lane)];
    return fmt::format("lane {} asks for word {}: sector {} of the {}-byte line {}", lane, word,
                       word % words_per_line / words_per_sector, words_per_line * word_bytes,
                       word / words_per_line);
}

} // namespace lockstep::sectors
