// SPDX-License-Identifier: MIT
// The barrier of two well-known benchmark libraries, "+m,r", round a value that was just loaded.
// GCC writes the register that it chose and reads the memory that it did not write: with -O2 the
// load is gone, and with it what the loop was to measure.
#include "kernels/measure/oracle.hpp"
#include "tests/kernels/measure/mutants/batches.hpp"

#include <bit>

namespace lockstep::mutants {
namespace {

inline __attribute__((always_inline)) void keep_as_they_do(double& value) {
    asm volatile("" : "+m,r"(value) : : "memory");
}

inline __attribute__((always_inline)) void keep(double& value) {
    asm volatile("" : "+m"(value) : : "memory");
}

template <void keep_it(double&)>
__attribute__((noinline)) double sum_of_kept(const double* a, int n) {
    double sum = 0;
    for (int i = 0; i < n; ++i) {
        double term = a[i];
        keep_it(term);
        sum += term;
    }
    return sum;
}

template <void keep_it(double&)>
Batch batch_of(const Problem& problem, std::int64_t first, int repetitions) {
    const auto& items = static_cast<const Items&>(problem);
    Batch batch;
    batch.begin_ns = now_ns();
    for (std::int64_t r = first; r < first + repetitions; ++r) {
        const double sum = sum_of_kept<keep_it>(items.a[input_of(r)].data(), Items::n);
        batch.checksum = folded(batch.checksum, std::bit_cast<std::uint64_t>(sum));
    }
    batch.end_ns = now_ns();
    return batch;
}

} // namespace

Batch memory_or_register_barrier(const Problem& problem, std::int64_t first, int repetitions) {
    return batch_of<&keep_as_they_do>(problem, first, repetitions);
}

Batch right_barrier(const Problem& problem, std::int64_t first, int repetitions) {
    return batch_of<&keep>(problem, first, repetitions);
}

} // namespace lockstep::mutants
