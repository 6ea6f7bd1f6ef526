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

/// Nothing when they fit; else a sentence that says which operand does not, and why.
std::optional<std::string> misfit(const Candidate& candidate, std::span<const Operand> operands);

} // namespace lockstep::ptx
