// SPDX-License-Identifier: MIT
// The plan of cuda_3_shared.cu: the matrix goes up and comes back turned.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

LaunchPlan cuda_3_shared(const Transpose& job, int input) {
    return job.plan("cuda_3_shared", input);
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_cuda_3_shared{
    "transpose",
    "cuda_3_shared",
    Crew::Card,
    nullptr,
    &ErasedPlan<&transpose::cuda_3_shared>::plan,
    "A tile is turned in shared memory, in which a column is one bank.",
    "cuda_3_shared",
    "kernels/transpose/cuda_3_shared.cu",
};
}
