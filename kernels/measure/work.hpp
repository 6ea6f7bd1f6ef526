// SPDX-License-Identifier: MIT
// The unit of work of the synthetic jobs: a chain of integer steps of which each needs the one
// before, so that a core can do nothing but take them in turn (measuring rule 7).
#pragma once

#include <cstdint>

namespace lockstep {

/// `steps` dependent steps from `x`. Never inlined: whoever calls it, the loop is the same code. A
/// chain of 4096 steps or more (5 us) hardly overlaps with the next one inside a core; calls with
/// shorter ones must depend on each other, or a core runs several of them at a time.
std::uint64_t chain(std::uint64_t x, std::int64_t steps);

/// How many steps take 1 us on the core that asked first. Measured once a process, so that all
/// problems of one process agree on what a microsecond of work is.
double chain_steps_per_us();

/// A number made from input and index, different for each: where a chain starts.
std::uint64_t chain_start(int input, std::int64_t index);

/// Sleeps until CLOCK_MONOTONIC shows `deadline_ns`, with the thread's timer slack at its least.
void sleep_until(std::int64_t deadline_ns);

} // namespace lockstep
