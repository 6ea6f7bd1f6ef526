// SPDX-License-Identifier: MIT
// What a name stands for where it is used. Names are views of the text.
#pragma once

#include "sim/ptx/module.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lockstep::ptx {

struct Symbol {
    enum class Kind : std::uint8_t { Register, Variable, Function };
    Kind kind = Kind::Register;
    Operand::Where where = Operand::Where::Module;
    int index = 0;
};

/// .reg .b32 %r<9> declares %r0 to %r8.
struct RegisterRange {
    int first = 0; ///< index of number 0
    int count = 0;
};

struct Label {
    int instruction = 0; ///< index of the one behind it
    int table = -1;      ///< what it names instead, if a table follows
};

/// A name that is used before it may have been declared.
struct LabelUse {
    std::string_view name;
    int line = 0;
    int instruction = -1; ///< whose operand it is; -1: a table's
    int operand = 0;      ///< its index, or the target's in the table
    int table = 0;
};

/// What a pair of braces holds.
class Scope {
  public:
    /// False when the name is taken in this scope.
    bool declare(std::string_view name, Symbol symbol);
    bool declare_range(std::string_view prefix, RegisterRange range);
    std::optional<Symbol> find(std::string_view name) const;

    std::unordered_map<std::string_view, Label> labels;
    std::vector<LabelUse> uses;

  private:
    std::unordered_map<std::string_view, Symbol> m_names;
    std::unordered_map<std::string_view, RegisterRange> m_ranges;
};

} // namespace lockstep::ptx
