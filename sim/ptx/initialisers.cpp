// SPDX-License-Identifier: MIT
// What variables start with (PTX ISA 5.4.4): numbers, addresses of other symbols, braces in braces.
#include "sim/ptx/parser.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::ptx {

namespace {

class Initialiser {
  public:
    Initialiser(Parser& parser, Variable& variable, const Declarator& declarator)
        : m_parser(parser), m_cursor(parser.cursor), m_variable(variable), m_declarator(declarator),
          m_element(static_cast<std::uint64_t>(size_bytes(variable.type))) {
        std::uint64_t stride = 1;
        for (std::size_t i = declarator.dimensions.size(); i-- > 0;) {
            m_strides.insert(m_strides.begin(), stride);
            stride = std::min(stride * std::max<std::uint64_t>(declarator.dimensions[i], 1),
                              limits::variable_bytes);
        }
        m_open = !declarator.dimensions.empty() && declarator.dimensions.front() == 0;
    }

    Result<void> read() {
        if (!m_open)
            LOCKSTEP_CHECK(reserve(m_variable.size_bytes));
        LOCKSTEP_CHECK(m_strides.empty() ? value() : braces(0));
        if (m_open)
            LOCKSTEP_CHECK(reserve(std::max(m_at * m_element, m_variable.initial.size())));
        m_variable.size_bytes = m_variable.initial.size();
        if (m_bytes > 0)
            return m_cursor.error(m_cursor.line(), "Only a part of an address.",
                                  "Write all eight bytes.");
        return {};
    }

  private:
    /// The elements between one pair of braces, each `m_strides[level]` numbers.
    Result<void> braces(std::size_t level) {
        LOCKSTEP_CHECK(m_cursor.expect('{'));
        if (m_cursor.accept('}'))
            return {};
        do {
            if (!m_cursor.peek().is('{')) {
                LOCKSTEP_CHECK(value());
                continue;
            }
            if (level + 1 >= m_strides.size())
                return m_cursor.error(m_cursor.line(), "More braces than the array has dimensions.",
                                      "Leave the inner ones out.");
            const std::uint64_t stride = m_strides[level], start = m_at;
            LOCKSTEP_CHECK(braces(level + 1));
            m_at = std::min(start + stride, limits::variable_bytes);
        } while (m_cursor.accept(','));
        return m_cursor.expect('}');
    }

    Result<void> value() {
        const int line = m_cursor.line();
        if (m_cursor.peek().kind == TokenKind::Word)
            return whole_address();
        LOCKSTEP_TRY(const Literal literal, m_cursor.expect_literal());
        if (m_cursor.accept('('))
            return byte_of_address(literal.bits);
        const auto bits = literal.as(m_variable.type);
        if (!bits)
            return m_cursor.error(line, "A floating-point number initialises an integer.",
                                  "Write the number as an integer.");
        LOCKSTEP_TRY(const std::uint64_t offset, next());
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(m_element, 8); ++i)
            m_variable.initial[offset + i] = static_cast<std::byte>(*bits >> (8 * i));
        return {};
    }

    /// "name", "name+4", "generic(name)-8".
    Result<Variable::Reference> address() {
        LOCKSTEP_TRY(std::string_view name, m_cursor.expect_word("the name of a variable"));
        Variable::Reference reference;
        reference.generic = name == "generic" && m_cursor.accept('(');
        if (reference.generic) {
            LOCKSTEP_TRY(name, m_cursor.expect_word("the name of a variable"));
            LOCKSTEP_CHECK(m_cursor.expect(')'));
        }
        reference.symbol = name;
        if (m_cursor.accept('+') || m_cursor.peek().is('-')) {
            LOCKSTEP_TRY(const Literal literal, m_cursor.expect_literal());
            reference.addend = static_cast<std::int64_t>(literal.bits);
        }
        return reference;
    }

    Result<void> whole_address() {
        const int line = m_cursor.line();
        LOCKSTEP_TRY(Variable::Reference reference, address());
        if (m_element != 8)
            return m_cursor.error(
                line, fmt::format("The address of '{}' has no room here.", reference.symbol),
                "Addresses need elements of 64 bits.");
        LOCKSTEP_CHECK(m_parser.declare(1));
        LOCKSTEP_TRY(reference.offset, next());
        m_variable.references.push_back(std::move(reference));
        return {};
    }

    /// "0xFF00(name)": one byte of an address, in a structure that is packed. Compilers write all
    /// eight one behind the other, and they are kept as the one address that they are.
    Result<void> byte_of_address(std::uint64_t mask) {
        const int line = m_cursor.line();
        LOCKSTEP_TRY(Variable::Reference reference, address());
        LOCKSTEP_CHECK(m_cursor.expect(')'));
        LOCKSTEP_TRY(const std::uint64_t offset, next());
        reference.offset = offset - m_bytes;
        const bool follows = m_bytes == 0 || (m_started.symbol == reference.symbol &&
                                              m_started.addend == reference.addend &&
                                              m_started.offset == reference.offset);
        if (m_element != 1 || mask != std::uint64_t{0xff} << (8 * m_bytes) || !follows)
            return m_cursor.error(line,
                                  "A part of an address that does not follow the part before.",
                                  "Write all eight bytes, 0xFF(name) first.");
        m_bytes = (m_bytes + 1) % 8;
        m_started = std::move(reference);
        if (m_bytes == 0) {
            LOCKSTEP_CHECK(m_parser.declare(1));
            m_variable.references.push_back(m_started);
        }
        return {};
    }

    /// The byte at which the next element lies.
    Result<std::uint64_t> next() {
        const std::uint64_t offset = m_at++ * m_element;
        if (m_open && offset + m_element > m_variable.initial.size())
            LOCKSTEP_CHECK(reserve(offset + m_element));
        if (offset + m_element > m_variable.initial.size())
            return m_cursor.error(
                m_cursor.line(),
                fmt::format("'{}' has more initial values than elements.", m_declarator.name),
                "Make the array larger.");
        return offset;
    }

    Result<void> reserve(std::uint64_t bytes) {
        const std::uint64_t more = bytes - m_variable.initial.size();
        if (more > limits::initial_bytes - m_parser.initial_bytes)
            return m_cursor.error(m_declarator.line, "More than 256 MiB of initial values.",
                                  "Fill the array in a kernel.");
        m_parser.initial_bytes += more;
        m_variable.initial.resize(bytes);
        return {};
    }

    Parser& m_parser;
    Cursor& m_cursor;
    Variable& m_variable;
    const Declarator& m_declarator;
    std::uint64_t m_element;
    std::vector<std::uint64_t> m_strides; ///< in elements, of what each pair of braces lists
    bool m_open = false;                  ///< "[]": as many elements as there are values
    std::uint64_t m_at = 0;
    Variable::Reference m_started; ///< an address of which m_bytes bytes have been read
    std::uint64_t m_bytes = 0;
};

} // namespace

Result<void> read_initialiser(Parser& parser, Variable& variable, const Declarator& declarator) {
    return Initialiser(parser, variable, declarator).read();
}

} // namespace lockstep::ptx
