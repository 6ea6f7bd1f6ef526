// SPDX-License-Identifier: MIT
// A grid of blocks, and a block's threads cut into warps of 32 lanes: who computes which item, and
// who computes none. No drawing.
#pragma once

#include <string>

namespace lockstep::launch {

inline constexpr int warp_lanes = 32;

/// As kernels/launch_shape launches it: a thread for each item, and blocks enough for all of them.
struct Shape {
    int items = 0;
    int block = 1; ///< threads of a block

    int blocks() const { return items > 0 ? (items - 1) / block + 1 : 1; }
    /// A block takes whole warps: the last one may have lanes to spare.
    int warps() const { return (block - 1) / warp_lanes + 1; }
    int lanes() const { return warps() * warp_lanes; }
    int spare_lanes() const { return lanes() - block; }
};

enum class Lane {
    Works,   ///< a thread with an item
    NoItem,  ///< a thread beyond the last item: it looks, and returns
    NoThread ///< a lane beyond the block's last thread: nobody can ever use it
};

/// `place` counts the lanes of a block, warp after warp: 0 .. lanes() - 1.
Lane lane_of(const Shape& shape, int block, int place);
int threads_without_item(const Shape& shape, int block);

/// "48 threads are 2 warps: 64 lanes, 16 of them have no thread."
std::string sentence_of(const Shape& shape, int block);
/// "21846 blocks of 48 threads for 1048576 items"
std::string grid_words(const Shape& shape);
/// "block 2, warp 1, lane 3: item 2 × 48 + 32 + 3 = 131"
std::string who_is(const Shape& shape, int block, int place);

} // namespace lockstep::launch
