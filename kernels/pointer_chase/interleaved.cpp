// SPDX-License-Identifier: MIT
// One thread takes a step on each of up to 32 chains, then the next step on
// each. The loads of different chains do not wait for each other.
#include "kernels/pointer_chase/pointer_chase.hpp"

#include <algorithm>
#include <utility>

namespace lockstep::pointer_chase {

/// K chains from `first` on, side by side. K is fixed for the compiler, which
/// keeps as many of the places as it can in registers.
template <int K>
static void walk(const PointerChase& job, const std::uint32_t* begin,
                 int first) {
    const std::uint32_t* x = job.x();
    const int steps = job.loads / job.chains;
    std::uint32_t at[K];
    std::copy_n(begin + first, K, at);
    for (int step = 0; step < steps; ++step)
#pragma GCC unroll 32
        for (int k = 0; k < K; ++k)
            at[k] = x[at[k]];
    for (int k = 0; k < K; ++k) {
        if (job.steps(first + k) > steps) at[k] = x[at[k]];
        job.end[static_cast<std::size_t>(first + k)] = at[k];
    }
}

template <int... K>
static void walk_some(int count, const PointerChase& job,
                      const std::uint32_t* begin, int first,
                      std::integer_sequence<int, K...>) {
    ((K + 1 == count ? walk<K + 1>(job, begin, first) : void()), ...);
}

std::uint64_t interleaved(const PointerChase& job, Context& run) {
    for (int first = 0; first < job.chains; first += 32)
        walk_some(std::min(32, job.chains - first), job, job.begin(run.input),
                  first, std::make_integer_sequence<int, 32>{});
    return job.fold();
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_interleaved{
    "pointer_chase",
    "interleaved",
    Crew::One,
    &ErasedRun<&pointer_chase::interleaved>::run,
    nullptr,
    "One thread takes turns on up to 32 chains, whose loads overlap.",
    "walk",
    "kernels/pointer_chase/interleaved.cpp"};
}
