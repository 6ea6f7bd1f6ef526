// SPDX-License-Identifier: MIT
// One lane. Eight numbers are worked on in turn, so that no step of a chain
// has to wait for the one before.
#include "kernels/intensity/intensity.hpp"

namespace lockstep::intensity {

std::uint64_t serial(const Intensity& job, Context& run) {
    const double s = job.s, t = job.t;
    const std::size_t first = job.begin_of(run.input);
    const double *b = job.b.data() + first, *c = job.c.data() + first;
    double* a = job.a.data() + first;
    for (int i = 0; i < job.n; i += intensity_chains) {
        double y[intensity_chains];
        for (int e = 0; e < intensity_chains; ++e)
            y[e] = c[i + e] * s + b[i + e];
        for (int j = 1; j < job.k; ++j)
            for (double& one : y)
                one = one * s + t;
        for (int e = 0; e < intensity_chains; ++e)
            a[i + e] = y[e];
    }
    return job.fold(run.input);
}

} // namespace lockstep::intensity

namespace lockstep {
extern const Variant intensity_serial{
    "intensity",
    "serial",
    Crew::One,
    &ErasedRun<&intensity::serial>::run,
    nullptr,
    "One lane, eight numbers at a time; multiply and add are two instructions.",
    "serial",
    "kernels/intensity/serial.cpp",
};
}
