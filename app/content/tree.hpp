// SPDX-License-Identifier: MIT
// TOML as plain data with line numbers, so that only one file of the program includes toml.hpp and
// every message about a lesson can say where.
#pragma once

#include "sim/base/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lockstep::content {

/// A value of a TOML document. Tables keep the order in which they were written.
struct Tree {
    using Table = std::vector<std::pair<std::string, Tree>>;
    using Array = std::vector<Tree>;

    std::variant<std::monostate, bool, double, std::string, Array, Table> value;
    int line = 0; ///< in the file it came from, counted from 1

    bool is_table() const { return std::holds_alternative<Table>(value); }
    bool is_array() const { return std::holds_alternative<Array>(value); }
    bool is_text() const { return std::holds_alternative<std::string>(value); }
    bool is_number() const { return std::holds_alternative<double>(value); }

    const Tree* find(std::string_view key) const; ///< null when there is none or this is no table
};

/// Reads a document; `first_line` is added to every line number (a fenced block starts further
/// down).
Result<Tree> read_toml(std::string_view text, std::string_view file, int first_line = 1);

} // namespace lockstep::content
