// SPDX-License-Identifier: MIT
// The plan of cuda_3_sequential.cu: a block makes one sum of 256 numbers.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

LaunchPlan cuda_3_sequential(const Reduction& job, int input) {
    return job.plan("cuda_3_sequential", 256, input);
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_cuda_3_sequential{
    "reduction",
    "cuda_3_sequential",
    Crew::Card,
    nullptr,
    &ErasedPlan<&reduction::cuda_3_sequential>::plan,
    "The second half is added to the first: no bank conflicts.",
    "cuda_3_sequential",
    "kernels/reduction/cuda_3_sequential.cu",
};
}
