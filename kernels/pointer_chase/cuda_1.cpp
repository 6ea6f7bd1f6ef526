// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: as many threads as chains.
#include "kernels/pointer_chase/pointer_chase.hpp"

namespace lockstep::pointer_chase {

LaunchPlan cuda_1(const PointerChase& job, int input) {
    return job.plan("cuda_1", job.chains, input);
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_cuda_1{
    "pointer_chase",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&pointer_chase::cuda_1>::plan,
    "A chain for each thread: warps hide each other's waiting.",
    "cuda_1",
    "kernels/pointer_chase/cuda_1.cu",
};
}
