// SPDX-License-Identifier: MIT
// An instruction family: instructions that the PTX ISA describes on one page. One file of
// instructions/ holds its table, written like the syntax boxes of the manual; the reader accepts
// what some table says, and nothing else.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lockstep::ptx {

/// One row: "add[.sat].s32 d, a, b" or "mul.<hi|lo>.<u16|s16|u32|s32|u64|s64> d, a, b".
/// In the opcode <x|y> is a choice and [.x] or [.<x|y>] may be left out. An alternative that names
/// a type (sim/ptx/type.hpp) becomes one of Instruction::types, any other one of its choices.
/// Operands:
///     d       a destination: a register or _
///     d|p     a destination with a second one, a predicate, that may be left out
///     a b c   a source, by any other name: register, special register, immediate or the address
///             of a variable; !p too
///     n       an integer that stands in the text
///     [a]     an address
///     {d} {a} a register, or a vector of as many as the opcode's v2, v4, v8 says
///     label, table, function, (list)
///     policy  a source that goes with .L2::cache_hint
/// and an operand between brackets, like "[, c]", may be left out. A register must have the size
/// and kind of the last type of the opcode, or of what follows a colon:
///     c:u32 c:pred  of this type          c:1  of the first type of the opcode
///     c:+ c:1+      or wider              {d:f32*4}  a vector of four
///     {d:parts}     a vector of registers that are as large together
struct Form {
    std::string_view syntax;
    std::string_view sentence; ///< what it does, for the learner who points at it
};

struct Family {
    std::string_view name;    ///< "integer arithmetic"
    std::string_view section; ///< of the PTX ISA: "9.7.1"
    std::span<const Form> forms;
};

/// Every family. The build writes the list from the names of the files: instructions/<stem>.cpp
/// ends with `extern const Family <stem>_family`.
std::span<const Family* const> all_families();

} // namespace lockstep::ptx
