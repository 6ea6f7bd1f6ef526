// SPDX-License-Identifier: MIT
// One frame of the window: rail, page, lab, status line, notices. Reads the session, adds commands.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/shell/layout.hpp"

namespace lockstep::shell {

void draw_frame(const Session& session, Commands& commands);

void draw_rail(const Session& session, Commands& commands, const Layout& layout);
void draw_status(const Session& session, Commands& commands);
void draw_notices(const Session& session, Commands& commands);
/// The presenter's band: where the walk is, and how the class voted.
void draw_presenter(const Session& session);

/// Lessons of a unit that are finished, and how many there are.
struct UnitProgress {
    std::string unit;
    int finished = 0, lessons = 0;
    std::string next;  ///< id of its first lesson that is not finished, else its first
    bool open = false; ///< holds the open lesson
};
std::vector<UnitProgress> unit_progress(const Session& session);
/// The lesson before or after the open one; empty at the ends.
std::string neighbour_lesson(const Session& session, int by);

} // namespace lockstep::shell
