// SPDX-License-Identifier: MIT
// One instruction from a line like "setp.lt.and.s32 %p1|%p2, %r1, 5, !%p3", without the tables of
// sim/ptx/instructions: what is tested here is what choose() accepts, whoever may write it.
#pragma once

#include "sim/ptx/module.hpp"

#include <memory>
#include <string>

namespace lockstep::simt {

/// Types of registers by their names: %p predicate, %h 8 bits, %rs 16, %r 32, %rd 64, %rq 128, %f
/// f32, %fd f64.
struct Line {
    std::string text;
    ptx::Form form;
    ptx::Function function;
    ptx::Instruction instruction;
};
std::unique_ptr<Line> assemble(const std::string& text);

} // namespace lockstep::simt
