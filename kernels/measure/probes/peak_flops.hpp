// SPDX-License-Identifier: MIT
// The most floating-point operations that the cores can do in one instruction set: twelve or more
// independent chains of multiply and add a core, all in registers, so that neither memory nor the
// length of an operation holds anything up.
#pragma once

#include "kernels/measure/probes/pauses.hpp"
#include "kernels/measure/team.hpp"

namespace lockstep {

enum class Precision { Single, Double };

/// In 1e9 operations a second of all the team's workers together; the best of some tries of a few
/// ms. 0 when a chain did not count what it should have: then something was left out.
BestTry peak_gflops(std::int64_t target, Precision precision, Team& team);

/// Each usable target, in both precisions, on one core and on all that may be used.
std::vector<protocol::PeakFlops> probe_peaks(Crews& crews, Pauses& pauses);

} // namespace lockstep
