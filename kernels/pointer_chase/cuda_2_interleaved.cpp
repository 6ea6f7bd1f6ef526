// SPDX-License-Identifier: MIT
// The plan of cuda_2_interleaved.cu: a quarter as many threads as chains.
#include "kernels/pointer_chase/pointer_chase.hpp"

namespace lockstep::pointer_chase {

LaunchPlan cuda_2_interleaved(const PointerChase& job, int input) {
    return job.plan("cuda_2_interleaved", (job.chains + 3) / 4, input);
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_cuda_2_interleaved{
    "pointer_chase",
    "cuda_2_interleaved",
    Crew::Card,
    nullptr,
    &ErasedPlan<&pointer_chase::cuda_2_interleaved>::plan,
    "Four chains for each thread: a warp has four loads under way.",
    "cuda_2_interleaved",
    "kernels/pointer_chase/cuda_2_interleaved.cu",
};
}
