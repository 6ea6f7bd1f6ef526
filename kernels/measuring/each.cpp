// SPDX-License-Identifier: MIT
// The way that is asked for by its number, so that one sweep holds them all.
#include "kernels/measuring/measuring.hpp"

namespace lockstep {
namespace measuring {

using Way = std::uint64_t(const Measuring&, Context&);
Way correctly, no_warm_up, optimised_away, one_sample, coarse_clock, a_redraw,
    the_mean;

std::uint64_t each(const Measuring& job, Context& run) {
    static constexpr Way* ways[] = {correctly,  no_warm_up,   optimised_away,
                                    one_sample, coarse_clock, a_redraw,
                                    the_mean};
    return ways[job.way](job, run);
}

} // namespace measuring

extern const Variant measuring_each{
    "measuring",  "each",
    Crew::Beside, &ErasedRun<&measuring::each>::run,
    nullptr,      "The way of measuring that is asked for.",
    "each",       "kernels/measuring/each.cpp",
};

} // namespace lockstep
