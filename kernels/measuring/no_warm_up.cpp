// SPDX-License-Identifier: MIT
// No warm-up: each sample is a first one, as in a program that is started,
// measures once and ends. Its memory is not there yet.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t no_warm_up(const Measuring& job, Context& run) {
    const Neighbour beside(job.share);
    std::uint64_t x = 0;
    Measuring::Samples samples;
    for (double& sample : samples) {
        job.forget_numbers();
        const std::int64_t begin_ns = Recorder::now_ns();
        x = job.fill(run.input, *job.numbers);
        sample = static_cast<double>(Recorder::now_ns() - begin_ns);
    }
    run.record->claims(median_of(samples));
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_no_warm_up{
    "measuring",  "no_warm_up",
    Crew::Beside, &ErasedRun<&measuring::no_warm_up>::run,
    nullptr,      "Nothing is warm: each sample is the first one.",
    "no_warm_up", "kernels/measuring/no_warm_up.cpp",
};
}
