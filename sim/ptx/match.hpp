// SPDX-License-Identifier: MIT
// Whether operands are what a form asks for: their number, their forms and their types (PTX
// ISA 9.4).
#pragma once

#include "sim/ptx/module.hpp"
#include "sim/ptx/syntax.hpp"

#include <optional>
#include <span>
#include <string>

namespace lockstep::ptx {

struct Misfit {
    std::size_t operand = 0; ///< the first that does not fit
    std::string why;         ///< "operand 2 is a register of type f32, where the type is s32"
};

/// Nothing when they fit.
std::optional<Misfit> misfit(const Candidate& candidate, std::span<const Operand> operands);

} // namespace lockstep::ptx
