// SPDX-License-Identifier: MIT
// A fixed amount of work of which the part f can be shared out in pieces.
#include "kernels/amdahl/amdahl.hpp"

#include <cmath>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"f", "part that can be shared out", "share", 0, 1, 0.5},
    {"piece_us", "size of one piece", "us", 0.05, 1000, 20, Scale::Log},
    {"work_ms", "work in all", "ms", 0, 50, 5},
};

// Two clock readings are 1 to 3 % of a piece of this length (measuring rule 4).
constexpr double least_stamped_ns = 2000;

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(amdahl_workload, values));
    auto job = std::make_unique<Amdahl>();
    const double steps_per_us = chain_steps_per_us();
    const double piece_us = value_of(values, "piece_us", 20);
    const auto piece_steps =
        std::max<std::int64_t>(1, std::llround(piece_us * steps_per_us));
    const std::int64_t all =
        std::llround(1e3 * value_of(values, "work_ms", 5) * steps_per_us);
    const std::int64_t shared =
        std::llround(value_of(values, "f", 0.5) * static_cast<double>(all));
    job->serial = {all - shared, piece_steps};
    job->shared = {shared, piece_steps};
    job->piece_ns = 1e3 * static_cast<double>(piece_steps) / steps_per_us;
    job->stamped = job->piece_ns >= least_stamped_ns;
    job->sums.resize(static_cast<std::size_t>(value_of(values, "p", 1)));
    return job;
}

double items(const Values&) {
    return 1;
}
double none(const Values&) {
    return 0;
}

} // namespace

std::uint64_t Amdahl::collect(Context& run) const {
    std::uint64_t total = 0;
    for (std::size_t worker = 0; worker < sums.size(); ++worker) {
        AmdahlSum& own = sums[worker];
        total += own.value;
        if (!stamped)
            run.record->counted(static_cast<int>(worker), 0,
                                static_cast<double>(own.pieces) * piece_ns);
        own = {};
    }
    return total;
}

extern const Workload amdahl_workload{
    .name = "amdahl",
    .title = "A job with a serial part",
    .sentence = "A part of the job can be shared out in pieces, and in the "
                "rest each step needs the one before: the rest sets the time "
                "that no number of workers can shorten.",
    .item = "job",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &none,
};

} // namespace lockstep
