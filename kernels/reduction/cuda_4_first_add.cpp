// SPDX-License-Identifier: MIT
// The plan of cuda_4_first_add.cu: a block makes one sum of 512 numbers.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

LaunchPlan cuda_4_first_add(const Reduction& job, int input) {
    return job.plan("cuda_4_first_add", 512, input);
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_cuda_4_first_add{
    "reduction",
    "cuda_4_first_add",
    Crew::Card,
    nullptr,
    &ErasedPlan<&reduction::cuda_4_first_add>::plan,
    "Two numbers for each thread, added while they are loaded.",
    "cuda_4_first_add",
    "kernels/reduction/cuda_4_first_add.cu",
};
}
