// SPDX-License-Identifier: MIT
// The cores of this machine, and what they share; and the button that has the rest of it measured.
#include "app/shell/core_map.hpp"
#include "app/blocks/figure/core_map/bare_layout.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

void draw(const content::Lesson&, const content::FigureBody&, const Session& session,
          Commands& commands) {
    const auto& passport = session.passport.taken;
    const bool known = passport && !passport->layout.cores.empty();
    draw_core_map("figure", known ? passport->layout : core_map::bare_layout(session.machine));
    vertical_space(6);
    if (link(known ? "All of this machine##core map" : "Have this machine measured##core map",
             TextStyle::Label))
        commands.push_back(command::OpenPage{"passport"});
}

} // namespace

extern const Figure core_map_figure{"core_map", &draw};

} // namespace lockstep::shell
