// SPDX-License-Identifier: MIT
// Coarse clock: times() counts the hundredths of a second, and what is shorter
// takes none of them, or one.
#include "kernels/measuring/measuring.hpp"

#include "kernels/measuring/company.hpp"
#include <sys/times.h>

namespace lockstep::measuring {

std::uint64_t coarse_clock(const Measuring& job, Context& run) {
    constexpr double tick_ns = 10e6;
    const Neighbour beside(job.share);
    std::uint64_t x = job.fill(run.input, *job.numbers);
    Measuring::Samples samples;
    for (double& sample : samples) {
        tms ignored{};
        const clock_t begin = times(&ignored);
        x = job.fill(run.input, *job.numbers);
        sample = tick_ns * static_cast<double>(times(&ignored) - begin);
    }
    run.record->claims(median_of(samples));
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_coarse_clock{
    "measuring",    "coarse_clock",
    Crew::Beside,   &ErasedRun<&measuring::coarse_clock>::run,
    nullptr,        "A clock that goes on in steps of 10 ms.",
    "coarse_clock", "kernels/measuring/coarse_clock.cpp",
};
}
