// SPDX-License-Identifier: MIT
// The memory triad of one core beside likwid-bench's "stream", which is the same formula with the
// same count of bytes, on as much memory, in alternation; of each the best.
#include "benchmarks/figure.hpp"
#include "benchmarks/likwid.hpp"
#include "kernels/measure/facts/memory_room.hpp"
#include "kernels/measure/passport.hpp"
#include "kernels/measure/probes/pauses.hpp"
#include "kernels/measure/probes/triad.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const std::string ending, likwid_ending());
    constexpr int rounds = 15;
    const auto plans =
        triad_plans(look_up_passport().layout.caches, 1, memory_room_bytes() / 8);
    const double bytes = plans.back().set_bytes;
    if (plans.back().level != "memory")
        return fail("", "this machine has too little memory for its caches.");
    const int iterations = std::max(2, static_cast<int>(2e8 / bytes)); // some 20 ms
    const std::string size = fmt::format("{:.0f}kB", bytes / 1000);
    double theirs = 0, ours = 0;
    for (int round = 0; round < rounds; ++round) {
        LOCKSTEP_TRY(const double mbytes,
                     likwid_rate("stream_" + ending, size, iterations, "MByte/s:"));
        theirs = std::max(theirs, mbytes / 1000);
        Crews crews;
        Team* const one = gathered(crews, 1);
        if (one == nullptr)
            return fail("", "the system gives no thread.");
        ours = std::max(ours, TriadArrays(*one, bytes).best_gb_s().value);
    }
    return Measured{ours / theirs, ours / theirs >= 0.98,
                    fmt::format("{:.4g} against {:.4g} GB/s, {}, {}, best of {} each", ours, theirs,
                                ending, size, rounds)};
}

extern const Figure triad_against_likwid{"triad over likwid-bench's", ">= 0.98", "", &measure};

} // namespace lockstep::benchmarks
