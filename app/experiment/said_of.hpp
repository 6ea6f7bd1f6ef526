// SPDX-License-Identifier: MIT
// Words stay where they were said; the plot beside them goes on to other settings and other tabs.
#pragma once

#include "app/experiment/session.hpp"

#include <string>

namespace lockstep {

/// "From the run with size of one piece 50 ns." for words about a run of `experiment` with these
/// parameters: the sliders that stand elsewhere now. While the lab shows another tab, that of the
/// run is named. Empty where the lab shows that experiment as it was.
std::string said_of(const Session& session, const content::Lesson& lesson,
                    const content::Experiment& experiment, const Values& parameters);

/// The same of the run that the standing guess of a predict block is held against.
std::string guess_said_of(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, std::string_view block);

} // namespace lockstep
