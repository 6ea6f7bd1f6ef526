// SPDX-License-Identifier: MIT
// The same tiles, dealt to p workers in bands: each reads whole rows, and fills
// columns of y that nobody else writes.
#include "kernels/transpose/transpose.hpp"

#include <algorithm>

namespace lockstep::transpose {

std::uint64_t multicore(const Transpose& job, Context& run) {
    const int n = job.n, tile = job.tile;
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t* y = job.y.data();
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        const int begin = job.bands() * worker / run.workers * tile;
        const int end = job.bands() * (worker + 1) / run.workers * tile;
        for (int top = begin; top < end; top += tile)
            for (int left = 0; left < n; left += tile) {
                const int bottom = std::min(top + tile, n);
                const int right = std::min(left + tile, n);
                for (int row = top; row < bottom; ++row)
                    for (int col = left; col < right; ++col)
                        y[col * n + row] = x[row * n + col];
            }
    });
    return job.fold();
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_multicore{
    "transpose", "multicore",
    Crew::Team,  &ErasedRun<&transpose::multicore>::run,
    nullptr,     "Bands of tiles are dealt to p workers.",
    "multicore", "kernels/transpose/multicore.cpp",
};
}
