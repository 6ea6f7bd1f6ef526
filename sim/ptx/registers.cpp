// SPDX-License-Identifier: MIT
// Registers and variables that a function's body declares (PTX ISA 5.1, 5.4.6).
#include "sim/ptx/body.hpp"

#include <fmt/format.h>

namespace lockstep::ptx {

/// The name as it is shown. One that is used a second time, in another
/// scope, gets a number behind it.
std::string Body::unique(std::string_view name) {
    const int used = ++m_used[name];
    return used < 2 ? std::string(name) : fmt::format("{}#{}", name, used);
}

Result<void> Body::declare_name(std::string_view name, Symbol symbol, int line) {
    if (!m_scopes.back().declare(name, symbol))
        return m_cursor.error(line, fmt::format("'{}' is declared twice.", name),
                              "Give one of them another name.");
    return {};
}

Result<void> Body::read_registers() {
    LOCKSTEP_TRY(const Attributes attributes, read_attributes(m_parser, Space::Global));
    if (attributes.vector > 1)
        return m_cursor.error(m_cursor.line(), "A register that is a vector.",
                              "Declare a register for each element and write {a, b}.");
    auto& registers = m_function.registers;
    do {
        LOCKSTEP_TRY(const Declarator declarator, read_declarator(m_parser));
        if (!declarator.dimensions.empty())
            return m_cursor.error(declarator.line, "An array of registers.",
                                  "Write %r<4> for %r0 to %r3.");
        const auto first = static_cast<int>(registers.size());
        const std::string name = unique(declarator.name);
        if (declarator.numbered == 0) {
            registers.push_back({name, attributes.type});
            LOCKSTEP_CHECK(declare_name(declarator.name, {Symbol::Kind::Register, {}, first},
                                        declarator.line));
            continue;
        }
        const auto count = static_cast<int>(declarator.numbered);
        if (!m_scopes.back().declare_range(declarator.name, {first, count}))
            return m_cursor.error(declarator.line,
                                  fmt::format("'{}' is declared twice.", declarator.name),
                                  "Give one of them another name.");
        // "%r<4>" of a second scope gives %r0#2: the number of the scope stands last.
        const std::string suffix = name.substr(declarator.name.size());
        for (int i = 0; i < count; ++i)
            registers.push_back(
                {std::string(declarator.name) + std::to_string(i) + suffix, attributes.type});
    } while (m_cursor.accept(','));
    return m_cursor.expect(';');
}

Result<void> Body::declare_variable(const Attributes& attributes, const Declarator& declarator,
                                    std::string_view name) {
    LOCKSTEP_TRY(Variable variable, make_variable(m_parser, attributes, declarator));
    variable.name = unique(name);
    const auto index = static_cast<int>(m_function.variables.size());
    m_function.variables.push_back(std::move(variable));
    return declare_name(name, {Symbol::Kind::Variable, Operand::Where::Function, index},
                        declarator.line);
}

Result<void> Body::read_variables(Space space) {
    LOCKSTEP_TRY(const Attributes attributes, read_attributes(m_parser, space));
    do {
        LOCKSTEP_TRY(const Declarator declarator, read_declarator(m_parser));
        if (declarator.numbered > 0)
            return m_cursor.error(declarator.line, "Numbered names of variables.",
                                  "Declare each of them.");
        LOCKSTEP_CHECK(declare_variable(attributes, declarator, declarator.name));
    } while (m_cursor.accept(','));
    return m_cursor.expect(';');
}

} // namespace lockstep::ptx
