// SPDX-License-Identifier: MIT
// One repetition of a variant outside the bench, as the tests of the workloads need it: the threads
// or the arena that its crew asks for, and no timing.
#pragma once

#include "kernels/measure/runner.hpp"
#include "kernels/measure/workload.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace lockstep::trial {

const Workload& workload(std::string_view name);
const Variant& variant(std::string_view workload, std::string_view name);

/// The workload's defaults, p = 1, and over them what is given.
Values with_defaults(const Workload& workload, const Values& given);

/// The problem, which must be possible.
std::unique_ptr<Problem> problem(const Workload& workload, const Values& values);

struct Outcome {
    std::uint64_t checksum = 0;
    double duration_ns = 0;
    BusyTotals totals;
};

/// One repetition with this many workers; nothing when this machine has too few cores for the crew.
std::optional<Outcome> run(const Variant& variant, const Problem& problem, int input, int workers);

/// The shortest of several repetitions, ns.
double fastest_ns(const Variant& variant, const Problem& problem, int workers, int tries);

/// "divergence/simd {leave=1, p=2} input 3", for messages.
std::string words(const Variant& variant, const Values& values, int input);

} // namespace lockstep::trial
