// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: the array and the order go up, and a sum of each
// thread comes back.
#include "kernels/gather/gather.hpp"

#include <cstring>

namespace lockstep::gather {

LaunchPlan cuda_1(const Gather& job, int input) {
    constexpr unsigned threads = 256, loads_of_thread = 8;
    const auto loads = static_cast<std::uint32_t>(job.loads);
    const unsigned blocks =
        (loads + threads * loads_of_thread - 1) / (threads * loads_of_thread);
    const std::span<const GatherLine> x = job.lines;
    const std::span<const std::uint32_t> index =
        job.index[static_cast<std::size_t>(input)];
    LaunchPlan plan;
    plan.module = "gather";
    plan.buffers = {
        {bytes_of(x)},
        {bytes_of(index)},
        {std::vector<std::byte>(sizeof(unsigned) * threads * blocks), true}};
    if (loads > 0)
        plan.launches.push_back(
            {.kernel = "cuda_1",
             .grid = {blocks, 1, 1},
             .block = {threads, 1, 1},
             .arguments = {BufferArgument{0}, BufferArgument{1},
                           BufferArgument{2}, loads, job.begin(input),
                           job.stride, job.mask, job.shuffled ? 1 : 0}});
    plan.fold = [](std::span<const std::vector<std::byte>> results) {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < results[0].size(); i += sizeof sum) {
            std::uint32_t one = 0;
            std::memcpy(&one, results[0].data() + i, sizeof one);
            sum += one;
        }
        return std::uint64_t{sum};
    };
    return plan;
}

} // namespace lockstep::gather

namespace lockstep {
extern const Variant gather_cuda_1{
    "gather",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&gather::cuda_1>::plan,
    "The 32 threads of a warp load at once; sectors are what moves.",
    "cuda_1",
    "kernels/gather/cuda_1.cu",
};
}
