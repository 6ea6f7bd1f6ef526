// SPDX-License-Identifier: MIT
// One instruction: guard, opcode, operands, and the form of the tables that it is.
#include "sim/ptx/body.hpp"
#include "sim/ptx/match.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::ptx {

/// "@p" or "@!p".
Result<Guard> Body::guard() {
    LOCKSTEP_CHECK(m_cursor.expect('@'));
    Guard guard;
    guard.negated = m_cursor.accept('!');
    const int line = m_cursor.line();
    LOCKSTEP_TRY(const std::string_view name, m_cursor.expect_word("a predicate"));
    const auto symbol = find(name);
    const bool is_register = symbol && symbol->kind == Symbol::Kind::Register;
    if (!is_register ||
        m_function.registers[static_cast<std::size_t>(symbol->index)].type != Type::Pred)
        return m_cursor.error(line, fmt::format("'{}' is no predicate register.", name),
                              "Declare it with .reg .pred.");
    guard.reg = symbol->index;
    return guard;
}

const Opcode& Body::opcode_of(std::string_view text) {
    const auto [entry, added] = m_parser.opcodes.try_emplace(text);
    Opcode& opcode = entry->second;
    if (!added)
        return opcode;
    opcode.candidates = candidates_of(text);
    for (const Candidate& candidate : opcode.candidates) {
        opcode.takes_label |= candidate.pattern->takes(OperandPattern::Kind::Label);
        opcode.takes_table |= candidate.pattern->takes(OperandPattern::Kind::Table);
        opcode.takes_list |= candidate.pattern->takes(OperandPattern::Kind::List);
    }
    return opcode;
}

Result<void> Body::choose(Instruction& instruction, const Opcode& opcode, std::string_view text) {
    Misfit farthest;
    for (const Candidate& candidate : opcode.candidates) {
        auto found = misfit(candidate, instruction.operands);
        if (!found) {
            instruction.form = candidate.pattern->form;
            instruction.family = candidate.pattern->family;
            instruction.choices = candidate.choices;
            instruction.types = candidate.types;
            return {};
        }
        if (farthest.why.empty() || found->operand > farthest.operand)
            farthest = *std::move(found);
    }
    return m_cursor.error(instruction.line,
                          fmt::format("'{}': {}.", text.substr(0, 200), farthest.why),
                          form_list(opcode.candidates));
}

Result<void> Body::instruction(const Token& token, Guard guarded) {
    const Opcode& opcode = opcode_of(token.text);
    if (opcode.candidates.empty())
        return m_cursor.error(token.line,
                              fmt::format("'{}' is an instruction that is not known.",
                                          m_cursor.text_from(token, 200)),
                              remedy_for(token.text));
    if (++m_parser.instructions > limits::instructions)
        return m_cursor.error(token.line, "More than two million instructions.",
                              "Simulate a smaller program.");
    m_opcode = &opcode;
    m_last_label = {};
    Instruction instruction;
    instruction.guard = guarded;
    instruction.line = token.line;
    instruction.place = m_place;
    const auto number = static_cast<int>(m_function.instructions.size());
    if (!m_cursor.peek().is(';')) {
        instruction.operands.reserve(4);
        do {
            const Token ahead = m_cursor.peek();
            LOCKSTEP_TRY(Operand next, operand());
            if (next.index < 0 &&
                (next.form == Operand::Form::Label || next.form == Operand::Form::Table))
                m_scopes.back().uses.push_back({ahead.text, ahead.line, number,
                                                static_cast<int>(instruction.operands.size()), 0});
            instruction.operands.push_back(std::move(next));
        } while (m_cursor.accept(','));
    }
    LOCKSTEP_CHECK(m_cursor.expect(';'));
    LOCKSTEP_CHECK(choose(instruction, opcode, token.text));
    m_function.instructions.push_back(std::move(instruction));
    return {};
}

} // namespace lockstep::ptx
