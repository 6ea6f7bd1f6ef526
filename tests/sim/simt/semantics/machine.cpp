// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <algorithm>
#include <cstring>

namespace lockstep::simt {

static constexpr std::size_t slot_bytes = 512; // 32 lanes of 16 bytes

static Chosen choose(const Line& line) {
    for (const Semantics* semantics : all_semantics()) {
        if (std::find(semantics->opcodes.begin(), semantics->opcodes.end(), line.form.syntax) ==
            semantics->opcodes.end())
            continue;
        const Chosen chosen = semantics->choose(line.instruction, line.function);
        if (chosen.execute != nullptr)
            return chosen;
    }
    return {};
}

static void flatten(const ptx::Operand& operand, std::vector<const ptx::Operand*>& flat) {
    if (operand.form == ptx::Operand::Form::List)
        for (const ptx::Operand& part : operand.parts)
            flatten(part, flat);
    else
        flat.push_back(&operand);
}

Machine::Machine(const std::string& text, std::size_t written)
    : m_line(assemble(text)), m_written(written), m_chosen(choose(*m_line)) {
    std::vector<const ptx::Operand*> flat;
    for (const ptx::Operand& operand : m_line->instruction.operands)
        flatten(operand, flat);
    m_frame.resize((64 + slot_bytes * flat.size()) / 64);
    for (std::size_t k = 0; k < flat.size(); ++k) {
        const bool is_register = flat[k]->form == ptx::Operand::Form::Register;
        const ptx::Type type = is_register ? flat[k]->type : m_chosen.types[k];
        m_predicate.push_back(type == ptx::Type::Pred);
        m_bytes.push_back(ptx::size_bytes(type));
        m_slots.push_back(static_cast<Slot>(64 + slot_bytes * k));
        m_immediate.push_back(false);
        for (int lane = 0; flat[k]->form == ptx::Operand::Form::Immediate && lane < 32; ++lane)
            set(k, lane, flat[k]->bits);
        m_immediate.back() = flat[k]->form == ptx::Operand::Form::Immediate;
    }
}

void Machine::set(std::size_t operand, int lane, std::uint64_t bits) {
    if (m_immediate[operand])
        return;
    std::byte* slot = frame() + m_slots[operand];
    if (m_predicate[operand]) {
        Mask mask;
        std::memcpy(&mask, slot, sizeof mask);
        const Mask bit = Mask(1) << lane;
        mask = bits & 1 ? mask | bit : mask & ~bit;
        std::memcpy(slot, &mask, sizeof mask);
    } else {
        const auto size = static_cast<std::size_t>(m_bytes[operand]);
        std::memset(slot + size * static_cast<std::size_t>(lane), 0, size);
        std::memcpy(slot + size * static_cast<std::size_t>(lane), &bits,
                    std::min<std::size_t>(size, 8));
    }
}

std::uint64_t Machine::get(std::size_t operand, int lane) const {
    const std::byte* slot = frame() + m_slots[operand];
    std::uint64_t bits = 0;
    if (m_predicate[operand]) {
        Mask mask;
        std::memcpy(&mask, slot, sizeof mask);
        return mask >> lane & 1;
    }
    const auto size = static_cast<std::size_t>(m_bytes[operand]);
    std::memcpy(&bits, slot + size * static_cast<std::size_t>(lane),
                std::min<std::size_t>(size, 8));
    return bits;
}

void Machine::set_carry(Mask carry) {
    std::memcpy(frame() + carry_slot, &carry, sizeof carry);
}
Mask Machine::carry() const {
    Mask carry;
    std::memcpy(&carry, frame() + carry_slot, sizeof carry);
    return carry;
}

void Machine::run(Mask lanes) {
    Op op;
    op.execute = m_chosen.execute;
    op.detail = m_chosen.detail;
    std::copy_n(m_slots.begin(), std::min(m_slots.size(), op.slots.size()), op.slots.begin());
    if (m_slots.size() > op.slots.size())
        op.more = m_slots.data();
    op.execute(frame(), op, lanes);
}

} // namespace lockstep::simt
