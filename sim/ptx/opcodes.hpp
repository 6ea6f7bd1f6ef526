// SPDX-License-Identifier: MIT
// Every row of every family, by opcode. Made once, when the first text is read.
#pragma once

#include "sim/ptx/syntax.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::ptx {

/// Every way in which "ld.global.f32" is written in a table, in the order of the tables.
std::vector<Candidate> candidates_of(std::string_view opcode);

/// All patterns, in the order of the tables.
std::span<const Pattern> all_patterns();

/// What to do about an opcode that no table has: the forms that come nearest, and all opcodes.
std::string remedy_for(std::string_view opcode);
/// The forms of this pattern's opcode, for an error about operands.
std::string form_list(std::span<const Candidate> candidates);

} // namespace lockstep::ptx
