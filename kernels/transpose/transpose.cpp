// SPDX-License-Identifier: MIT
// The matrix, the check, and the launch that the CUDA variants share.
#include "kernels/transpose/transpose.hpp"

#include "sim/base/random.hpp"

#include <algorithm>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"n", "rows and columns of the matrix", "", 0, 4096, 1024, Scale::Log,
     true},
    {"tile", "rows and columns of a tile (CPU)", "words", 4, 256, 8, Scale::Log,
     true},
    {"pad", "words added to each row of the tile in shared memory (CUDA)",
     "words", 0, 32, 1, Scale::Linear, true},
};

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(transpose_workload, values));
    auto job = std::make_unique<Transpose>();
    job->n = static_cast<int>(value_of(values, "n", 1024));
    job->tile = static_cast<int>(value_of(values, "tile", 8));
    job->pad = static_cast<int>(value_of(values, "pad", 1));
    const auto side = static_cast<std::size_t>(job->n);
    Random random(3);
    job->x.resize(side * side + 32 * input_count);
    for (std::uint32_t& word : job->x)
        word = static_cast<std::uint32_t>(random.next() >> 32);
    job->y.assign(side * side, 0);
    return job;
}

double words(const Values& values) {
    return value_of(values, "n", 1024) * value_of(values, "n", 1024);
}
double none(const Values&) {
    return 0;
}
double bytes(const Values& values) {
    return 8 * words(values);
}

} // namespace

constexpr std::uint64_t stretches = 2048;

std::uint64_t Transpose::fold() const {
    std::uint64_t sum = 0;
    visit_sample(y.size(), stretches, [&](std::size_t i) {
        sum = sum * 0x9E3779B97F4A7C15u + y[i];
    });
    return sum;
}

void Transpose::forget_results() const {
    visit_sample(y.size(), stretches, [this](std::size_t i) { y[i] = 0xDEAD; });
}

LaunchPlan Transpose::plan(std::string kernel, int input) const {
    constexpr unsigned columns = 32, rows = 8;
    const unsigned tiles = (static_cast<unsigned>(n) + columns - 1) / columns;
    LaunchPlan plan;
    plan.module = "transpose";
    plan.buffers = {
        {bytes_of(std::span(x_of(input), y.size()))},
        {std::vector<std::byte>(y.size() * sizeof(std::uint32_t)), true}};
    if (n > 0)
        plan.launches.push_back(
            {.kernel = std::move(kernel),
             .grid = {tiles, tiles, 1},
             .block = {columns, rows, 1},
             .arguments = {BufferArgument{0}, BufferArgument{1}, n}});
    plan.fold = [this](std::span<const std::vector<std::byte>> results) {
        std::ranges::copy(results[0],
                          std::as_writable_bytes(std::span(y)).begin());
        return fold();
    };
    return plan;
}

extern const Workload transpose_workload{
    .name = "transpose",
    .title = "Rows become columns",
    .sentence = "A matrix is transposed: every word is read once and written "
                "once. Memory sets the speed, and one of the two sides is "
                "walked across its lines.",
    .item = "word",
    .parameters = parameters,
    .create = &create,
    .items = &words,
    .flops = &none,
    .bytes = &bytes,
};

} // namespace lockstep
