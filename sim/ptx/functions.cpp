// SPDX-License-Identifier: MIT
// Entries and device functions: what stands before the body (PTX ISA 7.1, 11.1, 11.4).
#include "sim/ptx/body.hpp"
#include "sim/ptx/parser.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace lockstep::ptx {

Result<void> skip_parentheses(Parser& parser) {
    int open = 1;
    while (open > 0) {
        const Token token = parser.cursor.take();
        if (token.kind == TokenKind::End || token.is(';') || token.is('{') || token.is('}'))
            return parser.cursor.error(token.line, "A '(' has no ')'.", "Close it.");
        open += token.is('(') - token.is(')');
    }
    return {};
}

Result<Parameters> read_parameters(Parser& parser) {
    Parameters parameters;
    Cursor& cursor = parser.cursor;
    LOCKSTEP_CHECK(cursor.expect('('));
    if (cursor.accept(')'))
        return parameters;
    do {
        if (!cursor.accept_directive(".param"))
            return cursor.error(cursor.line(), "A parameter that is not in the space .param.",
                                "Declare it with .param, as compilers do.");
        LOCKSTEP_TRY(const Attributes attributes, read_attributes(parser, Space::Param));
        LOCKSTEP_TRY(const Declarator declarator, read_declarator(parser));
        LOCKSTEP_TRY(Variable variable, make_variable(parser, attributes, declarator));
        parameters.variables.push_back(std::move(variable));
        parameters.names.push_back(declarator.name);
    } while (cursor.accept(','));
    LOCKSTEP_CHECK(cursor.expect(')'));
    return parameters;
}

/// "256" or "16, 16, 2"; what is left out is 1.
static Result<std::array<unsigned, 3>> read_threads(Parser& parser) {
    std::array<unsigned, 3> threads{1, 1, 1};
    std::size_t i = 0;
    do {
        if (i == threads.size())
            return parser.cursor.unexpected("the end of three dimensions");
        LOCKSTEP_TRY(const std::uint64_t extent,
                     parser.cursor.expect_count("A number of threads", 1u << 30));
        threads[i++] = static_cast<unsigned>(extent);
    } while (parser.cursor.accept(','));
    return threads;
}

/// Directives that tune or describe and change no result: with numbers behind them, or without.
static Result<void> skip_hint(Parser& parser) {
    Cursor& cursor = parser.cursor;
    const Token hint = cursor.take();
    static constexpr std::string_view known[] = {
        ".maxnreg",        ".minnctapersm",         ".maxnctapersm",      ".reqnctapercluster",
        ".maxclusterrank", ".explicitcluster",      ".blocksareclusters", ".noreturn",
        ".pragma",         ".abi_preserve_control", ".abi_preserve",      ".attribute",
        ".language",
    };
    if (std::ranges::find(known, hint.text) == std::end(known))
        return cursor.error(hint.line, fmt::format("'{}' is not known here.", hint.text),
                            "Between a function's parameters and its body stand .maxntid, .reqntid "
                            "and their like.");
    if (cursor.accept('('))
        return skip_parentheses(parser);
    while (cursor.peek().kind == TokenKind::Number || cursor.peek().kind == TokenKind::String ||
           cursor.peek().is(','))
        cursor.take();
    return {};
}

static Result<void> read_hints(Parser& parser, Function& function) {
    while (parser.cursor.peek().kind == TokenKind::Directive) {
        if (parser.cursor.accept_directive(".maxntid")) {
            LOCKSTEP_TRY(function.max_threads, read_threads(parser));
        } else if (parser.cursor.accept_directive(".reqntid")) {
            LOCKSTEP_TRY(function.required_threads, read_threads(parser));
        } else {
            LOCKSTEP_CHECK(skip_hint(parser));
        }
        // .pragma "..." ends with a semicolon of its own, which must not end a declaration.
    }
    return {};
}

/// The index that calls use from the first declaration on.
static Result<int> declare_function(Parser& parser, std::string_view name, int line) {
    const auto known = parser.names.find(name);
    if (!known) {
        const auto index = static_cast<int>(parser.module.functions.size());
        LOCKSTEP_CHECK(parser.declare(1));
        parser.names.declare(name, {Symbol::Kind::Function, Operand::Where::Module, index});
        parser.module.functions.emplace_back().name = name;
        return index;
    }
    if (known->kind != Symbol::Kind::Function)
        return parser.cursor.error(line, fmt::format("'{}' is a variable already.", name),
                                   "Give the function another name.");
    return known->index;
}

Result<void> read_function(Parser& parser, bool entry) {
    Cursor& cursor = parser.cursor;
    Function function;
    function.entry = entry;
    Parameters results, parameters;
    while (cursor.accept_directive(".attribute")) {
        LOCKSTEP_CHECK(cursor.expect('('));
        LOCKSTEP_CHECK(skip_parentheses(parser));
    }
    if (!entry && cursor.peek().is('(')) {
        LOCKSTEP_TRY(results, read_parameters(parser));
    }
    const int line = cursor.line();
    LOCKSTEP_TRY(const std::string_view name, cursor.expect_word("the name of a function"));
    function.name = name;
    LOCKSTEP_TRY(const int index, declare_function(parser, name, line));
    if (cursor.peek().is('(')) {
        LOCKSTEP_TRY(parameters, read_parameters(parser));
    }
    LOCKSTEP_CHECK(read_hints(parser, function));
    function.results = std::move(results.variables);
    function.parameters = std::move(parameters.variables);
    Function& slot = parser.module.functions[static_cast<std::size_t>(index)];
    if (cursor.accept(';')) {
        if (!slot.defined)
            slot = std::move(function);
        return {};
    }
    if (slot.defined)
        return cursor.error(line, fmt::format("'{}' is defined twice.", name),
                            "Give one of them another name.");
    function.defined = true;
    LOCKSTEP_CHECK(Body(parser, function, results.names, parameters.names).read());
    parser.module.functions[static_cast<std::size_t>(index)] = std::move(function);
    return {};
}

} // namespace lockstep::ptx
