// SPDX-License-Identifier: MIT
// A place in the text, one token ahead, and the errors about it.
#pragma once

#include "sim/base/result.hpp"
#include "sim/ptx/lexer.hpp"
#include "sim/ptx/literal.hpp"

#include <string>
#include <string_view>

namespace lockstep::ptx {

class Cursor {
  public:
    Cursor(std::string_view text, std::string_view name)
        : m_text(text), m_lexer(text), m_name(name), m_ahead(m_lexer.next()) {}

    const Token& peek() const { return m_ahead; }
    int line() const { return m_ahead.line; }
    Token take();
    bool accept(char sign);
    bool accept_directive(std::string_view name);

    Result<void> expect(char sign);
    /// `what` says what was wanted: "the name of a variable".
    Result<std::string_view> expect_word(std::string_view what);
    /// With a minus sign, if there is one.
    Result<Literal> expect_literal();
    /// An integer from 0 to `most`.
    Result<std::uint64_t> expect_count(std::string_view what, std::uint64_t most);

    /// The text from `start` up to the semicolon or the end of the line.
    std::string_view text_from(const Token& start, std::size_t most) const;

    Failure error(int line, std::string what, std::string remedy) const;
    /// "'ret' stands where the name of a variable should."
    Failure unexpected(std::string_view wanted) const;

  private:
    std::string_view m_text;
    Lexer m_lexer;
    std::string_view m_name;
    Token m_ahead;
};

} // namespace lockstep::ptx
