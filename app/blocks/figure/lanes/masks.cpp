// SPDX-License-Identifier: MIT
// Lanes, their paths and their masks.
#include "app/blocks/figure/lanes/masks.hpp"

#include "app/experiment/path_letter.hpp"

#include <algorithm>

namespace lockstep::lanes {

std::vector<int> paths_of(const Setting& setting) {
    const int lanes = std::max(1, setting.lanes);
    const int leave = std::clamp(setting.leave, 0, lanes);
    std::vector<int> paths(static_cast<std::size_t>(lanes), 0);
    // A step that has no divisor in common with a power of two visits every lane once.
    int lane = 3 % lanes;
    for (int i = 0; i < leave; ++i) {
        paths[static_cast<std::size_t>(lane)] = 1 + i % std::max(1, setting.paths - 1);
        lane = (lane + 5) % lanes;
    }
    const bool visits_all = lanes % 5 != 0;
    if (setting.sorted) {
        // All numbers are sorted, not those of one group: most groups have one path, the commonest.
        const int others = std::max(1, std::min(leave, setting.paths - 1));
        const bool leaves = leave > others * (lanes - leave);
        std::fill(paths.begin(), paths.end(), leaves ? 1 : 0);
    } else if (!visits_all) {
        std::fill(paths.begin(), paths.end(), 0);
        for (int i = 0; i < leave; ++i)
            paths[static_cast<std::size_t>(lanes - 1 - i)] = 1 + i % std::max(1, setting.paths - 1);
        std::sort(paths.begin(), paths.end());
    }
    return paths;
}

int Row::active() const { return static_cast<int>(std::count(on.begin(), on.end(), true)); }

std::vector<Row> rows_of(const std::vector<int>& lane_paths, int paths) {
    const std::vector<bool> all(lane_paths.size(), true);
    std::vector<Row> rows{{"load", -1, all}};
    for (int path = 0; path < paths; ++path) {
        Row row{std::string("path ") + path_letter(path), path, {}};
        for (const int own : lane_paths) row.on.push_back(own == path);
        if (row.active() > 0) rows.push_back(std::move(row));
    }
    rows.push_back({"store", -1, all});
    return rows;
}

} // namespace lockstep::lanes
