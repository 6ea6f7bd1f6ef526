// SPDX-License-Identifier: MIT
// CUDA C++ to PTX in this process, by NVRTC, which needs no card and no driver. Loaded when the
// first source wants it: the bench starts without.
#pragma once

#include "sim/base/result.hpp"

#include <string>

namespace lockstep::bench {

/// Whether a * b + c may be rounded once, as nvcc does unless it is told otherwise.
enum class FusedMultiplyAdd : bool { Off, On };
/// For a debugger (-G) each line stays what it was: nothing is merged, unrolled or selected.
enum class Optimised : bool { ForDebugger, Yes };

/// The least card that the project's kernels are compiled for.
inline constexpr int least_sm = 75;

/// PTX for compute_<sm> with source lines; CUDA's own headers can be included. An Error's `where`
/// is "name:line" of the first thing that is wrong, `what` the compiler's own words, `remedy` the
/// rest of its log. Or why there is no compiler.
Result<std::string> compile_cuda(const std::string& source, const std::string& name,
                                 FusedMultiplyAdd fused = FusedMultiplyAdd::On,
                                 Optimised optimised = Optimised::Yes, int sm = least_sm);

/// What ptxas says of the kernels, compiled for a card of sm_<sm>: in the words that
/// read_ptxas_log() reads.
Result<std::string> ptxas_log_of_cuda(const std::string& source, const std::string& name, int sm,
                                      FusedMultiplyAdd fused = FusedMultiplyAdd::On);

} // namespace lockstep::bench
