// SPDX-License-Identifier: MIT
// One lane after the other: each walks the one path that it takes. A scalar
// core looks up which; the paths of other lanes cost it nothing.
#include "kernels/divergence/divergence.hpp"

namespace lockstep::divergence {

static float walk(float v, int path, int n) {
    const float r = divergence_r[path];
    for (int i = 0; i < n; ++i)
        v = r * v * (1 - v);
    return v;
}

std::uint64_t serial(const Divergence& job, Context& run) {
    const float* x = job.x[static_cast<std::size_t>(run.input)].data();
    const int* path = job.path[static_cast<std::size_t>(run.input)].data();
    float* y = job.y.data();
    for (int lane = 0; lane < job.lanes; ++lane) {
        float v = 0.5f;
        for (int step = 0; step < divergence_steps; ++step) {
            const int i = job.at(step, lane);
            v = 0.5f * (v + x[i]);
            v = walk(v, path[i], job.length);
            y[i] = v;
        }
    }
    return job.fold(job.y);
}

} // namespace lockstep::divergence

namespace lockstep {
extern const Variant divergence_serial{
    "divergence", "serial",
    Crew::One,    &ErasedRun<&divergence::serial>::run,
    nullptr,      "One lane after the other: each walks only its own path.",
    "serial",     "kernels/divergence/serial.cpp"};
}
