// SPDX-License-Identifier: MIT
// The registers of a frame by the names that they have in the PTX, and which of them an instruction
// writes.
#pragma once

#include "sim/simt/trace.hpp"
#include "sim/simt/warp.hpp"

#include <functional>

namespace lockstep::simt {

/// Calls f(register) for each register that the instruction may write: an index into
/// ptx::Function::registers.
void each_written_register(const ptx::Instruction& instruction, const std::function<void(int)>& f);

/// `written` says of each instruction of the function whether it has been executed.
RegistersView read_registers(const Program& program, const Frame& frame,
                             const std::vector<bool>& executed);

} // namespace lockstep::simt
