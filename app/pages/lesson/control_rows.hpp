// SPDX-License-Identifier: MIT
// How sliders and the big button share the width above the plot. Lengths in pixels; no window.
#pragma once

#include <cstddef>
#include <vector>

namespace lockstep::lab {

inline constexpr float control_gap = 20, control_button_gap = 26; ///< at 100 %

struct ControlRows {
    std::vector<std::size_t> counts; ///< how many sliders stand in each row
    int button_row = -1; ///< the row at whose right end the button stands; -1: below all
};

/// Sliders in order, as many in a row as fit with their least widths. The button stands in the
/// first row where it fits beside what else is there, else in the last one, else below.
ControlRows control_rows(const std::vector<float>& least, float button, float width, float gap,
                         float button_gap);

/// Widths of one row's sliders: what is left over goes to those that can use it, up to `most` each.
std::vector<float> share_out(const std::vector<float>& least, const std::vector<bool>& grows,
                             float width, float gap, float most);

} // namespace lockstep::lab
