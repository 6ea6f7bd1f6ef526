// SPDX-License-Identifier: MIT
// Instructions made from the rows of the tables. Whoever executes PTX tries them, to say which rows
// it knows; tests read them back.
#pragma once

#include "sim/ptx/opcodes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::ptx {

struct Example {
    const Pattern* pattern = nullptr;
    std::vector<int> picked; ///< for each modifier: which word; -1: left out
    bool with_optional = false;
    std::string text; ///< "add.s32 r0, r1, r2;"
};

/// Every alternative of every place at least once, the others of its row as they come first, and
/// operands that may be left out with and without.
std::vector<Example> examples_of(const Pattern& pattern);

/// The text of a module whose last function, the entry "kernel", consists of these instructions and
/// a ret. It has the registers, variables and labels that examples use.
std::string module_around(std::string_view instructions);

} // namespace lockstep::ptx
