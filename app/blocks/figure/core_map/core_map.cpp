// SPDX-License-Identifier: MIT
// The cores of this machine, and what they share; and the button that has the rest of it measured.
#include "app/shell/core_map.hpp"
#include "app/blocks/figure/core_map/bare_layout.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

void draw(const content::Lesson&, const content::FigureBody&, const Session& session, Commands&) {
    draw_core_map("figure", core_map::bare_layout(session.machine));
}

} // namespace

extern const Figure core_map_figure{"core_map", &draw};

} // namespace lockstep::shell
