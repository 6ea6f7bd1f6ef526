// SPDX-License-Identifier: MIT
// Labels, and the tables behind labels: .branchtargets, .calltargets, .callprototype (PTX
// ISA 11.1).
#include "sim/ptx/body.hpp"

#include <fmt/format.h>

namespace lockstep::ptx {

Result<void> Body::declare_label(const Token& label) {
    const auto next = static_cast<int>(m_function.instructions.size());
    if (!m_scopes.back().labels.emplace(label.text, Label{next, -1}).second)
        return m_cursor.error(label.line, fmt::format("The label '{}' stands twice.", label.text),
                              "Give one of them another name.");
    LOCKSTEP_CHECK(m_parser.declare(1));
    m_function.labels.emplace_back(label.text, next);
    m_last_label = label.text;
    return {};
}

/// The label before becomes the name of a table.
Result<void> Body::new_table(Table::Kind kind) {
    if (m_last_label.empty())
        return m_cursor.error(m_cursor.line(), "A table of targets that has no label.",
                              "Put a label before it: brx and call find it by its name.");
    const auto index = static_cast<int>(m_function.tables.size());
    m_function.tables.push_back({std::string(m_last_label), kind, {}});
    m_scopes.back().labels[m_last_label].table = index;
    m_function.labels.pop_back();
    m_last_label = {};
    return {};
}

Result<void> Body::read_branch_targets() {
    LOCKSTEP_CHECK(new_table(Table::Kind::Branches));
    const auto index = static_cast<int>(m_function.tables.size()) - 1;
    std::vector<int>& targets = m_function.tables.back().targets;
    do {
        const int line = m_cursor.line();
        LOCKSTEP_TRY(const std::string_view name, m_cursor.expect_word("a label"));
        LOCKSTEP_CHECK(m_parser.declare(1));
        m_scopes.back().uses.push_back({name, line, -1, static_cast<int>(targets.size()), index});
        targets.push_back(-1);
    } while (m_cursor.accept(','));
    return m_cursor.expect(';');
}

Result<void> Body::read_call_targets() {
    LOCKSTEP_CHECK(new_table(Table::Kind::Calls));
    do {
        const int line = m_cursor.line();
        LOCKSTEP_TRY(const std::string_view name, m_cursor.expect_word("a function"));
        const auto symbol = m_parser.names.find(name);
        if (!symbol || symbol->kind != Symbol::Kind::Function)
            return m_cursor.error(line, fmt::format("There is no function '{}'.", name),
                                  "Declare it with .func before this.");
        LOCKSTEP_CHECK(m_parser.declare(1));
        m_function.tables.back().targets.push_back(symbol->index);
    } while (m_cursor.accept(','));
    return m_cursor.expect(';');
}

/// The simulator passes arguments by position, so the types that it announces are not needed.
Result<void> Body::read_prototype() {
    LOCKSTEP_CHECK(new_table(Table::Kind::Prototype));
    if (m_cursor.peek().is('('))
        LOCKSTEP_CHECK(read_parameters(m_parser));
    LOCKSTEP_CHECK(m_cursor.expect_word("'_'"));
    if (m_cursor.peek().is('('))
        LOCKSTEP_CHECK(read_parameters(m_parser));
    while (m_cursor.peek().kind == TokenKind::Directive ||
           m_cursor.peek().kind == TokenKind::Number)
        m_cursor.take();
    return m_cursor.expect(';');
}

Result<void> Body::settle(const LabelUse& use, const Label& label) {
    if (use.instruction < 0) {
        auto& targets = m_function.tables[static_cast<std::size_t>(use.table)].targets;
        targets[static_cast<std::size_t>(use.operand)] = label.instruction;
        return {};
    }
    auto& instruction = m_function.instructions[static_cast<std::size_t>(use.instruction)];
    Operand& operand = instruction.operands[static_cast<std::size_t>(use.operand)];
    const bool wants_table = operand.form == Operand::Form::Table;
    if (wants_table != (label.table >= 0))
        return m_cursor.error(
            use.line, fmt::format("'{}' names {}.", use.name, wants_table ? "no table" : "a table"),
            wants_table ? "Put .branchtargets, .calltargets or .callprototype "
                          "behind it."
                        : "Name a label before an instruction.");
    if (wants_table) {
        const Table& table = m_function.tables[static_cast<std::size_t>(label.table)];
        if ((instruction.opcode() == "brx") != (table.kind == Table::Kind::Branches))
            return m_cursor.error(use.line,
                                  fmt::format("'{}' is a table of another kind.", use.name),
                                  "brx needs .branchtargets, call needs .calltargets or "
                                  ".callprototype.");
    }
    operand.index = wants_table ? label.table : label.instruction;
    return {};
}

} // namespace lockstep::ptx
