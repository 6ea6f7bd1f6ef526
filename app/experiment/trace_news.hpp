// SPDX-License-Identifier: MIT
// What the second bench says of the trace that it keeps.
#pragma once

#include "app/experiment/commands.hpp"

namespace lockstep {

/// Carries the message into session.tracing and asks for what the picture still needs. False for a
/// message that is about something else.
bool hear_of_trace(Session& session, const protocol::FromBench& message, Effects& effects);

/// Chooses a step and asks for the window and the registers that belong to it.
void show_step(Session& session, std::int64_t step, Effects& effects);

/// A closer look at all warps goes where the cursor goes.
void keep_in_overview(Tracing& tracing);

/// The second bench was stopped or failed: the trace is gone with it.
void forget_trace(Session& session, std::string why);

} // namespace lockstep
