// SPDX-License-Identifier: MIT
// The control-flow graph of a function: where lanes that part can meet again.
#pragma once

#include "sim/ptx/module.hpp"

#include <vector>

namespace lockstep::ptx {

struct Flow {
    /// For instruction i: the instruction at which every way from i to the end of the function has
    /// arrived, other than i itself (its immediate post-dominator). `exit` stands for the end: one
    /// past the last instruction. Loops without an exit count as having an edge to it, from their
    /// last block.
    std::vector<int> meets_at;
    /// First instruction of the basic block of i, for showing.
    std::vector<int> block_of;
    int exit = 0;
};

Flow find_flow(const Function& function);

} // namespace lockstep::ptx
