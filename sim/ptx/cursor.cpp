// SPDX-License-Identifier: MIT
#include "sim/ptx/cursor.hpp"

#include <fmt/format.h>
#include <utility>

namespace lockstep::ptx {

Token Cursor::take() {
    return std::exchange(m_ahead, m_lexer.next());
}

bool Cursor::accept(char sign) {
    const bool found = m_ahead.is(sign);
    if (found)
        take();
    return found;
}

bool Cursor::accept_directive(std::string_view name) {
    const bool found = m_ahead.is_directive(name);
    if (found)
        take();
    return found;
}

Result<void> Cursor::expect(char sign) {
    if (!accept(sign))
        return unexpected(fmt::format("'{}'", sign));
    return {};
}

Result<std::string_view> Cursor::expect_word(std::string_view what) {
    if (m_ahead.kind != TokenKind::Word)
        return unexpected(what);
    return take().text;
}

Result<Literal> Cursor::expect_literal() {
    const bool negative = accept('-');
    if (m_ahead.kind != TokenKind::Number)
        return unexpected("a number");
    const auto literal = parse_literal(m_ahead.text);
    if (!literal)
        return error(line(), fmt::format("'{}' is no number that fits in 64 bits.", take().text),
                     "Write it as 12, 0x1F, 0b101, 1.5, 0f3F800000 or 0d3FF0000000000000.");
    take();
    return negative ? literal->negated() : *literal;
}

Result<std::uint64_t> Cursor::expect_count(std::string_view what, std::uint64_t most) {
    const int at = line();
    LOCKSTEP_TRY(const Literal literal, expect_literal());
    if (!literal.is_integer() || literal.bits > most)
        return error(at, fmt::format("{} must be an integer from 0 to {}.", what, most),
                     "Check the number.");
    return literal.bits;
}

std::string_view Cursor::text_from(const Token& start, std::size_t most) const {
    const auto offset = static_cast<std::size_t>(start.text.data() - m_text.data());
    const std::string_view rest = m_text.substr(offset, most);
    return rest.substr(0, rest.find_first_of(";\n"));
}

Failure Cursor::error(int line, std::string what, std::string remedy) const {
    return fail(fmt::format("{}:{}", m_name, line), std::move(what), std::move(remedy));
}

Failure Cursor::unexpected(std::string_view wanted) const {
    std::string found = "The end of the text";
    if (m_ahead.kind != TokenKind::End)
        found = fmt::format("'{}'", m_ahead.text.substr(0, 100));
    return error(line(), fmt::format("{} stands where {} should.", found, wanted),
                 "Check what stands before it: a sign may be missing there.");
}

} // namespace lockstep::ptx
