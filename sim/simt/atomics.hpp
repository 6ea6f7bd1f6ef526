// SPDX-License-Identifier: MIT
// Read-modify-write of one place in memory: atom and red.
#pragma once

#include "sim/simt/step.hpp"

#include <string_view>

namespace lockstep::simt {

struct Atomic {
    Update update = nullptr;   ///< by the only thread of the program; null: there is no such atomic
    Update together = nullptr; ///< while other threads update the same word; only where the
                               ///< outcome is the same in any order
};

/// "add", "min", "max", "and", "or", "xor", "exch", "cas", "inc", "dec" of a type.
Atomic choose_atomic(std::string_view operation, ptx::Type type);

} // namespace lockstep::simt
