// SPDX-License-Identifier: MIT
// Loads, stores, atomics, asynchronous copies.
#include "sim/simt/atomics.hpp"
#include "sim/simt/decode.hpp"
#include "sim/simt/engines.hpp"
#include "sim/simt/moves.hpp"

#include <algorithm>

namespace lockstep::simt {

static ptx::Space space_of(const ptx::Instruction& instruction) {
    static constexpr std::pair<std::string_view, ptx::Space> words[] = {
        {"global", ptx::Space::Global},
        {"shared", ptx::Space::Shared},
        {"shared::cta", ptx::Space::Shared},
        {"shared::cluster", ptx::Space::Shared}, // a block is a cluster of its own
        {"local", ptx::Space::Local},
        {"const", ptx::Space::Const},
        {"param", ptx::Space::Param},
        {"param::entry", ptx::Space::Param},
        {"param::func", ptx::Space::Param}};
    for (const auto& [word, space] : words)
        if (instruction.has(word))
            return space;
    return ptx::Space::Generic;
}

static bool is_strong(const ptx::Instruction& instruction) {
    return instruction.has("volatile") || instruction.has("relaxed") ||
           instruction.has("acquire") || instruction.has("release") || instruction.has("mmio");
}

static int vector_length(const ptx::Operand& operand) {
    return operand.form == ptx::Operand::Form::List ? static_cast<int>(operand.parts.size()) : 1;
}

void Decoder::decode_address(const Operand& operand, Access& access) {
    const Operand& base = operand.parts.empty() ? operand : operand.parts[0];
    access.offset = operand.form == Operand::Form::Address ? operand.bits : 0;
    access.cache = m_program.cache_count++;
    if (access.space == ptx::Space::Shared || access.space == ptx::Space::Generic)
        m_program.shared_granule = std::min(m_program.shared_granule, std::uint32_t{access.width});
    if (base.form == Operand::Form::Immediate) {
        access.offset += base.bits;
        access.address = m_layout.constant(0, 8);
    } else {
        access.address = place(base, ptx::Type::U64);
    }
}

/// ld.param and st.param of a function's frame, whose addresses are known here.
bool Decoder::decode_parameter(const ptx::Instruction& instruction, Access& access) {
    const bool loads = access.kind == AccessKind::Load;
    const Operand& address = instruction.operands[loads ? 1 : 0];
    if (address.parts.empty() || address.parts[0].form != Operand::Form::Variable)
        return false;
    const Operand& base = address.parts[0];
    const auto index = static_cast<std::size_t>(base.index);
    access.offset = address.bits + base.bits;
    switch (base.where) {
    case Operand::Where::Parameter:
        if (m_function.entry) {
            access.offset += m_program.parameter_offsets[index];
            return loads;
        }
        access.parameter = m_code.parameters[index];
        return true;
    case Operand::Where::Result:
        access.parameter = m_code.results[index];
        return true;
    case Operand::Where::Function:
        access.parameter = m_layout.passed(base.index);
        return true;
    case Operand::Where::Module:
        break;
    }
    return false;
}

bool Decoder::decode_memory(std::string_view opcode, const ptx::Instruction& instruction,
                            Step& step) {
    if (opcode == "atom" || opcode == "red")
        return decode_atomic(opcode, instruction, step);
    if (opcode == "cp")
        return decode_copy(instruction, step);
    if (opcode == "ldmatrix")
        return decode_tiles(instruction, step);
    const bool loads = opcode == "ld" || opcode == "ldu";
    if ((!loads && opcode != "st") || instruction.types.empty())
        return false;
    Access access;
    access.kind = loads ? AccessKind::Load : AccessKind::Store;
    access.space = opcode == "ldu" ? ptx::Space::Global : space_of(instruction);
    access.strong = is_strong(instruction);
    const ptx::Type type = instruction.types.back();
    access.width = static_cast<std::uint8_t>(ptx::size_bytes(type));
    const Operand& data = instruction.operands[loads ? 0 : 1];
    access.count = static_cast<std::uint8_t>(vector_length(data));
    int reg = access.width;
    for (int k = 0; k < access.count && k < 8; ++k) {
        const Operand& part =
            data.form == Operand::Form::List ? data.parts[static_cast<std::size_t>(k)] : data;
        if (part.form == Operand::Form::Register)
            reg = m_layout.reg(part.index).bytes;
    }
    for (int k = 0; k < access.count && k < 8; ++k) {
        const auto i = static_cast<std::size_t>(k);
        const Operand& part = data.form == Operand::Form::List ? data.parts[i] : data;
        Place where = place(part, type);
        if (part.form == Operand::Form::Immediate)
            where = m_layout.constant(immediate_bits(part, type), static_cast<std::uint8_t>(reg));
        access.data[i] = where;
    }
    access.move = loads ? choose_load(access.width, reg, ptx::kind_of(type) == ptx::Kind::Signed)
                        : choose_store(access.width, reg);
    if (access.move == nullptr || access.count > 8)
        return false;
    if (access.space == ptx::Space::Param && decode_parameter(instruction, access)) {
        const bool frame = access.parameter.slot != no_slot;
        step.engine =
            !frame ? load_launch_parameter : (loads ? load_frame_parameter : store_frame_parameter);
    } else {
        decode_address(instruction.operands[loads ? 1 : 0], access);
        step.engine = loads ? load : store;
    }
    step.extra = add(m_code.accesses, access);
    return true;
}

bool Decoder::decode_atomic(std::string_view opcode, const ptx::Instruction& instruction,
                            Step& step) {
    static constexpr std::string_view operations[] = {"add", "min",  "max", "and", "or",
                                                      "xor", "exch", "cas", "inc", "dec"};
    const auto* operation = std::ranges::find_if(
        operations, [&](std::string_view word) { return instruction.has(word); });
    if (operation == std::end(operations) || instruction.types.empty())
        return false;
    const bool result = opcode == "atom";
    const ptx::Type type = instruction.types.back();
    const std::vector<Operand>& operands = instruction.operands;
    const std::size_t source = result ? 2 : 1;
    Access access;
    access.kind = AccessKind::Atomic;
    access.space = space_of(instruction);
    access.strong = true;
    access.width = static_cast<std::uint8_t>(ptx::size_bytes(type));
    const Atomic atomic = choose_atomic(*operation, type);
    const bool swaps = *operation == "cas";
    access.update = atomic.update;
    access.update_together = atomic.together;
    access.same_in_any_order =
        atomic.together != nullptr && (!result || operands[0].form == Operand::Form::Sink);
    if (access.update == nullptr || operands[source].form == Operand::Form::List)
        return false;
    if (result)
        access.result = place(operands[0], type);
    if (swaps)
        access.compare = place(operands[source], type);
    access.data[0] = place(operands[source + (swaps ? 1 : 0)], type);
    decode_address(operands[source - 1], access);
    step.engine = update_memory;
    step.extra = add(m_code.accesses, access);
    return true;
}

bool Decoder::decode_tiles(const ptx::Instruction& instruction, Step& step) {
    const std::vector<Operand>& tiles = instruction.operands[0].parts;
    Access access;
    access.space = space_of(instruction);
    access.width = 16; // a row of eight halves
    access.tiles = static_cast<std::uint8_t>(tiles.size());
    access.transposed = instruction.has("trans");
    for (std::size_t k = 0; k < tiles.size(); ++k)
        access.data[k] = place(tiles[k], ptx::Type::B32);
    decode_address(instruction.operands[1], access);
    step.engine = load_matrix;
    step.extra = add(m_code.accesses, access);
    return true;
}

bool Decoder::decode_copy(const ptx::Instruction& instruction, Step& step) {
    if (!instruction.has("async") || instruction.has("bulk"))
        return false;
    // The copy is done at once, so that committing and waiting have nothing left to do.
    if (instruction.has("commit_group") || instruction.has("wait_group") ||
        instruction.has("wait_all")) {
        step.engine = do_nothing;
        return true;
    }
    const std::vector<Operand>& operands = instruction.operands;
    if (operands.size() < 3 || operands[2].form != Operand::Form::Immediate)
        return false;
    Access to, from;
    const auto size = static_cast<std::uint8_t>(operands[2].bits);
    to.kind = AccessKind::Store;
    to.space = ptx::Space::Shared;
    from.space = ptx::Space::Global;
    to.width = from.width = size;
    to.move = choose_store(size, size);
    from.move = choose_load(size, size, false);
    if (to.move == nullptr || from.move == nullptr)
        return false;
    to.data[0] = from.data[0] = m_layout.scratch(size);
    decode_address(operands[0], to);
    decode_address(operands[1], from);
    Copy copy;
    copy.to = add(m_code.accesses, to);
    copy.from = add(m_code.accesses, from);
    if (operands.size() > 3)
        copy.read = place(operands[3],
                          operands[3].type == ptx::Type::Pred ? ptx::Type::Pred : ptx::Type::U32);
    step.engine = copy_async;
    step.extra = add(m_code.copies, copy);
    return true;
}

} // namespace lockstep::simt
