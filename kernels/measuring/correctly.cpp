// SPDX-License-Identifier: MIT
// Correctly: warmed up, the result used, many samples by a fine clock, and of
// those the median.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t correctly(const Measuring& job, Context& run) {
    const Neighbour beside(job.share);
    std::uint64_t x = job.fill(run.input, *job.numbers);
    Measuring::Samples samples;
    for (double& sample : samples) {
        const std::int64_t begin_ns = Recorder::now_ns();
        x = job.fill(run.input, *job.numbers);
        sample = static_cast<double>(Recorder::now_ns() - begin_ns);
    }
    run.record->claims(median_of(samples));
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_correctly{
    "measuring",
    "correctly",
    Crew::Beside,
    &ErasedRun<&measuring::correctly>::run,
    nullptr,
    "Warmed up, its result used, many samples by a fine clock: their median.",
    "correctly",
    "kernels/measuring/correctly.cpp",
};
}
