// SPDX-License-Identifier: MIT
// The engine's own instructions that neither branch nor wait.
#pragma once

#include "sim/simt/space.hpp"
#include "sim/simt/step.hpp"

namespace lockstep::simt {

void do_nothing(Warp& warp, const Step& step, Mask on);
void active_mask(Warp& warp, const Step& step, Mask on);
void copy_address(Warp& warp, const Step& step, Mask on);
void to_space(Warp& warp, const Step& step, Mask on);
void to_generic(Warp& warp, const Step& step, Mask on);
void is_in_space(Warp& warp, const Step& step, Mask on);

void load(Warp& warp, const Step& step, Mask on);
void store(Warp& warp, const Step& step, Mask on);
void update_memory(Warp& warp, const Step& step, Mask on);
void copy_async(Warp& warp, const Step& step, Mask on);
void load_matrix(Warp& warp, const Step& step, Mask on);
void load_launch_parameter(Warp& warp, const Step& step, Mask on);
void load_frame_parameter(Warp& warp, const Step& step, Mask on);
void store_frame_parameter(Warp& warp, const Step& step, Mask on);

inline bool is_clock(ptx::Special special) {
    return special >= ptx::Special::Clock && special <= ptx::Special::GlobaltimerHi;
}

} // namespace lockstep::simt
