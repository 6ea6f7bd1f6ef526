// SPDX-License-Identifier: MIT
// What the engine executes of what sim/ptx reads, for whoever used something else. There is no list
// that could grow old: examples of the rows are tried.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::simt {

/// Every opcode of which the engine executes some form, sorted: "abs", "activemask", ... Made once.
const std::vector<std::string>& executed_opcodes();

/// The forms of the opcode that are executed, or where none is, the opcodes that are: sentences for
/// an error. Takes some milliseconds, the first time tens of them.
std::string known_forms(std::string_view opcode);

} // namespace lockstep::simt
