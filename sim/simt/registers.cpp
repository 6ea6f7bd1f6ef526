// SPDX-License-Identifier: MIT
#include "sim/simt/registers.hpp"

#include "sim/ptx/opcodes.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace lockstep::simt {

using ptx::Operand;
using ptx::OperandPattern;

static const ptx::Pattern* pattern_of(const ptx::Form* form) {
    static const auto patterns = [] {
        std::unordered_map<const ptx::Form*, const ptx::Pattern*> made;
        for (const ptx::Pattern& one : ptx::all_patterns())
            made.emplace(one.form, &one);
        return made;
    }();
    const auto found = patterns.find(form);
    return found == patterns.end() ? nullptr : found->second;
}

static void each_register(const Operand& operand, const std::function<void(int)>& f) {
    if (operand.form == Operand::Form::Register)
        f(operand.index);
    if (operand.form == Operand::Form::List)
        for (const Operand& part : operand.parts)
            each_register(part, f);
}

void each_written_register(const ptx::Instruction& instruction, const std::function<void(int)>& f) {
    const ptx::Pattern* pattern = pattern_of(instruction.form);
    if (pattern == nullptr)
        return;
    // What may be left out comes behind all that is written.
    const std::size_t count = std::min(pattern->operands.size(), instruction.operands.size());
    for (std::size_t i = 0; i < count && !pattern->operands[i].optional; ++i)
        if (pattern->operands[i].kind == OperandPattern::Kind::Destination ||
            pattern->operands[i].writes)
            each_register(instruction.operands[i], f);
}

static RegisterView read_register(const ptx::Register& reg, const Frame& frame, Slot slot) {
    RegisterView made;
    made.name = reg.name;
    made.type = reg.type;
    const std::byte* from = frame.slots + slot;
    if (reg.type == ptx::Type::Pred) {
        Mask mask = 0;
        std::memcpy(&mask, from, sizeof mask);
        for (std::size_t lane = 0; lane < 32; ++lane)
            made.low[lane] = mask >> lane & 1;
        return made;
    }
    const auto bytes = static_cast<std::size_t>(ptx::size_bytes(reg.type));
    for (std::size_t lane = 0; lane < 32; ++lane) {
        std::memcpy(&made.low[lane], from + lane * bytes, std::min<std::size_t>(bytes, 8));
        if (bytes == 16)
            std::memcpy(&made.high[lane], from + lane * bytes + 8, 8);
    }
    return made;
}

RegistersView read_registers(const Program& program, const Frame& frame,
                             const std::vector<bool>& executed) {
    const ptx::Function& function = program.function(*frame.code);
    RegistersView made;
    made.function = frame.code->function;
    made.lanes = frame.live;
    for (std::size_t i = 0; i < function.registers.size(); ++i)
        made.registers.push_back(
            read_register(function.registers[i], frame, frame.code->register_slots[i]));
    for (std::size_t i = 0; i < function.instructions.size() && i < executed.size(); ++i)
        if (executed[i])
            each_written_register(function.instructions[i], [&](int reg) {
                made.registers[static_cast<std::size_t>(reg)].written = true;
            });
    return made;
}

} // namespace lockstep::simt
