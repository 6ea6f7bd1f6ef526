// SPDX-License-Identifier: MIT
// .section: debugging information (PTX ISA 11.5). All that is kept of it are strings, because .loc
// names functions by their label in .debug_str.
#include "sim/ptx/parser.hpp"

namespace lockstep::ptx {

/// `.b8 95,90,0`: the bytes of a string.
static void read_bytes(Parser& parser, std::string* into) {
    do {
        if (parser.cursor.peek().kind != TokenKind::Number)
            return;
        const auto literal = parse_literal(parser.cursor.take().text);
        if (into && literal && literal->is_integer())
            into->push_back(static_cast<char>(literal->bits & 0xff));
    } while (parser.cursor.accept(','));
}

Result<void> read_section(Parser& parser) {
    Cursor& cursor = parser.cursor;
    const bool named =
        cursor.peek().kind == TokenKind::Directive || cursor.peek().kind == TokenKind::Word;
    if (!named)
        return cursor.unexpected("the name of a section");
    const bool holds_strings = cursor.take().text == ".debug_str";
    LOCKSTEP_CHECK(cursor.expect('{'));
    std::string* into = nullptr;
    while (!cursor.accept('}')) {
        const Token token = cursor.take();
        if (token.kind == TokenKind::End)
            return cursor.error(token.line, "The text ends inside a .section.", "Close its brace.");
        if (!holds_strings)
            continue;
        if (token.kind == TokenKind::Word && cursor.accept(':'))
            into = &parser.strings[token.text];
        else if (token.is_directive(".b8"))
            read_bytes(parser, into);
    }
    return {};
}

} // namespace lockstep::ptx
