// SPDX-License-Identifier: MIT
// Tile after tile: the lines that a tile is written to are few enough to stay
// in the nearest cache until the tile's last row has filled them.
#include "kernels/transpose/transpose.hpp"

#include <algorithm>

namespace lockstep::transpose {

std::uint64_t tiled(const Transpose& job, Context& run) {
    const int n = job.n, tile = job.tile;
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t* y = job.y.data();
    for (int top = 0; top < n; top += tile)
        for (int left = 0; left < n; left += tile) {
            const int bottom = std::min(top + tile, n);
            const int right = std::min(left + tile, n);
            for (int row = top; row < bottom; ++row)
                for (int col = left; col < right; ++col)
                    y[col * n + row] = x[row * n + col];
        }
    return job.fold();
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_tiled{
    "transpose", "tiled",
    Crew::One,   &ErasedRun<&transpose::tiled>::run,
    nullptr,     "Tile after tile, each small enough for the nearest cache.",
    "tiled",     "kernels/transpose/tiled.cpp",
};
}
