// SPDX-License-Identifier: MIT
// Blocks are the tasks of p workers: whoever is free takes the next one, as a
// multiprocessor does. Blocks of a few items are handed out at a loss.
#include "kernels/launch_shape/launch_shape.hpp"

#include <algorithm>
#include <atomic>

namespace lockstep::launch_shape {

std::uint64_t multicore(const LaunchShape& job, Context& run) {
    const float a = job.a;
    const float* x = job.x_of(run.input);
    const float* y = job.y_of(run.input);
    float* z = job.z.data();
    std::atomic<int> next = 0;
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        for (int block = next++; block < job.blocks(); block = next++) {
            const int begin = block * job.block;
            const int end = std::min(begin + job.block, job.items);
            for (int i = begin; i < end; ++i)
                z[i] = a * x[i] + y[i];
        }
    });
    return job.fold();
}

} // namespace lockstep::launch_shape

namespace lockstep {
extern const Variant launch_shape_multicore{
    "launch_shape", "multicore",
    Crew::Team,     &ErasedRun<&launch_shape::multicore>::run,
    nullptr,        "Blocks are handed out to p workers, one at a time.",
    "multicore",    "kernels/launch_shape/multicore.cpp",
};
}
