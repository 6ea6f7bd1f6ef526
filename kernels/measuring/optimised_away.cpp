// SPDX-License-Identifier: MIT
// Optimised away: the numbers go where nobody reads them. The compiler may
// leave out whatever nobody can see, and does.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t optimised_away(const Measuring& job, Context& run) {
    const Neighbour beside(job.share);
    std::uint64_t x = job.fill(run.input, *job.numbers);
    Measuring::Samples samples;
    for (double& sample : samples) {
        Measuring::Numbers read_by_nobody;
        const std::int64_t begin_ns = Recorder::now_ns();
        job.fill(run.input, read_by_nobody);
        sample = static_cast<double>(Recorder::now_ns() - begin_ns);
    }
    run.record->claims(median_of(samples));
    return x;
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_optimised_away{
    "measuring",
    "optimised_away",
    Crew::Beside,
    &ErasedRun<&measuring::optimised_away>::run,
    nullptr,
    "Nobody reads the numbers: the compiler leaves the work out.",
    "optimised_away",
    "kernels/measuring/optimised_away.cpp",
};
}
