// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: the path goes up with where the chains begin, and
// where they end comes back.
#include "kernels/pointer_chase/pointer_chase.hpp"

#include <algorithm>

namespace lockstep::pointer_chase {

LaunchPlan cuda_1(const PointerChase& job, int input) {
    const std::span<const ChaseLine> lines = job.lines;
    const std::span<const std::uint32_t> begins =
        job.begins[static_cast<std::size_t>(input)];
    const auto block = static_cast<unsigned>(job.block);
    const auto chains = static_cast<unsigned>(job.chains);
    LaunchPlan plan;
    plan.module = "pointer_chase";
    plan.buffers = {{bytes_of(lines)},
                    {bytes_of(begins)},
                    {std::vector<std::byte>(sizeof(unsigned) * chains), true}};
    plan.launches = {{.kernel = "cuda_1",
                      .grid = {(chains + block - 1) / block, 1, 1},
                      .block = {block, 1, 1},
                      .arguments = {BufferArgument{0}, BufferArgument{1},
                                    BufferArgument{2}, job.chains, job.loads}}};
    plan.fold = [&job](std::span<const std::vector<std::byte>> results) {
        std::ranges::copy(results[0],
                          std::as_writable_bytes(std::span(job.end)).begin());
        return job.fold();
    };
    return plan;
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_cuda_1{
    "pointer_chase",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&pointer_chase::cuda_1>::plan,
    "A chain for each thread: warps hide each other's waiting.",
    "cuda_1",
    "kernels/pointer_chase/cuda_1.cu",
};
}
