// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: neighbouring threads, neighbouring loads.
#include "kernels/gather/gather.hpp"

namespace lockstep::gather {

LaunchPlan cuda_1(const Gather& job, int input) {
    return job.plan("cuda_1", input);
}

} // namespace lockstep::gather

namespace lockstep {
extern const Variant gather_cuda_1{
    "gather",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&gather::cuda_1>::plan,
    "The 32 threads of a warp load at once; sectors are what moves.",
    "cuda_1",
    "kernels/gather/cuda_1.cu",
};
}
