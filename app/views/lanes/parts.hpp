// SPDX-License-Identifier: MIT
// The parts of the stepper: the picture of lanes and steps, the row of controls, and what is known
// of the chosen step.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/experiment/step_rows.hpp"

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
Sight sight_of(const Tracing& tracing, std::size_t most_rows);

/// Lanes across, steps down. Answers with the step that was clicked.
void draw_grid(const Sight& sight, const Tracing& tracing, Commands& commands);

/// Back, step, next divergence, the scrubber, and whose steps are shown.
void draw_controls(const Sight& sight, const Tracing& tracing, Commands& commands);

/// The PTX of the chosen step, what its access touches, and what was found wrong with it.
void draw_details(const Sight& sight, const Tracing& tracing);

/// "%r1 = 7, %f2 = 0.5": what a lane holds before the step, those written last first.
std::vector<std::string> register_words(const protocol::Registers& registers, int lane,
                                        std::size_t most);

} // namespace lockstep::lanes_view
