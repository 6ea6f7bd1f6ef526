// SPDX-License-Identifier: MIT
// The plan of cuda_1_naive.cu: the matrix goes up and comes back turned.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

LaunchPlan cuda_1_naive(const Transpose& job, int input) {
    return job.plan("cuda_1_naive", input);
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_cuda_1_naive{
    "transpose",
    "cuda_1_naive",
    Crew::Card,
    nullptr,
    &ErasedPlan<&transpose::cuda_1_naive>::plan,
    "Neighbouring threads read from neighbouring rows.",
    "cuda_1_naive",
    "kernels/transpose/cuda_1_naive.cu",
};
}
