// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: the numbers and paths go up, the numbers come back.
#include "kernels/divergence/divergence.hpp"

#include <algorithm>

namespace lockstep::divergence {

LaunchPlan cuda_1(const Divergence& job, int input) {
    const auto index = static_cast<std::size_t>(input);
    const std::span<const float> x = job.x[index];
    const std::span<const int> path = job.path[index];
    constexpr unsigned threads = 128;
    const auto lanes = static_cast<unsigned>(job.lanes);
    LaunchPlan plan;
    plan.module = "divergence";
    plan.buffers = {{bytes_of(x)}, {bytes_of(path)}, {bytes_of(x), true}};
    if (lanes > 0)
        plan.launches.push_back(
            {.kernel = "cuda_1",
             .grid = {(lanes + threads - 1) / threads, 1, 1},
             .block = {threads, 1, 1},
             .arguments = {BufferArgument{0}, BufferArgument{1},
                           BufferArgument{2}, job.lanes, job.stride,
                           divergence_steps, job.length}});
    plan.fold = [&job](std::span<const std::vector<std::byte>> results) {
        const auto bytes = std::as_writable_bytes(std::span(job.y));
        std::ranges::copy(results[0], bytes.begin());
        return job.fold(job.y);
    };
    return plan;
}

} // namespace lockstep::divergence

namespace lockstep {
extern const Variant divergence_cuda_1{
    "divergence",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&divergence::cuda_1>::plan,
    "A warp of 32 lanes, some of which leave at the branch.",
    "cuda_1",
    "kernels/divergence/cuda_1.cu",
};
}
