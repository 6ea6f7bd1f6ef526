// SPDX-License-Identifier: MIT
// What an instruction does with the registers of 32 lanes. One file of semantics/ executes what the
// table of the same name in sim/ptx/instructions/ reads; both are new files, and nothing else
// changes.
#pragma once

#include "sim/ptx/module.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lockstep::simt {

using Mask = std::uint32_t; ///< bit i is lane i

/// Where a register lies in a function's frame, in bytes. A register of 1, 2, 4, 8 or 16 bytes is
/// 32 of them, lane by lane, at a multiple of 64 bytes; a predicate is one Mask. Immediates and
/// special registers have slots as well, filled when the function is entered, so that every source
/// is a slot. Their lanes have the type that Chosen::types says; a predicate's are a Mask too, all
/// ones for an immediate other than 0.
using Slot = std::uint32_t;

/// The first slot of every frame is a Mask and belongs to no register: the carry flag CC.CF, which
/// add.cc and its like hand on to addc.
inline constexpr Slot carry_slot = 0;

struct Op;

/// Does the instruction for the lanes of `lanes`, a subset of the warp; other lanes keep their
/// registers. Reads sources before it writes destinations: a slot may be both.
using Execute = void (*)(std::byte* frame, const Op& op, Mask lanes);

/// An instruction made ready. The operands in the order written, lists flattened: {d, a, b} for
/// add, {d, p, a, b} for setp d|p. A destination that is _ has a slot that nobody reads.
struct Op {
    Execute execute =
        nullptr; ///< null: the engine's own (branches, memory, exchanges between lanes)
    std::array<Slot, 6> slots{};
    const Slot* more = nullptr; ///< all operands, when there are more than six (mma)
    Slot guard = 0;             ///< of the guard's predicate, if guarded
    bool guarded = false;
    bool guard_negated = false;
    std::uint32_t detail = 0;      ///< Chosen::detail
    std::uint32_t instruction = 0; ///< index into ptx::Function::instructions
};

struct Chosen {
    Execute execute = nullptr; ///< null: this combination of types and modifiers cannot be executed
    /// The type in which each operand (flattened, destinations too) is read or written: what an
    /// immediate or a special register is to be stored as. Registers lie in lanes of their own
    /// size, even where cvt reads a narrower type from them: `execute` was chosen for the sizes of
    /// the function's registers.
    std::array<ptx::Type, 16> types{};
    /// To be copied to Op::detail: what one Execute needs to know of its modifiers.
    std::uint32_t detail = 0;
    /// An integer division: the last operand is the divisor, and where it is 0 the PTX ISA leaves
    /// the result open. It is all ones here, as on the cards; that it happened is a finding.
    bool divides = false;
};

/// What a file of semantics/ ends with: `extern const Semantics <stem>_semantics`. Several may know
/// an opcode
/// ("add" of integers, of floats); each refuses the types of the others.
struct Semantics {
    std::span<const std::string_view> opcodes; ///< "add", "sub", ...
    Chosen (*choose)(const ptx::Instruction& instruction, const ptx::Function& function);
};

std::span<const Semantics* const> all_semantics();

} // namespace lockstep::simt
