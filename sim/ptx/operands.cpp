// SPDX-License-Identifier: MIT
// Operands as they are written (PTX ISA 6): what they are is seen here, whether they fit is
// match.cpp's.
#include "sim/ptx/body.hpp"

#include <fmt/format.h>

namespace lockstep::ptx {

static Operand immediate(const Literal& literal) {
    Operand operand;
    operand.form = Operand::Form::Immediate;
    operand.type = literal.type;
    operand.bits = literal.bits;
    return operand;
}

/// One operand of an instruction: "a", "!p", "d|p", "[a+4]", "{a, b}", "(a, b)".
Result<Operand> Body::operand() {
    if (m_cursor.accept('['))
        return address();
    if (m_cursor.peek().is('(') && m_opcode->takes_list) {
        m_cursor.take();
        return list(')');
    }
    if (m_cursor.peek().is('{') && !m_opcode->takes_list) {
        m_cursor.take();
        return list('}');
    }
    LOCKSTEP_TRY(Operand first, single());
    if (!m_cursor.accept('|'))
        return first;
    LOCKSTEP_TRY(Operand second, single());
    Operand both;
    both.form = Operand::Form::List;
    both.parts.push_back(std::move(first));
    both.parts.push_back(std::move(second));
    return both;
}

Result<Operand> Body::single() {
    const bool negated = m_cursor.accept('!');
    if (m_cursor.peek().kind == TokenKind::Word) {
        const Token token = m_cursor.take();
        LOCKSTEP_TRY(Operand operand, named(token));
        operand.negated = negated;
        return operand;
    }
    if (m_cursor.peek().kind != TokenKind::Number && !m_cursor.peek().is('-'))
        return m_cursor.unexpected("an operand");
    LOCKSTEP_TRY(const Literal literal, m_cursor.expect_literal());
    Operand operand = immediate(literal);
    operand.negated = negated;
    return operand;
}

/// "+4", "+-4", "-4", or nothing.
Result<std::uint64_t> Body::offset() {
    const bool signed_number = m_cursor.peek().is('-');
    if (!signed_number && !m_cursor.accept('+'))
        return 0;
    const int line = m_cursor.line();
    LOCKSTEP_TRY(const Literal literal, m_cursor.expect_literal());
    if (!literal.is_integer())
        return m_cursor.error(line, "An offset that is no integer.", "Write it in bytes.");
    return literal.bits;
}

Result<Operand> Body::named(const Token& token) {
    Operand operand;
    if (token.text == "_") {
        operand.form = Operand::Form::Sink;
        return operand;
    }
    if (m_opcode->takes_label) {
        operand.form = Operand::Form::Label;
        return operand;
    }
    if (const auto symbol = find(token.text)) {
        operand.index = symbol->index;
        operand.where = symbol->where;
        switch (symbol->kind) {
        case Symbol::Kind::Register:
            operand.form = Operand::Form::Register;
            operand.type = m_function.registers[static_cast<std::size_t>(symbol->index)].type;
            return operand;
        case Symbol::Kind::Function:
            operand.form = Operand::Form::Function;
            return operand;
        case Symbol::Kind::Variable:
            operand.form = Operand::Form::Variable;
            LOCKSTEP_TRY(operand.bits, offset());
            return operand;
        }
    }
    if (const auto special = special_named(token.text)) {
        operand.form = Operand::Form::Special;
        operand.type = type_of(*special);
        operand.index = static_cast<int>(*special);
        return operand;
    }
    return unknown_name(token);
}

Result<Operand> Body::unknown_name(const Token& token) const {
    if (m_opcode->takes_table) {
        Operand operand;
        operand.form = Operand::Form::Table;
        return operand;
    }
    return undeclared(token);
}

Failure Body::undeclared(const Token& token) const {
    const bool special = token.text.starts_with('%');
    return m_cursor.error(token.line, fmt::format("'{}' is not declared.", token.text),
                          special ? "Declare it with .reg before it is used: it is no special "
                                    "register that the simulator knows."
                                  : "Declare it with .reg, .param, .shared or .local before it is "
                                    "used.");
}

/// Behind the bracket: a register, a variable or a number, and an offset in bytes.
Result<Operand> Body::address() {
    Operand operand;
    operand.form = Operand::Form::Address;
    Operand& base = operand.parts.emplace_back();
    if (m_cursor.peek().kind == TokenKind::Word) {
        const Token token = m_cursor.take();
        LOCKSTEP_TRY(base, named(token));
        if (base.form != Operand::Form::Register && base.form != Operand::Form::Variable)
            return m_cursor.error(token.line, fmt::format("'{}' is no address.", token.text),
                                  "Write a register, a variable or a number between brackets.");
    } else {
        LOCKSTEP_TRY(const Literal literal, m_cursor.expect_literal());
        base = immediate(literal);
    }
    // A variable's offset was read with its name; it belongs to the brackets.
    operand.bits = std::exchange(base.bits, base.form == Operand::Form::Variable ? 0 : base.bits);
    if (base.form != Operand::Form::Variable) {
        LOCKSTEP_TRY(operand.bits, offset());
    }
    LOCKSTEP_CHECK(m_cursor.expect(']'));
    return operand;
}

Result<Operand> Body::list(char close) {
    Operand operand;
    operand.form = Operand::Form::List;
    if (m_cursor.accept(close))
        return operand;
    do {
        if (operand.parts.size() == limits::list)
            return m_cursor.error(m_cursor.line(),
                                  fmt::format("A list of more than {} operands.", limits::list),
                                  "Pass a pointer to memory instead.");
        const Token ahead = m_cursor.peek();
        LOCKSTEP_TRY(Operand part, single());
        if (part.form == Operand::Form::Table) // behind call, an unknown name may be one; not here
            return undeclared(ahead);
        operand.parts.push_back(std::move(part));
    } while (m_cursor.accept(','));
    LOCKSTEP_CHECK(m_cursor.expect(close));
    return operand;
}

} // namespace lockstep::ptx
