// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: the numbers and paths go up, the numbers come back.
#include "kernels/divergence/divergence.hpp"

namespace lockstep::divergence {

LaunchPlan cuda_1(const Divergence& job, int input) {
    return job.plan("cuda_1", input);
}

} // namespace lockstep::divergence

namespace lockstep {
extern const Variant divergence_cuda_1{
    "divergence",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&divergence::cuda_1>::plan,
    "A warp of 32 lanes, some of which leave at the branch.",
    "cuda_1",
    "kernels/divergence/cuda_1.cu",
};
}
