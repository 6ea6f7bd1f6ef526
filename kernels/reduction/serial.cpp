// SPDX-License-Identifier: MIT
// One chain of additions: each needs the sum that the one before has made.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

std::uint64_t serial(const Reduction& job, Context& run) {
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t sum = 0;
    for (int i = 0; i < job.n; ++i)
        sum += x[i];
    return sum;
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_serial{
    "reduction", "serial",
    Crew::One,   &ErasedRun<&reduction::serial>::run,
    nullptr,     "One chain of additions, on one core.",
    "serial",    "kernels/reduction/serial.cpp",
};
}
