// SPDX-License-Identifier: MIT
// What it costs to do nothing: to read the clock, start a thread, wait for each other, make a task.
#pragma once

#include "kernels/measure/probes/pauses.hpp"

namespace lockstep {

/// From asking for a thread that may run on any usable core to its first instruction; the median
/// of some. 0 when the system gives none.
double thread_start_ns();

/// One barrier of this team of spinning threads, the median of some hundreds. 0 for a team of one.
double barrier_ns(Team& team);

/// An empty oneTBB task of a task_group, made and carried out by one thread, the median of some
/// thousands. (With more threads it depends on who steals from whom.)
double task_ns();

protocol::Overheads probe_overheads(Crews& crews, Pauses& pauses);

} // namespace lockstep
