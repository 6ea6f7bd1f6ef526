// SPDX-License-Identifier: MIT
// Declarations of variables (PTX ISA 5.4): state space, alignment, type, name, dimensions.
#include "sim/ptx/parser.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::ptx {

std::optional<Space> space_of(const Token& directive) {
    if (directive.kind != TokenKind::Directive)
        return std::nullopt;
    for (const Space space :
         {Space::Global, Space::Shared, Space::Local, Space::Const, Space::Param})
        if (directive.text.substr(1) == name_of(space))
            return space;
    return std::nullopt;
}

static Result<std::uint64_t> read_alignment(Parser& parser) {
    const int line = parser.cursor.line();
    LOCKSTEP_TRY(const std::uint64_t bytes, parser.cursor.expect_count("An alignment", 1u << 20));
    if (!std::has_single_bit(bytes))
        return parser.cursor.error(line, fmt::format("An alignment of {} bytes.", bytes),
                                   "It must be a power of two.");
    return bytes;
}

/// ".ptr .global .align 4": what the pointer points to. It says nothing about the parameter itself.
static Result<void> skip_pointee(Parser& parser) {
    if (space_of(parser.cursor.peek()))
        parser.cursor.take();
    if (parser.cursor.accept_directive(".align"))
        LOCKSTEP_CHECK(read_alignment(parser));
    return {};
}

Result<Attributes> read_attributes(Parser& parser, Space space) {
    Attributes attributes;
    attributes.space = space;
    Cursor& cursor = parser.cursor;
    while (cursor.peek().kind == TokenKind::Directive) {
        const Token token = cursor.take();
        if (token.text == ".align") {
            LOCKSTEP_TRY(attributes.align_bytes, read_alignment(parser));
        } else if (token.text == ".attribute") {
            LOCKSTEP_CHECK(cursor.expect('('));
            LOCKSTEP_CHECK(skip_parentheses(parser));
        } else if (token.text == ".ptr") {
            LOCKSTEP_CHECK(skip_pointee(parser));
        } else if (token.text == ".v2" || token.text == ".v4") {
            attributes.vector = token.text == ".v2" ? 2 : 4;
        } else if (const auto type = type_named(token.text.substr(1))) {
            attributes.type = *type;
        } else {
            return cursor.error(token.line,
                                fmt::format("'{}' is no type of a variable.", token.text),
                                "Textures, samplers and surfaces are not simulated.");
        }
    }
    if (attributes.type == Type::None)
        return cursor.unexpected("a type");
    return attributes;
}

Result<Declarator> read_declarator(Parser& parser) {
    Cursor& cursor = parser.cursor;
    Declarator declarator;
    declarator.line = cursor.line();
    LOCKSTEP_TRY(declarator.name, cursor.expect_word("the name of a variable"));
    if (cursor.accept('<')) {
        LOCKSTEP_TRY(declarator.numbered,
                     cursor.expect_count("A number of names", limits::declared));
        LOCKSTEP_CHECK(cursor.expect('>'));
    }
    while (cursor.accept('[')) {
        if (declarator.dimensions.size() == 8)
            return cursor.error(declarator.line, "An array of more than 8 dimensions.",
                                "Declare it with fewer.");
        std::uint64_t extent = 0;
        if (!cursor.peek().is(']')) {
            LOCKSTEP_TRY(extent, cursor.expect_count("A dimension", limits::variable_bytes));
        }
        declarator.dimensions.push_back(extent);
        LOCKSTEP_CHECK(cursor.expect(']'));
    }
    LOCKSTEP_CHECK(parser.declare(declarator.numbered + 1));
    return declarator;
}

Result<Variable> make_variable(Parser& parser, const Attributes& attributes,
                               const Declarator& declarator) {
    Variable variable;
    variable.name = declarator.name;
    variable.space = attributes.space;
    variable.type = attributes.type;
    const auto element = static_cast<std::uint64_t>(size_bytes(attributes.type));
    variable.size_bytes = element * attributes.vector;
    variable.align_bytes =
        attributes.align_bytes > 0 ? attributes.align_bytes : variable.size_bytes;
    for (const std::uint64_t extent : declarator.dimensions) {
        if (extent > 0 && variable.size_bytes > limits::variable_bytes / extent)
            return parser.cursor.error(declarator.line,
                                       fmt::format("'{}' is larger than 1 TiB.", declarator.name),
                                       "Declare a smaller array.");
        variable.size_bytes *= extent;
    }
    return variable;
}

/// The second declaration of an .extern variable is the definition that it spoke of, or says the
/// same once more.
static Result<void> add_module_variable(Parser& parser, Variable variable,
                                        const Declarator& declarator, Linkage linkage) {
    auto& variables = parser.module.variables;
    const auto known = parser.names.find(declarator.name);
    if (!known) {
        parser.names.declare(declarator.name, {Symbol::Kind::Variable, Operand::Where::Module,
                                               static_cast<int>(variables.size())});
        parser.external.push_back(linkage == Linkage::Extern);
        variables.push_back(std::move(variable));
        return {};
    }
    const auto index = static_cast<std::size_t>(known->index);
    const bool again = known->kind == Symbol::Kind::Variable &&
                       (linkage == Linkage::Extern || parser.external[index]);
    if (!again)
        return parser.cursor.error(declarator.line,
                                   fmt::format("'{}' is declared twice.", declarator.name),
                                   "Give one of them another name.");
    if (linkage == Linkage::Defined) {
        variables[index] = std::move(variable);
        parser.external[index] = false;
    }
    return {};
}

Result<void> read_module_variables(Parser& parser, Space space, Linkage linkage) {
    LOCKSTEP_TRY(const Attributes attributes, read_attributes(parser, space));
    do {
        LOCKSTEP_TRY(Declarator declarator, read_declarator(parser));
        if (declarator.numbered > 0)
            return parser.cursor.error(declarator.line, "Numbered names of module variables.",
                                       "Declare each of them.");
        if (attributes.vector > 1)
            declarator.dimensions.push_back(attributes.vector);
        Attributes of_element = attributes;
        of_element.vector = 1;
        LOCKSTEP_TRY(Variable variable, make_variable(parser, of_element, declarator));
        if (attributes.align_bytes == 0)
            variable.align_bytes *= attributes.vector;
        if (parser.cursor.accept('='))
            LOCKSTEP_CHECK(read_initialiser(parser, variable, declarator));
        LOCKSTEP_CHECK(add_module_variable(parser, std::move(variable), declarator, linkage));
    } while (parser.cursor.accept(','));
    return parser.cursor.expect(';');
}

} // namespace lockstep::ptx
