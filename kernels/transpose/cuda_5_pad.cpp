// SPDX-License-Identifier: MIT
// The plan of cuda_5_pad.cu: it needs shared memory for 32 rows as long as they
// were asked for.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

LaunchPlan cuda_5_pad(const Transpose& job, int input) {
    LaunchPlan plan = job.plan("cuda_5_pad", input);
    const auto width = static_cast<std::uint32_t>(32 + job.pad);
    for (Launch& launch : plan.launches) {
        launch.shared_bytes = 32 * width * sizeof(std::uint32_t);
        launch.arguments.push_back(width);
    }
    return plan;
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_cuda_5_pad{
    "transpose",
    "cuda_5_pad",
    Crew::Card,
    nullptr,
    &ErasedPlan<&transpose::cuda_5_pad>::plan,
    "The same tile, its rows longer by as many words as are asked for.",
    "cuda_5_pad",
    "kernels/transpose/cuda_5_pad.cu",
};
}
