// SPDX-License-Identifier: MIT
// What each way of measuring claimed, in all rounds of a run: a cloud of claims a row, in times of
// what the work took in the same round. No drawing.
#pragma once

#include "app/experiment/run.hpp"

#include <string>
#include <vector>

namespace lockstep::claims {

struct Row {
    std::string name;
    std::vector<double> cloud;           ///< of the rounds that count, as they came
    double value = 0, low = 0, high = 0; ///< their median, and its 95 % interval
    double claimed_ns = 0;               ///< the median as a time
    bool known = false;                  ///< there is a median
    std::string reason;                  ///< why there is none, where that is known
};

struct Picture {
    std::vector<Row> rows;
    double most = 2.5;  ///< right end of the axis; what lies beyond is drawn at it
    double true_ns = 0; ///< what the work takes; 0 before a run
};

/// A row for each of `names`, at x = 0, 1, 2, ...; without a run (null) they are empty.
Picture picture_of(const Run* run, const std::vector<std::string>& names);

} // namespace lockstep::claims
