// SPDX-License-Identifier: MIT
// How long a cache line takes from one core to another: the method of the tool
// core-to-core-latency (N. Viennot), two pinned threads that change one word by compare-and-swap in
// turn. Half of the round trip.
#pragma once

#include "kernels/measure/probes/pauses.hpp"

#include <span>
#include <utility>

namespace lockstep {

/// The median of up to 200 samples of 100 round trips each, for some `longest_ns` (up to ten times
/// that where others take the cores: while both threads run, short samples are soon many). 0 when
/// the threads could not be started or pinned, or hardly ever ran at the same time.
double line_latency_ns(int first_cpu, int second_cpu, double longest_ns);

/// Which pairs (places in a list of `count` CPUs, the larger first) to measure in which order:
/// neighbours, then all with the first, then the rest in a random order that is always the same. So
/// whatever the time allows is spread over the machine.
std::vector<std::pair<int, int>> latency_order(int count);

/// All pairs of these CPUs, in rising order, or as many as fit into the time; of more than 256
/// CPUs every second, third and so on. A sentence in `remarks` says what was left out.
protocol::CoreLatencies probe_latencies(std::span<const int> cpus, Pauses& pauses,
                                        std::vector<std::string>& remarks);

} // namespace lockstep
