// SPDX-License-Identifier: MIT
// The parts of the stepper: the picture of lanes and steps, the row of controls, and what is known
// of the chosen step.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/experiment/step_rows.hpp"
#include "app/shell/shown_source.hpp"

#include <imgui.h>

#include <string>
#include <vector>

namespace lockstep::lanes_view {

/// What of a warp's rows is in sight: `shown` rows, of which `chosen` is the cursor's.
struct Sight {
    std::vector<StepRow> rows;
    std::size_t first = 0, count = 0;
    std::size_t chosen = 0; ///< index into rows; rows.size() when the window is not there yet
    bool has_chosen() const { return chosen < rows.size(); }
};
/// Lines are those of the source with the trace's number `file`.
Sight sight_of(const Tracing& tracing, std::size_t most_rows, int file = -1);

/// Lanes across, steps down. Answers with the step that was clicked.
void draw_grid(const Sight& sight, const Tracing& tracing, Commands& commands);

/// Back, step, next divergence, the scrubber, and whose steps are shown.
void draw_controls(const Sight& sight, const Tracing& tracing, Commands& commands);

/// The PTX of the chosen step, what its access touches, and what was found wrong with it.
void draw_details(const Sight& sight, const Tracing& tracing);

/// Whose kernel it is and how it was compiled, with the way to the other.
void draw_source_head(const Session& session, const shell::ShownSource& source, Commands& commands);
/// The source, `size` in pixels: the current line stands out, those visited say with which lanes.
/// A line that is chosen is run to.
void draw_source(const Sight& sight, const Session& session, const shell::ShownSource& source,
                 ImVec2 size, Commands& commands);
/// The PTX: the current instruction stands out, and those of the same source line are tinted.
void draw_ptx(const Sight& sight, const Tracing& tracing, ImVec2 size);
/// What the compiler made of the current line; nothing where it is as one would expect.
void draw_remark(const Sight& sight, const Tracing& tracing, const shell::ShownSource& source);

/// "%r1 = 7, %f2 = 0.5": what a lane holds before the step, those written last first.
std::vector<std::string> register_words(const protocol::Registers& registers, int lane,
                                        std::size_t most);

} // namespace lockstep::lanes_view
