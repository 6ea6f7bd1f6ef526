// SPDX-License-Identifier: MIT
// The plan of cuda_2_strided.cu: a block makes one sum of 256 numbers.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

LaunchPlan cuda_2_strided(const Reduction& job, int input) {
    return job.plan("cuda_2_strided", 256, input);
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_cuda_2_strided{
    "reduction",
    "cuda_2_strided",
    Crew::Card,
    nullptr,
    &ErasedPlan<&reduction::cuda_2_strided>::plan,
    "Those who add are the first threads; their words share banks.",
    "cuda_2_strided",
    "kernels/reduction/cuda_2_strided.cu",
};
}
