// SPDX-License-Identifier: MIT
// One item after the other: there is no shape to choose.
#include "kernels/launch_shape/launch_shape.hpp"

namespace lockstep::launch_shape {

std::uint64_t serial(const LaunchShape& job, Context& run) {
    const float a = job.a;
    const float* x = job.x_of(run.input);
    const float* y = job.y_of(run.input);
    float* z = job.z.data();
    for (int i = 0; i < job.items; ++i)
        z[i] = a * x[i] + y[i];
    return job.fold();
}

} // namespace lockstep::launch_shape

namespace lockstep {
extern const Variant launch_shape_serial{
    "launch_shape", "serial",
    Crew::One,      &ErasedRun<&launch_shape::serial>::run,
    nullptr,        "One item after the other, on one core.",
    "serial",       "kernels/launch_shape/serial.cpp",
};
}
