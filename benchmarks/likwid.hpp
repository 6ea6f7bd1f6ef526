// SPDX-License-Identifier: MIT
// Runs likwid-bench (Debian's likwid), whose kernels are written in assembly.
#pragma once

#include "sim/base/result.hpp"

#include <string>

namespace lockstep::benchmarks {

/// "avx512_fma", "avx_fma", "sse": the ending of likwid's kernels for the vectors that the probes
/// use here. Fails when likwid-bench is not installed.
Result<std::string> likwid_ending();

/// One thread on the first socket, a set of this size ("16kB"), so many iterations; the number
/// behind `label` ("MFlops/s:").
Result<double> likwid_rate(const std::string& kernel, const std::string& size, int iterations,
                           const std::string& label);

} // namespace lockstep::benchmarks
