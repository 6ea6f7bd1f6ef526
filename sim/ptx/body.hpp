// SPDX-License-Identifier: MIT
// Reads what stands between the braces of a function. Its members are spread over the files that
// their comments name.
#pragma once

#include "sim/ptx/parser.hpp"

#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

namespace lockstep::ptx {

class Body {
  public:
    Body(Parser& parser, Function& function, std::span<const std::string_view> results,
         std::span<const std::string_view> parameters);

    /// From the opening brace to the closing one. body.cpp
    Result<void> read();

  private:
    // body.cpp: statements and scopes.
    Result<void> open_scope();
    Result<void> close_scope();
    Result<void> statement();
    Result<void> directive(const Token& token);
    Result<void> word(const Token& token);
    /// In the innermost scope that knows it, or in the module.
    std::optional<Symbol> find(std::string_view name) const;

    // registers.cpp: .reg, and the variables of a body.
    Result<void> read_registers();
    Result<void> read_variables(Space space);
    Result<void> declare_variable(const Attributes& attributes, const Declarator& declarator,
                                  std::string_view name);
    Result<void> declare_name(std::string_view name, Symbol symbol, int line);
    std::string unique(std::string_view name);

    // labels.cpp: labels, tables, and what refers to them.
    Result<void> declare_label(const Token& label);
    Result<void> read_branch_targets();
    Result<void> read_call_targets();
    Result<void> read_prototype();
    Result<void> new_table(Table::Kind kind);
    Result<void> settle(const LabelUse& use, const Label& label);

    // places.cpp: .loc.
    Result<void> read_place();
    Result<Place> read_numbers();
    int place_of(const Place& place);

    // operands.cpp
    Result<Operand> operand();
    Result<Operand> single();
    Result<Operand> named(const Token& token);
    Result<Operand> address();
    Result<Operand> list(char close);
    Result<std::uint64_t> offset();
    Result<Operand> unknown_name(const Token& token) const;
    Failure undeclared(const Token& token) const;

    // instruction.cpp
    Result<void> instruction(const Token& opcode, Guard guard);
    Result<Guard> guard();
    const Opcode& opcode_of(std::string_view text);
    Result<void> choose(Instruction& instruction, const Opcode& opcode, std::string_view text);

    Parser& m_parser;
    Cursor& m_cursor;
    Function& m_function;
    std::vector<Scope> m_scopes;
    const Opcode* m_opcode = nullptr; ///< of the instruction whose operands are being read
    int m_place = -1;
    /// Where a file, line and column were last named.
    std::map<std::tuple<int, int, int>, int> m_places;
    /// How often a name of an inner scope was used.
    std::unordered_map<std::string_view, int> m_used;
    /// A label that stands directly before, which a table takes for its name.
    std::string_view m_last_label;
};

} // namespace lockstep::ptx
