// SPDX-License-Identifier: MIT
// Cuts PTX text into tokens, one at a time. A token is a view of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lockstep::ptx {

enum class TokenKind : std::uint8_t {
    End,
    Word,      ///< a name or a whole opcode: "%r1", "%tid.x", "ld.global.nc.L2::128B.f32"
    Directive, ///< ".reg", up to the next dot
    Number,    ///< not looked into: literal.hpp says what it is worth
    String,    ///< what stands between the quotes
    Sign,      ///< one character
    Bad,       ///< a character that PTX does not know, or a string that does not end
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;
    int line = 0; ///< from 1

    bool is(char sign) const { return kind == TokenKind::Sign && text.front() == sign; }
    bool is_directive(std::string_view name) const {
        return kind == TokenKind::Directive && text == name;
    }
};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    Token next();

  private:
    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }
    void skip_blanks_and_comments();
    Token taken(TokenKind kind, std::size_t end);
    Token string();
    std::size_t end_of_word(std::size_t place) const;
    std::size_t end_of_number(std::size_t place) const;

    std::string_view m_text;
    std::size_t m_place = 0;
    int m_line = 1;
};

} // namespace lockstep::ptx
