// SPDX-License-Identifier: MIT
// The plan of cuda_1_interleaved.cu: a block makes one sum of 256 numbers.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

LaunchPlan cuda_1_interleaved(const Reduction& job, int input) {
    return job.plan("cuda_1_interleaved", 256, input);
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_cuda_1_interleaved{
    "reduction",
    "cuda_1_interleaved",
    Crew::Card,
    nullptr,
    &ErasedPlan<&reduction::cuda_1_interleaved>::plan,
    "A tree in shared memory; those who add stand between those who do not.",
    "cuda_1_interleaved",
    "kernels/reduction/cuda_1_interleaved.cu",
};
}
