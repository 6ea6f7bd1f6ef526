// SPDX-License-Identifier: MIT
// Where the columns lie. Pure arithmetic on the window's size, the text scale and the settings, so
// that a test can ask it about every window there is.
#pragma once

#include "app/experiment/session.hpp"

namespace lockstep::shell {

enum class Arrangement {
    ThreeColumns, ///< rail, text, lab
    TwoColumns,   ///< the rail is folded to a strip
    Stacked,      ///< below 800 px: the lab lies under the text
};

/// All in pixels. A column of width 0 is not drawn.
struct Layout {
    Arrangement arrangement = Arrangement::TwoColumns;
    float rail = 0, text = 0, lab = 0;
    float height = 0; ///< of the columns
    float status = 0; ///< height of the status line
    bool rail_folded = true;
};

/// `has_lab` is false for a page that takes the whole width.
Layout layout_of(float width, float height, float scale, const Settings& settings, bool presenting,
                 bool has_lab);

inline constexpr float rail_width = 236, rail_least = 190, rail_most = 340, rail_strip = 46;
inline constexpr float text_least = 420, text_most = 520;

} // namespace lockstep::shell
