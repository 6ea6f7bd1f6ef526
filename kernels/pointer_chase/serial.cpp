// SPDX-License-Identifier: MIT
// The whole path in one walk. Where one chain ends the next begins, so however
// many there are, each load waits for the one before.
#include "kernels/pointer_chase/pointer_chase.hpp"

namespace lockstep::pointer_chase {

std::uint64_t serial(const PointerChase& job, Context& run) {
    const std::uint32_t* x = job.x();
    std::uint32_t at = job.begin(run.input)[0];
    for (int chain = 0; chain < job.chains; ++chain) {
        const int steps = job.steps(chain);
        for (int step = 0; step < steps; ++step)
            at = x[at];
        job.end[static_cast<std::size_t>(chain)] = at;
    }
    return job.fold();
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_serial{
    "pointer_chase", "serial",
    Crew::One,       &ErasedRun<&pointer_chase::serial>::run,
    nullptr,         "The whole path in one walk: one load at a time.",
    "serial",        "kernels/pointer_chase/serial.cpp",
};
}
