// SPDX-License-Identifier: MIT
// Work that is cut into tasks, as workers of a quiet machine would do it: who did which task when,
// so that a timeline shows what its lesson speaks of.
#pragma once

#include "app/experiment/run.hpp"

#include <optional>
#include <vector>

namespace lockstep::window_tests {

struct PlayedWork {
    double time_ns = 0, serial_ns = 0;
    std::vector<double> busy_ns = {}; ///< of each worker
    protocol::Spans spans = {};
};

/// Of a point whose workload hands out tasks: customers, pieces, long and short ones, tiles. All of
/// its work takes one worker `all_ns`; workers beyond the cores share the units of the others.
/// Nothing for other workloads.
std::optional<PlayedWork> played_work(const Point& point, double all_ns, int cores);

/// Steps of workers who wait on timers, `time_ns` in all, each as long as its slowest worker: late
/// ones as often as chance would have it.
PlayedWork played_steps(const Point& point, double time_ns);

} // namespace lockstep::window_tests
