// SPDX-License-Identifier: MIT
// Rows of words, drawn: tables whose columns stand right, and listings of a name and what is said
// of it.
#pragma once

#include <string>
#include <vector>

namespace lockstep::shell {

/// The first row is the heading; the first column stands left. Columns that do not fit beside each
/// other follow in further tables that repeat the first, so that nothing scrolls sideways.
void draw_table(const std::vector<std::vector<std::string>>& rows);

/// Two columns, the second wrapped; in a narrow column it stands below the first.
void draw_listing(const std::vector<std::vector<std::string>>& rows);

/// How many columns beside the first fit into each of the tables: widths in the same unit.
std::vector<std::size_t> columns_that_fit(const std::vector<float>& widths, float room);

} // namespace lockstep::shell
