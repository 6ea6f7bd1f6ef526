// SPDX-License-Identifier: MIT
// A passport's roofs (peak and bandwidth, of one core and of all) among what is said of a machine
// in a few words: so that a model can be drawn, and a run file says which roof its run had.
#pragma once

#include "kernels/protocol/messages.hpp"

namespace lockstep {

/// Nothing changes where the passport lacks one of them.
void put_roofs(protocol::Machine& machine, const protocol::Passport& passport);

/// Those that were known before.
void keep_roofs(protocol::Machine& machine, const protocol::Machine& before);

} // namespace lockstep
