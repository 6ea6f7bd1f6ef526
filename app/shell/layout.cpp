// SPDX-License-Identifier: MIT
// The arithmetic of the columns: look.md's widths at 100 %, scaled with the text.
#include "app/shell/layout.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {
constexpr float fold_below = 1100, stack_below = 800;
constexpr float status_height = 32, band_height = 36;
}

Layout layout_of(float width, float height, float scale, const Settings& settings, bool presenting,
                 bool has_lab) {
    Layout layout;
    const float room = width / scale; // what this width amounts to at 100 %
    layout.status = std::round((presenting ? band_height : status_height) * scale);
    layout.height = height - layout.status;
    layout.rail_folded = settings.rail_folded || room < fold_below;
    const bool stacked = room < stack_below;
    layout.arrangement = stacked                ? Arrangement::Stacked
                         : layout.rail_folded ? Arrangement::TwoColumns
                                              : Arrangement::ThreeColumns;
    if (!presenting) {
        const float wanted = static_cast<float>(settings.rail_share) * width;
        layout.rail = layout.rail_folded
                          ? rail_strip * scale
                          : std::clamp(wanted, rail_least * scale, rail_most * scale);
        layout.rail = std::round(layout.rail);
    }
    const float left = width - layout.rail;
    layout.text = left;
    if (has_lab && !stacked) {
        const float wanted = static_cast<float>(settings.lesson_share) * width;
        // While presenting both columns are read from afar: they share the screen.
        const float most = presenting ? left * 0.45f : text_most * scale;
        const float least = std::min(text_least * scale, left * (presenting ? 0.45f : 0.5f));
        layout.text = std::round(std::clamp(wanted, least, std::max(most, least)));
        layout.lab = left - layout.text;
    }
    if (has_lab && stacked) layout.lab = left;
    return layout;
}

} // namespace lockstep::shell
