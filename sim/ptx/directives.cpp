// SPDX-License-Identifier: MIT
// The text from its first line to its last: directives of the module, one after another.
#include "sim/ptx/parser.hpp"

#include <charconv>
#include <fmt/format.h>

namespace lockstep::ptx {

Result<void> Parser::declare(std::uint64_t count) {
    if (count > limits::declared - declared)
        return cursor.error(cursor.line(), "More than a million names are declared.",
                            "Simulate a smaller program.");
    declared += count;
    return {};
}

namespace {

/// ".version 9.0", ".target sm_75, debug", ".address_size 64", which open a module.
Result<void> read_version(Parser& parser) {
    if (parser.cursor.peek().kind != TokenKind::Number)
        return parser.cursor.unexpected("a version");
    parser.module.version = parser.cursor.take().text;
    return {};
}

Result<void> read_target(Parser& parser) {
    LOCKSTEP_TRY(parser.module.target, parser.cursor.expect_word("a target, like sm_75"));
    while (parser.cursor.accept(','))
        LOCKSTEP_CHECK(parser.cursor.expect_word("a target"));
    return {};
}

Result<void> read_address_size(Parser& parser) {
    const int line = parser.cursor.line();
    LOCKSTEP_TRY(const std::uint64_t bits, parser.cursor.expect_count("A number of bits", 64));
    if (bits != 64)
        return parser.cursor.error(line, fmt::format("Addresses of {} bits.", bits),
                                   "Compile it for 64 bits.");
    return {};
}

/// ".alias a, b;": calls of a are calls of b.
Result<void> read_alias(Parser& parser) {
    int indices[2];
    for (int i = 0; i < 2; ++i) {
        const int line = parser.cursor.line();
        LOCKSTEP_TRY(const std::string_view name, parser.cursor.expect_word("a function"));
        const auto symbol = parser.names.find(name);
        if (!symbol || symbol->kind != Symbol::Kind::Function)
            return parser.cursor.error(line, fmt::format("There is no function '{}'.", name),
                                       "Declare it with .func before this.");
        indices[i] = symbol->index;
        LOCKSTEP_CHECK(parser.cursor.expect(i == 0 ? ',' : ';'));
    }
    parser.aliases.emplace_back(indices[0], indices[1]);
    return {};
}

Result<void> read_pragma(Parser& parser) {
    while (parser.cursor.peek().kind == TokenKind::String || parser.cursor.peek().is(','))
        parser.cursor.take();
    return parser.cursor.expect(';');
}

Result<void> read_linked(Parser& parser, Linkage linkage) {
    const Token token = parser.cursor.take();
    if (token.is_directive(".entry") || token.is_directive(".func"))
        return read_function(parser, token.text == ".entry");
    const auto space = space_of(token);
    if (space && *space != Space::Param && *space != Space::Local)
        return read_module_variables(parser, *space, linkage);
    return parser.cursor.error(token.line,
                               fmt::format("'{}' is not known here.", token.text.substr(0, 100)),
                               "A module holds .entry, .func, .global, .const and .shared.");
}

Result<void> read_directive(Parser& parser) {
    Cursor& cursor = parser.cursor;
    if (cursor.accept(';'))
        return {};
    if (cursor.accept_directive(".version"))
        return read_version(parser);
    if (cursor.accept_directive(".target"))
        return read_target(parser);
    if (cursor.accept_directive(".address_size"))
        return read_address_size(parser);
    if (cursor.accept_directive(".file"))
        return read_file(parser);
    if (cursor.accept_directive(".section"))
        return read_section(parser);
    if (cursor.accept_directive(".alias"))
        return read_alias(parser);
    if (cursor.accept_directive(".pragma"))
        return read_pragma(parser);
    if (cursor.accept_directive(".extern"))
        return read_linked(parser, Linkage::Extern);
    for (const std::string_view word : {".visible", ".weak", ".common"})
        if (cursor.accept_directive(word))
            break;
    return read_linked(parser, Linkage::Defined);
}

/// The name that ".loc" gave as "$L__info_string0+5", from .debug_str. It ends at its zero.
std::string function_name(const Parser& parser, const std::string& label) {
    const std::size_t plus = label.find('+');
    const auto string = parser.strings.find(std::string_view(label).substr(0, plus));
    if (string == parser.strings.end())
        return label;
    std::size_t offset = 0;
    if (plus != std::string::npos)
        std::from_chars(label.data() + plus + 1, label.data() + label.size(), offset);
    if (offset >= string->second.size())
        return label;
    const std::string name = string->second.substr(offset);
    return name.substr(0, name.find('\0'));
}

void name_inlined_functions(Parser& parser) {
    std::size_t files = parser.module.files.size();
    for (Function& function : parser.module.functions)
        for (Place& place : function.places) {
            files = std::max(files, static_cast<std::size_t>(place.file) + 1);
            if (!place.function.empty())
                place.function = function_name(parser, place.function);
        }
    // A text without its .file lines still has numbers that must not lead astray.
    parser.module.files.resize(files);
}

Result<void> check_references(const Parser& parser) {
    for (const Variable& variable : parser.module.variables)
        for (const Variable::Reference& reference : variable.references)
            if (!parser.names.find(reference.symbol))
                return parser.cursor.error(
                    parser.cursor.line(),
                    fmt::format("'{}' starts with the address of '{}', which is not declared.",
                                variable.name, reference.symbol),
                    "Declare it in the same text.");
    return {};
}

void follow(Operand& operand, const std::vector<int>& same) {
    if (operand.form == Operand::Form::Function)
        operand.index = same[static_cast<std::size_t>(operand.index)];
}

void apply_aliases(Parser& parser) {
    if (parser.aliases.empty())
        return;
    auto& functions = parser.module.functions;
    std::vector<int> same(functions.size());
    for (std::size_t i = 0; i < same.size(); ++i)
        same[i] = static_cast<int>(i);
    for (const auto& [alias, function] : parser.aliases)
        same[static_cast<std::size_t>(alias)] = same[static_cast<std::size_t>(function)];
    for (Function& function : functions) {
        for (Instruction& instruction : function.instructions)
            for (Operand& operand : instruction.operands)
                follow(operand, same);
        for (Table& table : function.tables)
            if (table.kind == Table::Kind::Calls)
                for (int& target : table.targets)
                    target = same[static_cast<std::size_t>(target)];
    }
}

} // namespace

Result<void> read_module(Parser& parser) {
    while (parser.cursor.peek().kind != TokenKind::End)
        LOCKSTEP_CHECK(read_directive(parser));
    name_inlined_functions(parser);
    apply_aliases(parser);
    return check_references(parser);
}

} // namespace lockstep::ptx
