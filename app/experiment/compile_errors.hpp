// SPDX-License-Identifier: MIT
// What a compiler has said of a learner's kernel, line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

struct CompileError {
    int line = 0; ///< counted from 1
    std::string words;
};

/// Every error of a bench's answer: "cuda_1.cu:2: identifier "a" is undefined. ..." and, in the log
/// that follows, "cuda_1.cu(4): error: ...". Rising by line, one for a line.
std::vector<CompileError> compile_errors(std::string_view said);

} // namespace lockstep
