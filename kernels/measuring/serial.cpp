// SPDX-License-Identifier: MIT
// The work, once, and nothing else. How long it takes, the harness finds out.
#include "kernels/measuring/measuring.hpp"

namespace lockstep::measuring {

std::uint64_t serial(const Measuring& job, Context& run) {
    return job.fill(run.input, *job.numbers);
}

} // namespace lockstep::measuring

namespace lockstep {
extern const Variant measuring_serial{
    "measuring", "serial",
    Crew::One,   &ErasedRun<&measuring::serial>::run,
    nullptr,     "The work alone, once; the harness measures it.",
    "serial",    "kernels/measuring/serial.cpp",
};
}
