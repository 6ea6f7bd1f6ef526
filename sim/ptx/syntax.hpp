// SPDX-License-Identifier: MIT
// A row of a family's table, taken apart: what family.hpp says about Form::syntax, as data.
#pragma once

#include "sim/base/result.hpp"
#include "sim/ptx/family.hpp"
#include "sim/ptx/type.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lockstep::ptx {

/// One place of the opcode behind its name.
struct ModifierPattern {
    std::vector<std::string_view> words;
    std::vector<Type> types; ///< for each word: the type that it names, or None
    bool optional = false;
};

/// What a register must be. Without any of these: of the opcode's last type.
struct TypeRule {
    Type fixed = Type::None;
    int from = -1; ///< index of the opcode's type; -1: the last
    bool wider = false;
};

struct OperandPattern {
    enum class Kind : std::uint8_t {
        Destination,
        Source,
        Number,
        Address,
        Vector, ///< `writes` tells {d} from {a}
        Parts,
        Label,
        Table,
        Function,
        List,
    };
    Kind kind = Kind::Source;
    bool optional = false;
    bool policy = false; ///< there with .L2::cache_hint, and only then
    bool second = false; ///< d|p
    bool writes = false;
    int count = 0; ///< of a vector; 0: what the opcode's v2, v4, v8 says
    TypeRule type;
};

struct Pattern {
    const Form* form = nullptr;
    const Family* family = nullptr;
    std::string_view opcode; ///< up to the first dot
    std::vector<ModifierPattern> modifiers;
    std::vector<OperandPattern> operands;

    /// Whether a name among the operands may be one of a label.
    bool takes(OperandPattern::Kind kind) const;
};

/// Fails, with the place in the syntax, when a table's row is not written as family.hpp says.
Result<Pattern> compile(const Form& form, const Family& family);

/// An opcode as it stands in the text, matched: one of the ways in which a pattern can be it.
struct Candidate {
    const Pattern* pattern = nullptr;
    std::vector<std::string_view> choices;
    std::vector<Type> types;
    int vector = 1;    ///< 2, 4, 8 for v2, v4, v8
    bool hint = false; ///< L2::cache_hint
};

/// Adds the way in which `opcode` ("add.sat.s32") is of this pattern, if there is one.
void match_opcode(const Pattern& pattern, std::string_view opcode, std::vector<Candidate>& found);

} // namespace lockstep::ptx
