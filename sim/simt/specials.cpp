// SPDX-License-Identifier: MIT
// What the special registers hold (PTX ISA 10). Clocks are read elsewhere.
#include "sim/simt/block.hpp"

namespace lockstep::simt {

std::uint32_t Warp::special_value(ptx::Special special, int lane) const {
    using ptx::Special;
    const auto& [x, y, z] = block.card.launch.block;
    const auto& grid = block.card.launch.grid;
    const unsigned thread = static_cast<unsigned>(index * 32 + lane);
    const Mask self = Mask{1} << lane;
    switch (special) {
    case Special::TidX:
        return thread % x;
    case Special::TidY:
        return thread / x % y;
    case Special::TidZ:
        return thread / (x * y);
    case Special::NtidX:
        return x;
    case Special::NtidY:
        return y;
    case Special::NtidZ:
        return z;
    case Special::CtaidX:
    case Special::ClusteridX:
        return block.position[0];
    case Special::CtaidY:
    case Special::ClusteridY:
        return block.position[1];
    case Special::CtaidZ:
    case Special::ClusteridZ:
        return block.position[2];
    case Special::NctaidX:
    case Special::NclusteridX:
        return grid[0];
    case Special::NctaidY:
    case Special::NclusteridY:
        return grid[1];
    case Special::NctaidZ:
    case Special::NclusteridZ:
        return grid[2];
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
    case Special::LanemaskEq:
        return self;
    case Special::LanemaskLt:
        return self - 1;
    case Special::LanemaskLe:
        return self | (self - 1);
    case Special::LanemaskGt:
        return ~(self | (self - 1));
    case Special::LanemaskGe:
        return ~(self - 1);
    case Special::DynamicSharedSize:
        return static_cast<unsigned>(block.card.launch.shared_bytes);
    case Special::TotalSharedSize:
        return static_cast<unsigned>(block.card.shared_bytes);
    default:
        return 0;
    }
}

} // namespace lockstep::simt
