// SPDX-License-Identifier: MIT
// What an instruction does with the registers of 32 lanes. One file of semantics/ executes what the
// table of the same name in sim/ptx/instructions/ reads; both are new files, and nothing else changes.
#pragma once

#include "sim/ptx/module.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lockstep::simt {

using Mask = std::uint32_t; ///< bit i is lane i

/// Where a register lies in a function's frame, in bytes. A register of 1, 2, 4, 8 or 16 bytes is 32 of
/// them, lane by lane, at a multiple of 64 bytes; a predicate is one Mask. Immediates and special registers
/// have slots as well, filled when the function is entered, so that every source is a slot.
using Slot = std::uint32_t;

struct Op;

/// Does the instruction for the lanes of `lanes`, a subset of the warp; other lanes keep their registers.
/// Reads sources before it writes destinations: a slot may be both.
using Execute = void (*)(std::byte* frame, const Op& op, Mask lanes);

/// An instruction made ready. The operands in the order written, lists flattened: {d, a, b} for add,
/// {d, p, a, b} for setp d|p. A destination that is _ has a slot that nobody reads.
struct Op {
    Execute execute = nullptr; ///< null: the engine's own (branches, memory, exchanges between lanes)
    std::array<Slot, 6> slots{};
    const Slot* more = nullptr; ///< all operands, when there are more than six (mma)
    Slot guard = 0;             ///< of the guard's predicate, if guarded
    bool guarded = false;
    bool guard_negated = false;
    std::uint32_t instruction = 0; ///< index into ptx::Function::instructions
};

struct Chosen {
    Execute execute = nullptr; ///< null: this combination of types and modifiers cannot be executed
    /// In which type each operand (flattened, destinations too) is read or written, for immediates and for
    /// registers that are wider than the instruction's type. None: the last type of the instruction.
    std::array<ptx::Type, 6> types{};
};

/// What a file of semantics/ ends with: `extern const Semantics <stem>_semantics`.
struct Semantics {
    std::span<const std::string_view> opcodes; ///< "add", "sub", ...
    Chosen (*choose)(const ptx::Instruction& instruction, const ptx::Function& function);
};

std::span<const Semantics* const> all_semantics();

} // namespace lockstep::simt
