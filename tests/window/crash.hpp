// SPDX-License-Identifier: MIT
// A walk that crashes says where, and ends.
#pragma once

namespace lockstep::window_tests {

/// From now on the signals of a crash write the calls that led to it and end the process. (The Test
/// Engine's own handler asks for memory, which a heap that is no longer whole may never give.)
void report_crashes();

} // namespace lockstep::window_tests
