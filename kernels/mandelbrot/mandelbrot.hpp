// SPDX-License-Identifier: MIT
// How long each point of a picture takes to leave: tasks of unequal cost.
//     for (each pixel c of each tile) {
//         float zr = 0, zi = 0;
//         for (n = 0; n < iterations && zr * zr + zi * zi <= 4; ++n)
//             (zr, zi) = (zr * zr - zi * zi + cr, 2 * zr * zi + ci);
//         counts[c] = n;
//     }
// 7 flops an iteration and 4 bytes a pixel: arithmetic sets the speed, and who
// has the dark tiles. Exact: float in the same order everywhere, never fused.
#pragma once

#include "kernels/measure/workload.hpp"

#include <algorithm>
#include <array>

namespace lockstep {

/// A tile: the pixels from (left, top) up to, not including, (right, bottom).
struct Tile {
    int left, top, right, bottom;
};

/// The square of the plane that is looked at.
struct View {
    float left, top, step;
};

struct Mandelbrot : Problem {
    int size = 0;        ///< pixels on each side
    int iterations = 1;  ///< at most, for each pixel
    int tile_size = 16;  ///< pixels on each side of a tile
    int across = 0;      ///< tiles on each side
    bool dynamic = true; ///< tiles are handed out, not dealt beforehand
    std::array<View, input_count> views{};
    mutable std::vector<int> counts; ///< [y][x]; -1 until they are computed

    int tiles() const { return across * across; }
    Tile tile(int i) const {
        const int left = i % across * tile_size;
        const int top = i / across * tile_size;
        return {left, top, std::min(left + tile_size, size),
                std::min(top + tile_size, size)};
    }
    int* row(int y) const {
        return counts.data() +
               static_cast<std::size_t>(y) * static_cast<std::size_t>(size);
    }

    const View& view(int input) const {
        return views[static_cast<std::size_t>(input)];
    }

    /// A tile's counts in 64 bits. Their sum over all tiles is the result,
    /// whoever computed which.
    std::uint64_t fold(int i) const;
    void forget_results() const override;
};

namespace mandelbrot {
/// simd.cpp: draws a tile with vector lanes, notes the lanes used and offered,
/// and returns its fold; for every variant that has vector lanes.
std::uint64_t draw_tile_simd(const Mandelbrot& job, Context& run, int i);
} // namespace mandelbrot

extern const Workload mandelbrot_workload;

} // namespace lockstep
