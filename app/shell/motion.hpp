// SPDX-License-Identifier: MIT
// Motion, only to explain: values that ease towards their target in 150 to 250 ms, and things that
// draw themselves once. Off where the system or the setting asks for less; then everything is at
// its end.
#pragma once

#include <string_view>

namespace lockstep::shell {

/// How long a motion may last, in seconds at most 0.25 except for a thing that draws itself once.
inline constexpr float short_motion_s = 0.15f;
inline constexpr float long_motion_s = 0.25f;

/// Between frames: `now_s` is a monotonic clock, `reduced` ends every motion at once.
void begin_motion_frame(double now_s, bool reduced);
/// Whether anything moved in the frame just built: only then another frame is asked for.
bool motion_wants_frame();

/// `target`, approached smoothly from where this key last was. The first call is at the target.
float eased(std::string_view key, float target, float duration_s = 0.2f);
/// 0 at the first call with this key, 1 after `duration_s`, and 1 for ever after.
float drawn_once(std::string_view key, float duration_s = long_motion_s);
/// Forgets keys that begin so: a new run draws itself anew.
void forget_motion(std::string_view prefix);
/// Smoothstep of 0..1.
float smooth(float share);
bool motion_is_reduced();

} // namespace lockstep::shell
