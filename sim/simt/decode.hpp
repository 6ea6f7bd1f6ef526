// SPDX-License-Identifier: MIT
// Turns the instructions of one function into steps. What an instruction needs beside its operands
// goes into the tables of Code.
#pragma once

#include "sim/ptx/flow.hpp"
#include "sim/simt/layout.hpp"

namespace lockstep::simt {

class Decoder {
  public:
    Decoder(Program& program, const ptx::Function& function, Code& code);
    /// Fails at the first instruction that cannot be executed.
    Result<void> decode();
    /// The opcode of the instruction at which decode() failed.
    std::string_view refused() const { return m_refused; }

  private:
    using Operand = ptx::Operand;
    Result<void> decode(const ptx::Instruction& instruction, Step& step);
    Result<void> decode_plain(const ptx::Instruction& instruction, Step& step);
    bool decode_simple(std::string_view opcode, const ptx::Instruction& instruction, Step& step);
    // decode_control.cpp
    bool decode_control(std::string_view opcode, const ptx::Instruction& instruction, Step& step);
    void decode_call(const ptx::Instruction& instruction, Step& step);
    void decode_barrier(std::string_view opcode, const ptx::Instruction& instruction, Step& step);
    void mark_meetings();
    void mark_runs();
    // decode_memory.cpp
    bool decode_memory(std::string_view opcode, const ptx::Instruction& instruction, Step& step);
    bool decode_atomic(std::string_view opcode, const ptx::Instruction& instruction, Step& step);
    bool decode_tiles(const ptx::Instruction& instruction, Step& step);
    bool decode_copy(const ptx::Instruction& instruction, Step& step);
    void decode_address(const Operand& operand, Access& access);
    bool decode_parameter(const ptx::Instruction& instruction, Access& access);
    // decode_exchange.cpp
    bool decode_exchange(std::string_view opcode, const ptx::Instruction& instruction, Step& step);

    /// The slot of an operand. An immediate is stored as `type`.
    Place place(const Operand& operand, ptx::Type type);
    Place variable(const Operand& operand, std::uint8_t bytes);
    Failure refuse(const ptx::Instruction& instruction, std::string_view why);
    template <class T>
    std::uint32_t add(std::vector<T>& table, T entry) {
        table.push_back(std::move(entry));
        return static_cast<std::uint32_t>(table.size() - 1);
    }

    Program& m_program;
    const ptx::Function& m_function;
    Code& m_code;
    Layout m_layout;
    ptx::Flow m_flow;
    std::string_view m_refused;
};

/// prepare(), whose error does not list what is known.
Result<std::shared_ptr<const Program>> prepare_briefly(std::shared_ptr<const ptx::Module> module,
                                                       std::string_view entry,
                                                       std::string_view* refused = nullptr);

/// The bits of an immediate, read in the type in which an instruction wants it.
std::uint64_t immediate_bits(const ptx::Operand& operand, ptx::Type type);

} // namespace lockstep::simt
