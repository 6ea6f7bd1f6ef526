// SPDX-License-Identifier: MIT
// What this machine is, as far as it can be said without measuring, in words for the learner.
#pragma once

#include "kernels/measure/cores.hpp"
#include "kernels/protocol/messages.hpp"

namespace lockstep {

/// Some milliseconds. `gpu` holds the reason why there is none, or "not asked yet" when a driver is
/// there.
protocol::Machine machine_facts();

/// The sentences that a learner should know before a run: a quota, one core, hidden cores.
std::vector<std::string> machine_notes(const Cores& cores);

/// One relaxed atomic addition to a line that no other core wants: the best of some tries, 0.2 ms.
double measure_atomic_add_ns();

/// "AVX-512" for Highway's target of the widest vectors that this processor has.
std::string simd_name();

/// Whether an NVIDIA driver is installed; it is loaded, not started.
bool has_nvidia_driver();

/// The spread that this machine puts on a comparison of a thing with itself: half the width of the
/// 95 % interval of an A/A ratio, plus its distance from 1. Takes about 40 ms.
double measure_noise();

} // namespace lockstep
