// SPDX-License-Identifier: MIT
// The arrays, and what one repetition computes and moves.
#include "kernels/intensity/intensity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"k", "multiply-adds for 24 bytes from memory", "", 1, 1024, 1, Scale::Log,
     true},
    {"array_kib", "size of the three arrays", "KiB", 12, 1 << 18, 1 << 16,
     Scale::Log, true},
};

constexpr double element_bytes = 3 * sizeof(double);
constexpr int grain = intensity_chains * 8; ///< of the widest vectors

int numbers(const Values& values) {
    const double bytes = 1024 * value_of(values, "array_kib", 1 << 16);
    const double each = bytes / element_bytes / input_count / grain;
    return grain * std::max(1, static_cast<int>(each));
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(intensity_workload, values));
    auto job = std::make_unique<Intensity>();
    job->n = numbers(values);
    job->k = static_cast<int>(value_of(values, "k", 1));
    const std::size_t all = job->begin_of(input_count);
    job->b.resize(all);
    job->c.resize(all);
    job->a.assign(all, 0.0);
    for (std::size_t i = 0; i < all; ++i) {
        job->b[i] = static_cast<double>(i * 7 % 1000);
        job->c[i] = static_cast<double>(i % 1021);
    }
    return job;
}

double flops(const Values& values) {
    return 2 * value_of(values, "k", 1) * numbers(values);
}
double bytes(const Values& values) {
    return element_bytes * numbers(values);
}

} // namespace

constexpr std::uint64_t stretches = 256;

std::uint64_t Intensity::fold(int input) const {
    const double* const own = a.data() + begin_of(input);
    std::uint64_t sum = 0;
    visit_sample(static_cast<std::uint64_t>(n), stretches, [&](std::size_t i) {
        sum = sum * 0x9E3779B97F4A7C15u + std::bit_cast<std::uint64_t>(own[i]);
    });
    return sum;
}

void Intensity::forget_results() const {
    for (int input = 0; input < input_count; ++input)
        visit_sample(
            static_cast<std::uint64_t>(n), stretches,
            [own = a.data() + begin_of(input)](std::size_t i) { own[i] = -1; });
}

extern const Workload intensity_workload{
    .name = "intensity",
    .title = "More and more arithmetic for each byte",
    .sentence = "Three arrays go through a core, and for every three numbers "
                "it multiplies and adds k times: few flops for a byte wait for "
                "memory, many for the arithmetic units.",
    .item = "flop",
    .parameters = parameters,
    .create = &create,
    .items = &flops,
    .flops = &flops,
    .bytes = &bytes,
};

} // namespace lockstep
