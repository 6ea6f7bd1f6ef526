// SPDX-License-Identifier: MIT
// Statements one after another; braces open and close scopes. No recursion: braces are counted.
#include "sim/ptx/body.hpp"

#include <fmt/format.h>

namespace lockstep::ptx {

Body::Body(Parser& parser, Function& function, std::span<const std::string_view> results,
           std::span<const std::string_view> parameters)
    : m_parser(parser), m_cursor(parser.cursor), m_function(function) {
    using Where = Operand::Where;
    Scope& outer = m_scopes.emplace_back();
    for (std::size_t i = 0; i < results.size(); ++i)
        outer.declare(results[i], {Symbol::Kind::Variable, Where::Result, static_cast<int>(i)});
    for (std::size_t i = 0; i < parameters.size(); ++i)
        outer.declare(parameters[i],
                      {Symbol::Kind::Variable, Where::Parameter, static_cast<int>(i)});
}

Result<void> Body::read() {
    LOCKSTEP_CHECK(m_cursor.expect('{'));
    LOCKSTEP_CHECK(open_scope());
    while (m_scopes.size() > 1)
        LOCKSTEP_CHECK(statement());
    return {};
}

Result<void> Body::open_scope() {
    if (m_scopes.size() > limits::depth)
        return m_cursor.error(m_cursor.line(),
                              fmt::format("Braces are nested more than {} deep.", limits::depth),
                              "Close some of them.");
    m_scopes.emplace_back();
    return {};
}

/// Labels are known in the braces that hold them and in those inside. What was not found here is
/// the outer scope's to find.
Result<void> Body::close_scope() {
    Scope closed = std::move(m_scopes.back());
    m_scopes.pop_back();
    for (const LabelUse& use : closed.uses) {
        const auto label = closed.labels.find(use.name);
        if (label != closed.labels.end()) {
            LOCKSTEP_CHECK(settle(use, label->second));
        } else if (m_scopes.size() > 1) {
            m_scopes.back().uses.push_back(use);
        } else {
            return m_cursor.error(use.line, fmt::format("There is no label '{}'.", use.name),
                                  "Put it before an instruction of this function, within the same "
                                  "braces or around them.");
        }
    }
    return {};
}

Result<void> Body::statement() {
    if (m_cursor.peek().is('@')) {
        LOCKSTEP_TRY(const Guard guarded, guard());
        if (m_cursor.peek().kind != TokenKind::Word)
            return m_cursor.unexpected("an instruction");
        const Token opcode = m_cursor.take();
        return instruction(opcode, guarded);
    }
    const Token token = m_cursor.take();
    if (token.is('{'))
        return open_scope();
    if (token.is('}'))
        return close_scope();
    if (token.is(';'))
        return {};
    if (token.kind == TokenKind::Directive)
        return directive(token);
    if (token.kind == TokenKind::Word)
        return word(token);
    if (token.kind == TokenKind::End)
        return m_cursor.error(token.line, "The text ends inside a function.", "Close its braces.");
    return m_cursor.error(token.line,
                          fmt::format("'{}' stands where an instruction should.", token.text),
                          "Check what stands before it: a sign may be missing there.");
}

Result<void> Body::word(const Token& token) {
    if (m_cursor.accept(':'))
        return declare_label(token);
    return instruction(token, Guard{});
}

Result<void> Body::directive(const Token& token) {
    if (token.text == ".loc")
        return read_place();
    if (token.text == ".reg")
        return read_registers();
    if (const auto space = space_of(token);
        space && *space != Space::Global && *space != Space::Const)
        return read_variables(*space);
    if (token.text == ".branchtargets")
        return read_branch_targets();
    if (token.text == ".calltargets")
        return read_call_targets();
    if (token.text == ".callprototype")
        return read_prototype();
    if (token.text == ".file")
        return read_file(m_parser);
    if (token.text == ".pragma") {
        while (m_cursor.peek().kind == TokenKind::String || m_cursor.peek().is(','))
            m_cursor.take();
        return m_cursor.expect(';');
    }
    return m_cursor.error(token.line, fmt::format("'{}' is not known here.", token.text),
                          "A function holds .reg, .local, .shared, .param, .loc, .pragma, "
                          ".branchtargets, .calltargets and .callprototype.");
}

std::optional<Symbol> Body::find(std::string_view name) const {
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope)
        if (const auto symbol = scope->find(name))
            return symbol;
    return m_parser.names.find(name);
}

} // namespace lockstep::ptx
