// SPDX-License-Identifier: MIT
// A run as a table of words: a row a point, columns only where some row has something to say. No
// drawing.
#pragma once

#include "app/experiment/run.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lockstep::numbers {

struct Row {
    std::string variant;
    double x = 0;
    std::vector<std::string> cells; ///< one for each column
    std::string reason;             ///< why it has no value; shown in place of the cells
};

struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    /// Columns parted by tabs, for a spreadsheet.
    std::string text() const;
};

/// `x_words` is the head of the first column; `percent` writes x as a share. The model and the
/// guess are columns when there are any.
Table table_of(const Run& run, const std::string& x_words, bool percent,
               const std::vector<Series>& models,
               const std::optional<std::map<double, double>>& guess);

} // namespace lockstep::numbers
