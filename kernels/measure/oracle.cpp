// SPDX-License-Identifier: MIT
// The serial variant's answers, asked for when they are first needed, so that a run of a long job
// need not begin with four of them.
#include "kernels/measure/oracle.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lockstep {

/// Enough phases for any workload's steps; more are summed in the last, and nobody reads the sums.
static constexpr int oracle_phases = 64;

Oracle::Oracle(const Problem& problem, Run serial) : m_problem(problem), m_serial(serial) {
    LOCKSTEP_ASSERT(serial != nullptr,
                    "A workload has a serial variant, which says what is right.");
}

int Oracle::prepare(std::int64_t first, std::int64_t repetitions) {
    int runs = 0;
    for (std::int64_t r = first; r < first + std::min<std::int64_t>(repetitions, input_count);
         ++r) {
        auto& result = m_results[static_cast<std::size_t>(input_of(r))];
        if (result) continue;
        Recorder record(1, oracle_phases, 0);
        Context context{input_of(r), 1, nullptr, &record};
        record.begin_sample();
        const std::int64_t begin_ns = Recorder::now_ns();
        result = m_serial(m_problem, context);
        m_run_ns = std::max(m_run_ns, static_cast<double>(Recorder::now_ns() - begin_ns));
        ++runs;
    }
    return runs;
}

double Oracle::expected_prepare_ns(std::int64_t first, std::int64_t repetitions) const {
    int missing = 0;
    for (std::int64_t r = first; r < first + std::min<std::int64_t>(repetitions, input_count); ++r)
        missing += m_results[static_cast<std::size_t>(input_of(r))] ? 0 : 1;
    return missing * m_run_ns;
}

std::uint64_t Oracle::expected(std::int64_t first, std::int64_t repetitions) {
    prepare(first, repetitions);
    std::uint64_t h = 0;
    for (std::int64_t r = first; r < first + repetitions; ++r)
        h = folded(h, *m_results[static_cast<std::size_t>(input_of(r))]);
    return h;
}

bool Oracle::within_bounds(std::int64_t first, std::span<const std::uint64_t> results) {
    const auto count = static_cast<std::int64_t>(results.size());
    prepare(first, count);
    for (std::int64_t r = 0; r < count; ++r) {
        const int input = input_of(first + r);
        const auto serial = std::bit_cast<double>(*m_results[static_cast<std::size_t>(input)]);
        const auto here = std::bit_cast<double>(results[static_cast<std::size_t>(r)]);
        if (!(std::abs(here - serial) <= m_problem.bound(input))) return false;
    }
    return true;
}

} // namespace lockstep
