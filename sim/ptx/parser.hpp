// SPDX-License-Identifier: MIT
// What the files that read a module share: the place in the text, the module so far, the names of
// the module. One file reads one thing; this header says which.
#pragma once

#include "sim/ptx/cursor.hpp"
#include "sim/ptx/module.hpp"
#include "sim/ptx/opcodes.hpp"
#include "sim/ptx/symbols.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lockstep::ptx {

/// More than any compiler writes, and little enough for every machine's memory.
namespace limits {
inline constexpr std::size_t text_bytes = 64u << 20;
inline constexpr std::size_t lines = 4u << 20;
inline constexpr std::size_t depth = 64;                   ///< of braces
inline constexpr std::size_t list = 1024;                  ///< operands between braces
inline constexpr std::uint64_t declared = 1u << 20;        ///< names, and elements of tables
inline constexpr std::size_t instructions = 2u << 20;      ///< of a module
inline constexpr std::uint64_t initial_bytes = 256u << 20; ///< of a module
inline constexpr std::uint64_t variable_bytes = 1ull << 40;
inline constexpr std::uint64_t files = 1 << 16;
} // namespace limits

/// The opcode's matches, found once for each spelling in a text.
struct Opcode {
    std::vector<Candidate> candidates;
    bool takes_label = false, takes_table = false, takes_list = false;
};

/// What a linking directive said: .visible and .weak make no difference here.
enum class Linkage : std::uint8_t { Defined, Extern };

struct Parser {
    Parser(std::string_view text, std::string_view name) : cursor(text, name) {}

    /// Keeps account of what takes memory for few letters of text.
    Result<void> declare(std::uint64_t count);

    Cursor cursor;
    Module module;
    Scope names; ///< of the module
    std::unordered_map<std::string_view, Opcode> opcodes;
    /// What lies behind each label of .debug_str.
    std::unordered_map<std::string_view, std::string> strings;
    std::vector<bool> external;               ///< for each variable of the module: only declared
    std::vector<std::pair<int, int>> aliases; ///< function, and the one that it is
    std::uint64_t declared = 0;
    std::size_t instructions = 0;
    std::uint64_t initial_bytes = 0;
};

/// directives.cpp: the whole text.
Result<void> read_module(Parser& parser);

/// sections.cpp: .section and its braces, of which only the strings are kept.
Result<void> read_section(Parser& parser);

/// places.cpp: .file.
Result<void> read_file(Parser& parser);

/// variables.cpp: what stands between the state space and the name, and what has a name.
struct Attributes {
    Space space = Space::Global;
    Type type = Type::None;
    std::uint64_t vector = 1;
    std::uint64_t align_bytes = 0; ///< 0: that of the type
};
struct Declarator {
    std::string_view name;
    int line = 0;
    std::vector<std::uint64_t> dimensions; ///< the first may be 0: "[]"
    std::uint64_t numbered = 0;            ///< v<4> declares v0 to v3
};
std::optional<Space> space_of(const Token& directive);
Result<Attributes> read_attributes(Parser& parser, Space space);
Result<Declarator> read_declarator(Parser& parser);
Result<Variable> make_variable(Parser& parser, const Attributes& attributes,
                               const Declarator& declarator);
/// From behind the state space up to the semicolon.
Result<void> read_module_variables(Parser& parser, Space space, Linkage linkage);

/// initialisers.cpp: what stands behind the "=".
Result<void> read_initialiser(Parser& parser, Variable& variable, const Declarator& declarator);

/// functions.cpp: from behind .entry or .func to the end of the body.
Result<void> read_function(Parser& parser, bool entry);
/// "(.param .b32 _)", with the names as they stand in the text.
struct Parameters {
    std::vector<Variable> variables;
    std::vector<std::string_view> names;
};
Result<Parameters> read_parameters(Parser& parser);
/// Up to and with the sign that closes "(".
Result<void> skip_parentheses(Parser& parser);

} // namespace lockstep::ptx
