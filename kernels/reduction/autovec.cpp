// SPDX-License-Identifier: MIT
// The same loop with the compiler's vectoriser on: it keeps a sum for each
// lane, which it may since whole numbers add up to the same in any order.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

std::uint64_t autovec(const Reduction& job, Context& run) {
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t sum = 0;
    for (int i = 0; i < job.n; ++i)
        sum += x[i];
    return sum;
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_autovec{
    "reduction",
    "autovec",
    Crew::One,
    &ErasedRun<&reduction::autovec>::run,
    nullptr,
    "The same loop, of which the compiler makes a sum for each lane.",
    "autovec",
    "kernels/reduction/autovec.cpp",
};
}
