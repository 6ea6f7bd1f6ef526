// SPDX-License-Identifier: MIT
// The colours of the window. Colour means something or is absent: each token is named after what it
// says, never after its hue. The values of the three themes stand in theme.cpp.
#pragma once

#include "app/experiment/session.hpp"

#include <imgui.h>

namespace lockstep::shell {

/// Packed colours, ready for ImDrawList. Text tokens have a contrast of at least 4.5 on `surface`,
/// `background` and (ink, soft) `accent_surface`; `faint` has at least 3.
struct Palette {
    ImU32 background;     ///< the window
    ImU32 surface;        ///< lesson page and cards
    ImU32 ink, soft, faint; ///< text; labels; ticks
    ImU32 line;           ///< borders and grid
    ImU32 accent;         ///< the one action, the selection, links
    ImU32 accent_surface; ///< behind what is selected
    ImU32 on_accent;      ///< text on `accent`
    ImU32 measured;       ///< timed here; recorded ones have the same hue and hollow marks
    ImU32 model;          ///< a formula: thin line
    ImU32 predicted;      ///< the learner's own, and refutations
    ImU32 simulated;      ///< counted by a simulator
    ImU32 cost;           ///< what eats the speedup
    ImU32 good;           ///< done, right
    ImU32 paths[4];       ///< paths A, B, C, D of a warp
    ImU32 code_surface;   ///< behind code and idle time
    ImU32 track;          ///< of a slider or a ring, the part not reached
    ImU32 zone;           ///< tint of what lies beyond this machine
    bool dark;
    bool high_contrast;
};

/// The palette of the frame being built.
const Palette& palette();

/// A theme's values; System is light or dark as the desktop says.
const Palette& palette_of(Theme theme, bool system_is_dark);

/// Makes it the palette of the frames to come and restyles ImGui and ImPlot with it. `presenting`
/// turns faint into soft, because a projector swallows what is faint.
void apply_theme(Theme theme, bool system_is_dark, bool presenting);

/// Whether the desktop asks for a dark window (its portal or GTK setting, read once at the start).
bool system_is_dark();
/// Whether the desktop asks for less motion.
bool system_reduces_motion();

/// The same colour, `alpha` times as opaque.
ImU32 faded(ImU32 colour, float alpha);
/// `share` of the way from one colour to another.
ImU32 mixed(ImU32 from, ImU32 to, float share);
ImVec4 to_vec4(ImU32 colour);
/// The colour of path `index` of a warp; beyond the fourth the hue goes on in steps.
ImU32 path_colour(int index);
/// Black or white, whichever reads better on it.
ImU32 text_on(ImU32 surface);
/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(ImU32 first, ImU32 second);
/// The colour in which a provenance is drawn.
ImU32 colour_of(Provenance provenance);

} // namespace lockstep::shell
