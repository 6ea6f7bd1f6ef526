// SPDX-License-Identifier: MIT
// With which parameters each CUDA kernel is compared, and with which it is timed.
#pragma once

#include "kernels/measure/side.hpp"

#include <string_view>
#include <vector>

namespace lockstep::on_card {

/// Small enough for the simulator, and at least one of them odd, so that no block and no warp is
/// full. Parameters that are left out take their default.
std::vector<Values> compared_settings(std::string_view workload);

/// The defaults, but that a group of the divergence kernel is a warp.
Values timed_settings(std::string_view workload);

/// Of the divergence kernel: `paths` (1, 2, 4, 8, 16 or 32) that divide the 32 lanes of every warp
/// evenly, in every step; so many blocks of 128 threads.
Values divergence_settings(int paths, int blocks);

/// Every CUDA variant there is, by workload and name.
std::vector<const Variant*> card_variants();

/// Whatever find_point() says of it, which cannot fail for settings of this file.
SideRequest side_of(const Variant& variant, const Values& settings);

/// "divergence/cuda_1".
std::string name_of(const Variant& variant);

/// "lanes=33, paths=3"; "defaults".
std::string words_of(const Values& settings);

} // namespace lockstep::on_card
