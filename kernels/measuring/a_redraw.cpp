// SPDX-License-Identifier: MIT
// A redraw: a window that shows how far the measurement is, and draws itself
// sixty times a second on the core that is measured.
#include "kernels/measuring/company.hpp"
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t a_redraw(const Measuring& job, Context& run) {
    const Redraw beside;
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
extern const Variant measuring_a_redraw{
    "measuring",  "a_redraw",
    Crew::Beside, &ErasedRun<&measuring::a_redraw>::run,
    nullptr,      "A window is redrawn meanwhile, on the same core.",
    "a_redraw",   "kernels/measuring/a_redraw.cpp",
};
}
