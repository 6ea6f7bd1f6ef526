// SPDX-License-Identifier: MIT
// One worker serves every customer, one after the other.
#include "kernels/chains/chains.hpp"

namespace lockstep::chains {

std::uint64_t serial(const Chains& job, Context& run) {
    std::uint64_t sum = 0;
    for (int i = 0; i < job.chains; ++i) {
        const Stamp stamp(*run.record, 0, 0, i);
        sum += job.serve(run.input, i);
    }
    return sum;
}

} // namespace lockstep::chains

namespace lockstep {
extern const Variant chains_serial{
    "chains",  "serial",
    Crew::One, &ErasedRun<&chains::serial>::run,
    nullptr,   "One worker serves every customer, one after the other.",
    "serial",  "kernels/chains/serial.cpp",
};
}
