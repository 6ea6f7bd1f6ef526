// SPDX-License-Identifier: MIT
// One load after the other. A core has several of them under way, since none
// needs the one before.
#include "kernels/gather/gather.hpp"

namespace lockstep::gather {

std::uint64_t serial(const Gather& job, Context& run) {
    const std::uint32_t* x = job.x();
    const std::uint32_t* index = job.order(run.input);
    const std::uint32_t begin = job.begin(run.input), stride = job.stride;
    std::uint32_t sum = 0, k = 0;
    const auto loads = static_cast<std::uint32_t>(job.loads);
    if (job.shuffled)
        for (; k < loads; ++k)
            sum += x[index[k]];
    else
        for (; k < loads; ++k)
            sum += x[(begin + k * stride) & job.mask];
    return sum;
}

} // namespace lockstep::gather

namespace lockstep {
extern const Variant gather_serial{
    "gather",  "serial",
    Crew::One, &ErasedRun<&gather::serial>::run,
    nullptr,   "One load after the other, on one core.",
    "serial",  "kernels/gather/serial.cpp",
};
}
