// SPDX-License-Identifier: MIT
// The trace that the stepper's views show: asked for when it is not there, and what is said
// meanwhile.
#pragma once

#include "app/experiment/commands.hpp"

namespace lockstep::shell {

/// Whether there is a kernel to step through: of the chosen point, or of a trace file on its page.
bool can_trace(const Session& session);

/// True when the session has the trace of that kernel, with steps to show. Else it is asked for,
/// and why there is none is said at the cursor.
bool trace_in_sight(const Session& session, Commands& commands);

/// Whether one of the views that step through a kernel is open and has a trace, so that keys may
/// act on it.
bool steps_by_keys(const Session& session);

} // namespace lockstep::shell
