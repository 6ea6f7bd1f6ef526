// SPDX-License-Identifier: MIT
// One lane after the other: each walks the one path that it takes. A scalar
// core only follows the branch; the paths of other lanes cost it nothing.
#include "kernels/divergence/divergence.hpp"

namespace lockstep::divergence {

// clang-format off
static float walk(float v, int path, int n) {
    switch (path) {
    case 0: for (int i = 0; i < n; ++i) { v = 3.900f * v * (1 - v); } break;
    case 1: for (int i = 0; i < n; ++i) { v = 3.905f * v * (1 - v); } break;
    case 2: for (int i = 0; i < n; ++i) { v = 3.910f * v * (1 - v); } break;
    case 3: for (int i = 0; i < n; ++i) { v = 3.915f * v * (1 - v); } break;
    case 4: for (int i = 0; i < n; ++i) { v = 3.920f * v * (1 - v); } break;
    case 5: for (int i = 0; i < n; ++i) { v = 3.925f * v * (1 - v); } break;
    case 6: for (int i = 0; i < n; ++i) { v = 3.930f * v * (1 - v); } break;
    case 7: for (int i = 0; i < n; ++i) { v = 3.935f * v * (1 - v); } break;
    case 8: for (int i = 0; i < n; ++i) { v = 3.940f * v * (1 - v); } break;
    case 9: for (int i = 0; i < n; ++i) { v = 3.945f * v * (1 - v); } break;
    case 10: for (int i = 0; i < n; ++i) { v = 3.950f * v * (1 - v); } break;
    case 11: for (int i = 0; i < n; ++i) { v = 3.955f * v * (1 - v); } break;
    case 12: for (int i = 0; i < n; ++i) { v = 3.960f * v * (1 - v); } break;
    case 13: for (int i = 0; i < n; ++i) { v = 3.965f * v * (1 - v); } break;
    case 14: for (int i = 0; i < n; ++i) { v = 3.970f * v * (1 - v); } break;
    case 15: for (int i = 0; i < n; ++i) { v = 3.975f * v * (1 - v); } break;
    default: break;
    }
    return v;
}
// clang-format on

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
    "divergence", "serial", Crew::One, &ErasedRun<&divergence::serial>::run,
    nullptr, "One lane after the other: each walks only its own path.",
    "serial", "kernels/divergence/serial.cpp"};
}
