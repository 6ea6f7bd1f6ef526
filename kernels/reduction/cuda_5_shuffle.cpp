// SPDX-License-Identifier: MIT
// The plan of cuda_5_shuffle.cu: a block makes one sum of 512 numbers.
#include "kernels/reduction/reduction.hpp"

namespace lockstep::reduction {

LaunchPlan cuda_5_shuffle(const Reduction& job, int input) {
    return job.plan("cuda_5_shuffle", 512, input);
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_cuda_5_shuffle{
    "reduction",
    "cuda_5_shuffle",
    Crew::Card,
    nullptr,
    &ErasedPlan<&reduction::cuda_5_shuffle>::plan,
    "Lanes of a warp hand each other their sums.",
    "cuda_5_shuffle",
    "kernels/reduction/cuda_5_shuffle.cu",
};
}
