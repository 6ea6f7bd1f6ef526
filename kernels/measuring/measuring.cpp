// SPDX-License-Identifier: MIT
// The work's length in steps of its chain, and where its numbers lie.
#include "kernels/measuring/measuring.hpp"

#include <cmath>
#include <sys/mman.h>

namespace lockstep {
namespace {

constexpr std::string_view ways[] = {
    "correctly",    "no warm-up", "optimised away", "one sample",
    "coarse clock", "a redraw",   "the mean"};
constexpr Parameter parameters[] = {
    {"way", "way of measuring", "", 0, 6, 0, Scale::Linear, true, ways},
    {"work_us", "length of the work", "us", 150, 20000, 3000, Scale::Log},
    {"share", "what another program wants of the core", "share", 0, 0.9, 0.1},
};

constexpr std::size_t size_bytes = sizeof(Measuring::Numbers);

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(measuring_workload, values));
    auto job = std::make_unique<Measuring>();
    const double all = value_of(values, "work_us", 3000) * chain_steps_per_us();
    job->way = static_cast<int>(value_of(values, "way", 0));
    job->steps = static_cast<int>(
        std::max(1.0, std::round(all / double{measuring_items})));
    job->share = value_of(values, "share", 0.1);
    void* const pages = mmap(nullptr, size_bytes, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return fail("measuring", "there is no memory for its numbers.",
                    "Close other programs.");
    job->numbers = new (pages) Measuring::Numbers;
    job->fill(0, *job->numbers);
    return job;
}

double items(const Values&) {
    return 1;
}
double none(const Values&) {
    return 0;
}
double bytes(const Values&) {
    return size_bytes;
}

} // namespace

Measuring::~Measuring() {
    if (numbers != nullptr) munmap(numbers, size_bytes);
}

void Measuring::forget_numbers() const {
    madvise(numbers, size_bytes, MADV_DONTNEED);
}

extern const Workload measuring_workload{
    .name = "measuring",
    .title = "Ways of measuring",
    .sentence = "An array is filled with numbers of which each comes from the "
                "one before, and that is measured in seven ways: correctly, "
                "and with one mistake each.",
    .item = "measurement",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &bytes,
};

} // namespace lockstep
