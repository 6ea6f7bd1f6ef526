// SPDX-License-Identifier: MIT
// "Did you mean": the edit distance of Damerau (1964), in which a swap of neighbours is one slip.
#include "sim/base/units.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace lockstep {

static std::string lower(std::string_view word) {
    std::string result(word);
    for (char& letter : result)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return result;
}

/// Optimal string alignment: rows[i][j] slips turn the first i letters of `a` into the first j of
/// `b`. Only the last three rows are kept.
static std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped)
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = std::exchange(last, row);
    }
    return last[b.size()];
}

std::vector<std::string>
nearest_names(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
    const std::string wanted = lower(word);
    const std::size_t limit = std::max<std::size_t>(2, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, lower(candidate));
        // A word that shares no letter with its "correction" helps nobody, however short both are.
        const bool helps = distance < std::max(wanted.size(), candidate.size());
        if (distance <= limit && helps)
            near.emplace_back(distance, candidate);
    }
    std::ranges::sort(near);
    std::vector<std::string> names;
    for (auto& [distance, name] : near) {
        if (names.size() == most)
            break;
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace lockstep
