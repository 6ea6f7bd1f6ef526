// SPDX-License-Identifier: MIT
// The plan of cuda_4_padded.cu: the matrix goes up and comes back turned.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

LaunchPlan cuda_4_padded(const Transpose& job, int input) {
    return job.plan("cuda_4_padded", input);
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_cuda_4_padded{
    "transpose",
    "cuda_4_padded",
    Crew::Card,
    nullptr,
    &ErasedPlan<&transpose::cuda_4_padded>::plan,
    "The same tile, its rows one word longer: no bank conflicts.",
    "cuda_4_padded",
    "kernels/transpose/cuda_4_padded.cu",
};
}
