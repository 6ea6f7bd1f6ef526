// SPDX-License-Identifier: MIT
// The plan of cuda_0_stretches.cu: the same launch, other loads for a
// thread.
#include "kernels/gather/gather.hpp"

namespace lockstep::gather {

LaunchPlan cuda_0_stretches(const Gather& job, int input) {
    return job.plan("cuda_0_stretches", input);
}

} // namespace lockstep::gather

namespace lockstep {
extern const Variant gather_cuda_0_stretches{
    "gather",
    "cuda_0_stretches",
    Crew::Card,
    nullptr,
    &ErasedPlan<&gather::cuda_0_stretches>::plan,
    "Each thread makes a stretch of the loads, far from its neighbours.",
    "cuda_0_stretches",
    "kernels/gather/cuda_0_stretches.cu",
};
}
