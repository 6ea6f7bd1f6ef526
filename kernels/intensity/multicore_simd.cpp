// SPDX-License-Identifier: MIT
// Each of p workers has an equal stretch of the arrays, and W lanes for it.
#include "kernels/intensity/stretch_simd.hpp"

namespace lockstep::intensity {

std::uint64_t multicore_simd(const Intensity& job, Context& run) {
    constexpr int grain = intensity_chains * 8;
    const std::int64_t groups = job.n / grain;
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        const auto begin = static_cast<int>(groups * worker / run.workers);
        const auto end = static_cast<int>(groups * (worker + 1) / run.workers);
        stretch_simd(job, run.input, begin * grain, end * grain);
    });
    return job.fold(run.input);
}

} // namespace lockstep::intensity

namespace lockstep {
extern const Variant intensity_multicore_simd{
    "intensity",
    "multicore_simd",
    Crew::Team,
    &ErasedRun<&intensity::multicore_simd>::run,
    nullptr,
    "Each of p workers has an equal stretch, and W lanes for it, with fused "
    "multiply-add (FMA) where the machine has it.",
    "multicore_simd",
    "kernels/intensity/multicore_simd.cpp",
};
}
