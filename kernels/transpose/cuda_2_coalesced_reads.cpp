// SPDX-License-Identifier: MIT
// The plan of cuda_2_coalesced_reads.cu: the matrix goes up and comes back
// turned.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

LaunchPlan cuda_2_coalesced_reads(const Transpose& job, int input) {
    return job.plan("cuda_2_coalesced_reads", input);
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_cuda_2_coalesced_reads{
    "transpose",
    "cuda_2_coalesced_reads",
    Crew::Card,
    nullptr,
    &ErasedPlan<&transpose::cuda_2_coalesced_reads>::plan,
    "Neighbouring threads read neighbouring words, and write a column.",
    "cuda_2_coalesced_reads",
    "kernels/transpose/cuda_2_coalesced_reads.cu",
};
}
