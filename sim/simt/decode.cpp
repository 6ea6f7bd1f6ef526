// SPDX-License-Identifier: MIT
#include "sim/simt/decode.hpp"

#include "sim/simt/cast.hpp"
#include "sim/simt/engines.hpp"
#include "sim/simt/semantics/choose.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

std::string where_of(const ptx::Module& module, int line) {
    return fmt::format("{}:{}", module.name, line);
}

std::uint64_t immediate_bits(const ptx::Operand& operand, ptx::Type type) {
    if (ptx::kind_of(type) != ptx::Kind::Float || ptx::kind_of(operand.type) != ptx::Kind::Float)
        return operand.bits;
    const double value =
        operand.type == ptx::Type::F32
            ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(operand.bits)))
            : std::bit_cast<double>(operand.bits);
    if (type == ptx::Type::F64)
        return std::bit_cast<std::uint64_t>(value);
    if (type == ptx::Type::F32)
        return operand.type == ptx::Type::F32
                   ? operand.bits
                   : std::bit_cast<std::uint32_t>(static_cast<float>(value));
    return operand.bits;
}

Decoder::Decoder(Program& program, const ptx::Function& function, Code& code)
    : m_program(program), m_function(function), m_code(code), m_layout(function, code),
      m_flow(ptx::find_flow(function)) {}

Failure Decoder::refuse(const ptx::Instruction& instruction, std::string_view why) {
    m_refused = opcode_of(instruction);
    const ptx::Module& module = *m_program.module;
    const auto line = static_cast<std::size_t>(instruction.line);
    std::string text = line >= 1 && line <= module.lines.size()
                           ? module.lines[line - 1]
                           : std::string(instruction.form->syntax);
    text.erase(0, text.find_first_not_of(" \t"));
    return fail(where_of(module, instruction.line),
                fmt::format("'{}' cannot be executed: {}.", text, why),
                "The kernel has to do without it to be simulated.");
}

Result<void> Decoder::decode() {
    m_code.steps.resize(m_function.instructions.size());
    for (std::size_t i = 0; i < m_code.steps.size(); ++i) {
        Step& step = m_code.steps[i];
        const ptx::Instruction& instruction = m_function.instructions[i];
        step.op.instruction = static_cast<std::uint32_t>(i);
        if (instruction.guard.reg >= 0) {
            step.op.guarded = true;
            step.op.guard_negated = instruction.guard.negated;
            step.op.guard = m_layout.reg(instruction.guard.reg).slot;
        }
        LOCKSTEP_CHECK(decode(instruction, step));
    }
    mark_meetings();
    // Whoever runs past the last instruction returns; no way leads here in a correct function.
    Step& last = m_code.steps.emplace_back();
    last.kind = m_function.entry ? StepKind::Exit : StepKind::Return;
    last.op.instruction = static_cast<std::uint32_t>(m_code.steps.size() - 2);
    mark_runs();
    m_layout.finish();
    return {};
}

Result<void> Decoder::decode(const ptx::Instruction& instruction, Step& step) {
    const std::string_view opcode = opcode_of(instruction);
    if (decode_control(opcode, instruction, step) || decode_memory(opcode, instruction, step) ||
        decode_exchange(opcode, instruction, step) || decode_simple(opcode, instruction, step))
        return {};
    return decode_plain(instruction, step);
}

/// What the engine does in a line or two: addresses, hints, fences.
bool Decoder::decode_simple(std::string_view opcode, const ptx::Instruction& instruction,
                            Step& step) {
    // Every access is done when its instruction is, so there is nothing to wait for or to order.
    static constexpr std::string_view nothing[] = {
        "membar",  "fence", "prefetch",      "prefetchu",  "nanosleep",     "pmevent",
        "discard", "brkpt", "applypriority", "setmaxnreg", "griddepcontrol"};
    if (std::ranges::find(nothing, opcode) != std::end(nothing)) {
        step.engine = do_nothing;
        return true;
    }
    if (opcode == "cvta" || opcode == "isspacep") {
        static constexpr std::pair<std::string_view, std::uint64_t> windows[] = {
            {"shared", shared_start},          {"shared::cta", shared_start},
            {"shared::cluster", shared_start}, {"local", local_start},
            {"global", global_start},          {"const", constant_start},
            {"param", constant_start},         {"param::entry", constant_start}};
        for (const auto& [name, start] : windows) {
            if (!instruction.has(name))
                continue;
            const bool test = opcode == "isspacep";
            // Global and constant memory have their generic addresses in their own space too.
            const bool moves = start == shared_start || start == local_start;
            step.extra = static_cast<std::uint32_t>(start >> 32);
            step.engine =
                test ? is_in_space
                     : (!moves ? copy_address : (instruction.has("to") ? to_space : to_generic));
            const ptx::Type type = last_type(instruction);
            const Place source =
                place(instruction.operands[1], type == ptx::Type::None ? ptx::Type::U64 : type);
            step.op.slots[0] = place(instruction.operands[0], type).slot;
            step.op.slots[1] = source.slot;
            step.divisor_bytes = source.bytes;
            return true;
        }
    }
    return false;
}

/// Registers into registers: what semantics/ executes.
Result<void> Decoder::decode_plain(const ptx::Instruction& instruction, Step& step) {
    const std::string_view opcode = opcode_of(instruction);
    const std::vector<const Operand*> operands = operands_of(instruction);
    for (const Semantics* semantics : all_semantics()) {
        if (std::ranges::find(semantics->opcodes, opcode) == semantics->opcodes.end())
            continue;
        const Chosen chosen = semantics->choose(instruction, m_function);
        if (chosen.execute == nullptr)
            continue;
        std::vector<Place> places;
        for (std::size_t k = 0; k < operands.size(); ++k)
            places.push_back(place(*operands[k], chosen.types[std::min<std::size_t>(k, 15)]));
        for (std::size_t k = 0; k < std::min<std::size_t>(places.size(), 6); ++k)
            step.op.slots[k] = places[k].slot;
        if (places.size() > 6) {
            auto slots = std::make_unique<Slot[]>(places.size());
            for (std::size_t k = 0; k < places.size(); ++k)
                slots[k] = places[k].slot;
            step.op.more = slots.get();
            m_code.long_operands.push_back(std::move(slots));
        }
        step.op.execute = chosen.execute;
        step.op.detail = chosen.detail;
        step.divides = chosen.divides;
        if (chosen.divides)
            step.target = places.back().slot, step.divisor_bytes = places.back().bytes;
        for (const Operand* operand : operands) {
            const auto special = static_cast<ptx::Special>(operand->index);
            if (operand->form == Operand::Form::Special && is_clock(special))
                step.kind = StepKind::Clock;
        }
        return {};
    }
    return refuse(instruction, "no rule for these types and modifiers");
}

} // namespace lockstep::simt
