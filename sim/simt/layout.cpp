// SPDX-License-Identifier: MIT
#include "sim/simt/layout.hpp"

namespace lockstep::simt {

static constexpr std::uint32_t lanes = 32;

static std::uint8_t lane_bytes(ptx::Type type) {
    return type == ptx::Type::Pred ? 0 : static_cast<std::uint8_t>(ptx::size_bytes(type));
}

Layout::Layout(const ptx::Function& function, Code& code) : m_function(function), m_code(code) {
    // Predicates first, side by side: they share cache lines.
    code.register_slots.resize(function.registers.size());
    for (std::size_t i = 0; i < function.registers.size(); ++i) {
        if (function.registers[i].type != ptx::Type::Pred)
            continue;
        code.register_slots[i] = m_end;
        m_end += sizeof(Mask);
    }
    m_end = (m_end + 63) / 64 * 64;
    for (std::size_t i = 0; i < function.registers.size(); ++i) {
        if (function.registers[i].type != ptx::Type::Pred)
            code.register_slots[i] = take(lane_bytes(function.registers[i].type) * lanes);
    }
    const auto parameter = [this](const ptx::Variable& variable) {
        const auto bytes = static_cast<std::uint32_t>(variable.size_bytes);
        return ParameterSlot{take(bytes * lanes), bytes};
    };
    for (const ptx::Variable& variable : function.results)
        code.results.push_back(parameter(variable));
    for (const ptx::Variable& variable : function.parameters)
        code.parameters.push_back(function.entry ? ParameterSlot{} : parameter(variable));
    for (const ptx::Variable& variable : function.variables) {
        const bool passed = variable.space == ptx::Space::Param;
        m_passed.push_back(passed ? parameter(variable) : ParameterSlot{});
        std::uint64_t offset = 0;
        if (variable.space == ptx::Space::Local) {
            const std::uint64_t align = std::max<std::uint64_t>(variable.align_bytes, 1);
            offset = (code.local_bytes + align - 1) / align * align;
            code.local_bytes = static_cast<std::uint32_t>(offset + variable.size_bytes);
        }
        m_local_offsets.push_back(offset);
    }
    m_scratch = take(16 * lanes);
    code.zeroed_bytes = m_end;
}

Slot Layout::take(std::uint32_t bytes) {
    const Slot slot = m_end;
    m_end += (bytes + 63) / 64 * 64;
    return slot;
}

Place Layout::reg(int index) const {
    const auto i = static_cast<std::size_t>(index);
    return {m_code.register_slots[i], lane_bytes(m_function.registers[i].type)};
}

Place Layout::keep(const Constant& constant) {
    const auto key = std::tuple(static_cast<int>(constant.origin), constant.bits, constant.variable,
                                static_cast<int>(constant.bytes));
    const auto [found, added] = m_constants.try_emplace(key, 0);
    if (added) {
        found->second = take(std::max<std::uint32_t>(constant.bytes, 1) * lanes);
        m_code.constants.push_back(constant);
        m_code.constants.back().slot = found->second;
    }
    return {found->second, constant.bytes};
}

Place Layout::constant(std::uint64_t bits, std::uint8_t bytes) {
    return keep({0, bytes, Constant::Origin::Bits, bits, -1});
}

Place Layout::address(Constant::Origin origin, int variable, std::uint64_t addend,
                      std::uint8_t bytes) {
    return keep({0, bytes, origin, addend, variable});
}

Place Layout::special(ptx::Special special, std::uint8_t bytes) {
    const auto [found, added] = m_specials.try_emplace({static_cast<int>(special), bytes}, 0);
    if (added) {
        found->second = take(std::max<std::uint32_t>(bytes, 1) * lanes);
        m_code.specials.push_back({found->second, bytes, special});
    }
    return {found->second, bytes};
}

ParameterSlot Layout::passed(int variable) const {
    return m_passed[static_cast<std::size_t>(variable)];
}

void Layout::finish() {
    m_code.local_bytes = (m_code.local_bytes + 15) / 16 * 16;
    m_code.frame_bytes = m_end;
}

} // namespace lockstep::simt
