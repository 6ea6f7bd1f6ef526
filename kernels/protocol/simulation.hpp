// SPDX-License-Identifier: MIT
// What the front asks of the warp simulator and what it hears: counts and findings, never times.
// Included by messages.hpp, which has the points.
#pragma once

#include "sim/base/values.hpp"

#include <string>
#include <vector>

namespace lockstep::protocol {

/// A number, or with `count` a buffer of that many, whose `value` says what fills it: a number,
/// "iota", "random:SEED", or "hex:" with its bytes.
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
