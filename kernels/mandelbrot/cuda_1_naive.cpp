// SPDX-License-Identifier: MIT
// The plan of cuda_1_naive.cu: nothing goes up but the view, the counts come
// back.
#include "kernels/mandelbrot/mandelbrot.hpp"

#include <algorithm>

namespace lockstep::mandelbrot {

LaunchPlan cuda_1_naive(const Mandelbrot& job, int input) {
    const View& view = job.view(input);
    constexpr unsigned columns = 32, rows = 4;
    const auto size = static_cast<unsigned>(job.size);
    LaunchPlan plan;
    plan.module = "mandelbrot";
    plan.buffers = {
        {std::vector<std::byte>(job.counts.size() * sizeof(int)), true}};
    if (size > 0)
        plan.launches.push_back(
            {.kernel = "cuda_1_naive",
             .grid = {(size + columns - 1) / columns, (size + rows - 1) / rows,
                      1},
             .block = {columns, rows, 1},
             .arguments = {BufferArgument{0}, job.size, job.iterations,
                           view.left, view.top, view.step}});
    plan.fold = [&job](std::span<const std::vector<std::byte>> results) {
        const auto bytes = std::as_writable_bytes(std::span(job.counts));
        std::ranges::copy(results[0], bytes.begin());
        std::uint64_t sum = 0;
        for (int i = 0; i < job.tiles(); ++i)
            sum += job.fold(i);
        return sum;
    };
    return plan;
}

} // namespace lockstep::mandelbrot

namespace lockstep {
extern const Variant mandelbrot_cuda_1_naive{
    "mandelbrot",
    "cuda_1_naive",
    Crew::Card,
    nullptr,
    &ErasedPlan<&mandelbrot::cuda_1_naive>::plan,
    "One CUDA thread for each pixel.",
    "cuda_1_naive",
    "kernels/mandelbrot/cuda_1_naive.cu",
};
}
