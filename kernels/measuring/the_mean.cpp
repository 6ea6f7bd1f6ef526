// SPDX-License-Identifier: MIT
// The mean: a sample is never much too short, but some are much too long, and
// the mean is lifted by those.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

#include <numeric>

namespace lockstep::measuring {

std::uint64_t the_mean(const Measuring& job, Context& run) {
    const Neighbour beside(job.share);
    std::uint64_t x = job.fill(run.input, *job.numbers);
    Measuring::Samples samples;
    for (double& sample : samples) {
        const std::int64_t begin_ns = Recorder::now_ns();
        x = job.fill(run.input, *job.numbers);
        sample = static_cast<double>(Recorder::now_ns() - begin_ns);
    }
    const double sum = std::accumulate(samples.begin(), samples.end(), 0.0);
    run.record->claims(sum / measuring_samples);
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_the_mean{
    "measuring",  "the_mean",
    Crew::Beside, &ErasedRun<&measuring::the_mean>::run,
    nullptr,      "The mean of the samples: a few late ones lift it.",
    "the_mean",   "kernels/measuring/the_mean.cpp",
};
}
