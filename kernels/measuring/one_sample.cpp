// SPDX-License-Identifier: MIT
// One sample: whatever happens in it is taken for the truth.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t one_sample(const Measuring& job, Context& run) {
    const Neighbour beside(job.share);
    std::uint64_t x = job.fill(run.input, *job.numbers);
    const std::int64_t begin_ns = Recorder::now_ns();
    x = job.fill(run.input, *job.numbers);
    run.record->claims(static_cast<double>(Recorder::now_ns() - begin_ns));
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_one_sample{
    "measuring",
    "one_sample",
    Crew::Beside,
    &ErasedRun<&measuring::one_sample>::run,
    nullptr,
    "A single sample, and no word of how far the next one would be.",
    "one_sample",
    "kernels/measuring/one_sample.cpp",
};
}
