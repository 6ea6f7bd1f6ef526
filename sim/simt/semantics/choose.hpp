// SPDX-License-Identifier: MIT
// What the files of this folder ask of an instruction: its opcode, its modifiers, its operands one
// by one.
#pragma once

#include "sim/simt/semantics.hpp"

#include <vector>

namespace lockstep::simt {

inline std::string_view opcode_of(const ptx::Instruction& instruction) {
    const std::string_view syntax = instruction.form->syntax;
    return syntax.substr(0, syntax.find_first_of(".[< "));
}

inline ptx::Type last_type(const ptx::Instruction& instruction) {
    return instruction.types.empty() ? ptx::Type::None : instruction.types.back();
}

/// The first of `words` that is one of the modifiers, as its index; -1: none of them.
template <class... Word>
int which(const ptx::Instruction& instruction, Word... words) {
    int found = -1, index = 0;
    ((found = found < 0 && instruction.has(words) ? index : found, ++index), ...);
    return found;
}

inline void flatten(const ptx::Operand& operand, std::vector<const ptx::Operand*>& flat) {
    if (operand.form != ptx::Operand::Form::List) {
        flat.push_back(&operand);
        return;
    }
    for (const ptx::Operand& part : operand.parts)
        flatten(part, flat);
}

/// In the order of Op::slots.
inline std::vector<const ptx::Operand*> operands_of(const ptx::Instruction& instruction) {
    std::vector<const ptx::Operand*> flat;
    for (const ptx::Operand& operand : instruction.operands)
        flatten(operand, flat);
    return flat;
}

/// All operands of one type; what differs is said after it: `chosen(execute, type, {{3,
/// Type::U32}})`.
struct Differs {
    std::size_t operand;
    ptx::Type type;
};
inline Chosen chosen(Execute execute, ptx::Type type, std::initializer_list<Differs> differs = {}) {
    Chosen result{.execute = execute};
    result.types.fill(type);
    for (const Differs& one : differs)
        result.types[one.operand] = one.type;
    return result;
}

} // namespace lockstep::simt
