// SPDX-License-Identifier: MIT
// One worker takes the pieces in turn, those that could be shared too.
#include "kernels/amdahl/amdahl.hpp"

namespace lockstep::amdahl {

std::uint64_t serial(const Amdahl& job, Context& run) {
    const std::int64_t begin_ns = Recorder::now_ns();
    std::uint64_t x = chain_start(run.input, -1);
    for (std::int64_t i = 0; i < job.serial.pieces(); ++i)
        x = chain(x, job.serial.piece(i));
    run.record->serial(begin_ns, Recorder::now_ns());

    const Stamp stamp(*run.record, 0, 0, 0);
    std::uint64_t sum = 0;
    for (std::int64_t i = 0; i < job.shared.pieces(); ++i)
        sum += chain(job.start(run.input, i, sum), job.shared.piece(i));
    return x + sum;
}

} // namespace lockstep::amdahl

namespace lockstep {
extern const Variant amdahl_serial{
    "amdahl",
    "serial",
    Crew::One,
    &ErasedRun<&amdahl::serial>::run,
    nullptr,
    "One worker takes the pieces in turn, those that could be shared too.",
    "serial",
    "kernels/amdahl/serial.cpp",
};
}
