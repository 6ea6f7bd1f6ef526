// SPDX-License-Identifier: MIT
// A window of a trace as rows of the lanes' picture: one warp, one row for each of its steps, and a
// letter for each path that its lanes are on.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// A step of a warp. Masks have bit i for lane i.
struct StepRow {
    std::int64_t step = 0;
    std::size_t place = 0;        ///< in the window's columns
    int line = 0;                 ///< of the source, the innermost one; 0: the compiler named none
    std::vector<int> called_from; ///< lines of the source that it was inlined at, outwards
    int ptx_line = 0;
    std::string words;       ///< "ld.global", or what the kind is called where the PTX is not known
    std::uint32_t lanes = 0; ///< of the warp's group
    std::uint32_t on = 0;    ///< those whose guard is true; of a branch, those that take it
    int path = -1;           ///< 0 is A; -1: all lanes together, or on the way to several paths
    bool divergent = false, waits = false;
    std::string found; ///< what was found wrong here
};

/// The rows of one warp, in order. `ptx` are the lines of the text, from the first; may be empty.
/// Lines are those of the file with the number `file`; -1: of that in which a chain ends.
std::vector<StepRow> step_rows(const protocol::Steps& window, int warp,
                               const std::vector<std::string>& ptx, int file = -1);

/// "ld.global" of "@%p1 ld.global.u32 %r1, [%rd4];": what the instruction is called and where it
/// goes. Types and cache hints are left to the text itself.
std::string instruction_words(std::string_view ptx_line);

/// What one access of a step touches, counted as the simulator counts it.
struct AccessShape {
    std::string space, kind;           ///< "global", "load"
    int lanes = 0;                     ///< that are on
    int bytes_wanted = 0;              ///< distinct
    std::vector<std::int64_t> sectors; ///< numbers of 32-byte sectors, ascending; of global memory
    /// For each bank the distinct words that lanes want of it; of shared memory.
    std::vector<int> words_of_bank;
    /// Of shared memory: how often the banks have to give words, as sim/simt/banks.hpp counts it,
    /// and how often if no two lanes wanted different words of one bank.
    int passes = 0, passes_at_best = 0;
};
/// The first access of the row; none where it touches no memory.
std::optional<AccessShape> access_shape(const protocol::Steps& window, const StepRow& row);

/// "load from global memory: 32 lanes, 4 sectors of 32 bytes move 128 bytes, 128 are wanted".
std::string access_words(const AccessShape& shape);

} // namespace lockstep
