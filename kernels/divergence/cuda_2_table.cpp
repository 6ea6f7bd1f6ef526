// SPDX-License-Identifier: MIT
// The plan of cuda_2_table.cu: the factors of all paths go up as well.
#include "kernels/divergence/divergence.hpp"

namespace lockstep::divergence {

LaunchPlan cuda_2_table(const Divergence& job, int input) {
    LaunchPlan plan = job.plan("cuda_2_table", input);
    const std::span<const float> table = divergence_r;
    plan.buffers.push_back({bytes_of(table)});
    for (Launch& launch : plan.launches)
        launch.arguments.push_back(BufferArgument{3});
    return plan;
}

} // namespace lockstep::divergence

namespace lockstep {
extern const Variant divergence_cuda_2_table{
    "divergence",
    "cuda_2_table",
    Crew::Card,
    nullptr,
    &ErasedPlan<&divergence::cuda_2_table>::plan,
    "One loop for all lanes, each with a factor that it looks up.",
    "cuda_2_table",
    "kernels/divergence/cuda_2_table.cu",
};
}
