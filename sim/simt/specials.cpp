// SPDX-License-Identifier: MIT
// What the special registers hold (PTX ISA 10). Clocks are read elsewhere.
#include "sim/simt/block.hpp"

namespace lockstep::simt {

using ptx::Special;

/// Which of three registers that follow each other, for x, y and z.
static std::size_t axis(Special special, Special x) {
    return static_cast<std::size_t>(special) - static_cast<std::size_t>(x);
}

static std::uint32_t lane_mask(Special special, int lane) {
    const Mask self = Mask{1} << lane;
    switch (special) {
    case Special::LanemaskEq:
        return self;
    case Special::LanemaskLt:
        return self - 1;
    case Special::LanemaskLe:
        return self | (self - 1);
    case Special::LanemaskGt:
        return ~(self | (self - 1));
    default:
        return ~(self - 1);
    }
}

std::uint32_t Warp::special_value(Special special, int lane) const {
    const auto& [x, y, z] = block.card.launch.block;
    const unsigned thread = static_cast<unsigned>(index * 32 + lane);
    if (special <= Special::TidZ)
        return std::array{thread % x, thread / x % y,
                          thread / (x * y)}[axis(special, Special::TidX)];
    if (special <= Special::NtidZ)
        return block.card.launch.block[axis(special, Special::NtidX)];
    if (special <= Special::CtaidZ)
        return block.position[axis(special, Special::CtaidX)];
    if (special <= Special::NctaidZ)
        return block.card.launch.grid[axis(special, Special::NctaidX)];
    if (special >= Special::LanemaskEq && special <= Special::LanemaskGt)
        return lane_mask(special, lane);
    // A launch without clusters is one of clusters of one block.
    if (special >= Special::ClusteridX && special <= Special::ClusteridZ)
        return block.position[axis(special, Special::ClusteridX)];
    if (special >= Special::NclusteridX && special <= Special::NclusteridZ)
        return block.card.launch.grid[axis(special, Special::NclusteridX)];
    switch (special) {
    case Special::LaneId:
        return static_cast<unsigned>(lane);
    case Special::WarpId:
        return static_cast<unsigned>(index);
    case Special::NwarpId:
        return static_cast<unsigned>(block.warps.size());
    case Special::WarpSize:
        return 32;
    case Special::NsmId:
    case Special::ClusterNctaidX:
    case Special::ClusterNctaidY:
    case Special::ClusterNctaidZ:
    case Special::ClusterNctarank:
        return 1;
    case Special::DynamicSharedSize:
        return static_cast<unsigned>(block.card.launch.shared_bytes);
    case Special::TotalSharedSize:
        return static_cast<unsigned>(block.card.shared_bytes);
    default:
        return 0;
    }
}

} // namespace lockstep::simt
