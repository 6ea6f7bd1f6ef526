// SPDX-License-Identifier: MIT
// What the compiler made of a source line that the learner would look for in vain: said only where
// the PTX itself shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

struct PtxRemark {
    int line = 0;      ///< of the source
    std::string sign;  ///< "select": what stands beside the line
    std::string words; ///< a sentence
};

/// Of the lines of the file with that number, ascending, at most one a line:
/// - a line that chooses (if, else, ?:, &&, ||) has no branch, and one of two values is selected,
///   or instructions have a guard;
/// - a loop (for, while) of which no instruction lies in a loop of the PTX: its rounds were written
///   out. One that was unrolled in part still has its loop, and is not spoken of;
/// - a path of a switch (case, default) that does something has no instruction, while lines beside
///   it have: it was merged with another.
/// Lines without .loc say nothing.
std::vector<PtxRemark> ptx_remarks(const std::vector<std::string>& ptx, int file,
                                   const std::vector<std::string_view>& source);

} // namespace lockstep
