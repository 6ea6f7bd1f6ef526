// SPDX-License-Identifier: MIT
// What the front asks of the warp simulator and what it hears: counts and findings, never times.
// Included by messages.hpp, which has the points.
#pragma once

#include "sim/base/values.hpp"

#include <string>
#include <vector>

namespace lockstep::protocol {

/// A number, or with `count` a buffer of that many, whose `value` says what fills it: a number,
/// "iota", "random:SEED", "hex:" with its bytes, or "none": nobody has written it, so that a load
/// of it is a finding.
struct KernelArgument {
    std::string type; ///< u8 .. u64, s8 .. s64, f32, f64
    int count = 0;    ///< elements; 0: the argument is a number itself
    std::string value = "0";
};

/// A learner's kernel and how it is launched.
struct KernelSource {
    std::string name;             ///< what errors call the text
    std::string text;             ///< PTX, or CUDA C++ when the name ends with .cu; must fit a line
    std::string entry;            ///< empty: the only one there is
    std::vector<int> grid, block; ///< x, y, z; what is left out is 1
    double shared_bytes = 0;      ///< dynamic
    std::vector<KernelArgument> arguments;
};

/// What ptxas made of a kernel for one architecture. PTX does not say it: its registers are as many
/// as it likes.
struct KernelFigures {
    std::string kernel;
    int sm = 0;            ///< 90: compute capability 9.0
    int registers = 0;     ///< of a thread
    int shared_bytes = 0;  ///< of a block, static
    int spilled_bytes = 0; ///< of a thread: stored because there were not enough registers
};

/// How many blocks of a launch a card holds at once, by the rules of sim/simt/occupancy.hpp.
struct OccupancyInfo {
    KernelFigures figures;             ///< registers 0: not known
    std::string unknown;               ///< why they are not known, a sentence; then:
    int blocks_per_sm = 0;             ///< the most that may be, with 16 registers a thread
    int fewest_per_sm = 0;             ///< with 255; else the same as blocks_per_sm
    int warps_per_block = 0;           ///< an SM holds blocks_per_sm times as many
    double fraction = 0;               ///< of the SM's slots for warps
    int resident_blocks = 0;           ///< of the whole card: a wave
    double shared_bytes = 0;           ///< of a block, static and dynamic
    std::vector<std::string> limiters; ///< of blocks_per_sm: "warps", "registers", ...
    std::string impossible;            ///< why a card refuses such a block, a sentence; else empty
};

/// A thing found wrong, as sim/simt/finding.hpp has it.
struct FindingInfo {
    std::string kind, message;
    bool remark = false;
    int ptx_line = 0, line = 0; ///< from 1; 0: unknown
    std::vector<int> block;
    int thread = 0, lane = 0;
    double count = 1;
};

} // namespace lockstep::protocol
