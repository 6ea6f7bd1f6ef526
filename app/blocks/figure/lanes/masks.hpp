// SPDX-License-Identifier: MIT
// What W lanes do at a branch: which path each takes, and which rows of the picture follow. No
// drawing.
#pragma once

#include <string>
#include <vector>

namespace lockstep::lanes {

struct Setting {
    int lanes = 8;       ///< W
    int leave = 1;       ///< lanes that leave path A
    int paths = 2;       ///< those who leave are spread over all but A
    bool sorted = false; ///< all numbers, so that most groups have one path
};

/// The path of each lane: 0 is A. Mixed lanes are spread by a fixed rule, so that the picture
/// stands still; the run's own data are shuffled anew in every step.
std::vector<int> paths_of(const Setting& setting);

/// One row: what all lanes go through together, and who of them is switched on.
struct Row {
    std::string name;
    int path = -1; ///< -1: all lanes
    std::vector<bool> on;
    int active() const;
};

/// Load, a row for each path that some lane wants, store.
std::vector<Row> rows_of(const std::vector<int>& lane_paths, int paths);

} // namespace lockstep::lanes
