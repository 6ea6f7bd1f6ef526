// SPDX-License-Identifier: MIT
// Text for a terminal of eighty columns: widths in letters rather than bytes, wrapped paragraphs,
// aligned tables, bars of eighths.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::cli {

inline constexpr int terminal_columns = 80;

/// Letters, not bytes, of UTF-8 text; every letter we print is one column wide.
int width_of(std::string_view text);
/// Blanks after (or before) the text until it is so wide.
std::string left(std::string_view text, int width);
std::string right(std::string_view text, int width);

/// A paragraph in lines of at most `columns`; every line but the first begins with `indent` blanks.
/// Words longer than a line stay whole. Ends with a newline.
std::string wrapped(std::string_view text, int columns = terminal_columns, int indent = 0);

/// Rows of equal length; the first is the heading. The first column stands left, others right.
/// Columns that do not fit beside each other follow in further tables that repeat the first.
std::string table(const std::vector<std::vector<std::string>>& rows);
/// The same with all columns left; the last one is wrapped under itself.
std::string listing(const std::vector<std::vector<std::string>>& rows);

/// A bar of `share` (0 .. 1) of `width` columns, filled up with blanks; at `mark` (a share, or
/// negative for none) stands a thin line: the model.
std::string bar(double share, int width, double mark = -1);

} // namespace lockstep::cli
