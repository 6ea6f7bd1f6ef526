// SPDX-License-Identifier: MIT
// Characters are told apart by one table: the reader spends most of its time here.
#include "sim/ptx/lexer.hpp"

#include <algorithm>
#include <array>

namespace lockstep::ptx {

namespace {
enum Class : std::uint8_t { Other, Blank, Letter, Digit, Mark };

constexpr std::array<Class, 256> make_classes() {
    std::array<Class, 256> classes{};
    for (const char c : std::string_view(" \t\r\n\v\f"))
        classes[static_cast<unsigned char>(c)] = Blank;
    for (unsigned c = 'a'; c <= 'z'; ++c)
        classes[c] = classes[c - 'a' + 'A'] = Letter;
    for (const char c : std::string_view("_$%"))
        classes[static_cast<unsigned char>(c)] = Letter;
    for (unsigned c = '0'; c <= '9'; ++c)
        classes[c] = Digit;
    for (const char c : std::string_view("{}()[]<>,;:=+-*/!~@|&^?#"))
        classes[static_cast<unsigned char>(c)] = Mark;
    return classes;
}
constexpr std::array<Class, 256> classes = make_classes();

Class class_of(char c) {
    return classes[static_cast<unsigned char>(c)];
}
bool in_word(char c) {
    return class_of(c) == Letter || class_of(c) == Digit;
}
} // namespace

Token Lexer::taken(TokenKind kind, std::size_t end) {
    const Token token{kind, m_text.substr(m_place, end - m_place), m_line};
    m_place = end;
    return token;
}

void Lexer::skip_blanks_and_comments() {
    while (m_place < m_text.size()) {
        const char c = m_text[m_place];
        if (class_of(c) == Blank) {
            m_line += c == '\n';
            ++m_place;
        } else if (c == '/' && at(m_place + 1) == '/') {
            m_place = std::min(m_text.find('\n', m_place), m_text.size());
        } else if (c == '/' && at(m_place + 1) == '*') {
            const std::size_t close = m_text.find("*/", m_place + 2);
            const std::size_t end = close == std::string_view::npos ? m_text.size() : close + 2;
            const auto comment = m_text.substr(m_place, end - m_place);
            m_line += static_cast<int>(std::ranges::count(comment, '\n'));
            m_place = end;
        } else {
            return;
        }
    }
}

/// A word goes on over dots, and over the two colons of ".L2::128B": those of a label stand alone.
std::size_t Lexer::end_of_word(std::size_t place) const {
    while (true) {
        while (in_word(at(place)))
            ++place;
        if (at(place) == '.' && in_word(at(place + 1)))
            ++place;
        else if (at(place) == ':' && at(place + 1) == ':' && in_word(at(place + 2)))
            place += 2;
        else
            return place;
    }
}

/// 0f3F800000, 12U, 1.5e-3. Only a decimal number has a sign inside.
std::size_t Lexer::end_of_number(std::size_t place) const {
    const bool decimal = at(place) != '0' || class_of(at(place + 1)) != Letter;
    while (in_word(at(place)) || at(place) == '.') {
        const bool exponent = decimal && (at(place) == 'e' || at(place) == 'E');
        ++place;
        if (exponent && (at(place) == '-' || at(place) == '+'))
            ++place;
    }
    return place;
}

Token Lexer::string() {
    const std::size_t close = m_text.find_first_of("\"\n", m_place + 1);
    if (close == std::string_view::npos || m_text[close] == '\n')
        return taken(TokenKind::Bad, m_place + 1);
    Token token = taken(TokenKind::String, close + 1);
    token.text = token.text.substr(1, token.text.size() - 2);
    return token;
}

Token Lexer::next() {
    skip_blanks_and_comments();
    if (m_place == m_text.size())
        return {TokenKind::End, {}, m_line};
    const char c = m_text[m_place];
    switch (class_of(c)) {
    case Letter:
        return taken(TokenKind::Word, end_of_word(m_place));
    case Digit:
        return taken(TokenKind::Number, end_of_number(m_place));
    case Mark:
        return taken(TokenKind::Sign, m_place + 1);
    default:
        break;
    }
    if (c == '"')
        return string();
    if (c != '.')
        return taken(TokenKind::Bad, m_place + 1);
    if (class_of(at(m_place + 1)) == Digit)
        return taken(TokenKind::Number, end_of_number(m_place + 1));
    std::size_t end = m_place + 1;
    while (in_word(at(end)))
        ++end;
    return taken(end == m_place + 1 ? TokenKind::Bad : TokenKind::Directive, end);
}

} // namespace lockstep::ptx
