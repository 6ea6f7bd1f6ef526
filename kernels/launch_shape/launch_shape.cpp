// SPDX-License-Identifier: MIT
// The numbers, the check, and the launch that all CUDA variants share.
#include "kernels/launch_shape/launch_shape.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <bit>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"items", "items, one for each thread", "", 0, 1 << 24, 1 << 20, Scale::Log,
     true},
    {"block", "threads of a block (CPU: items of a group)", "", 1, 1024, 256,
     Scale::Log, true},
    {"grid", "blocks of the grid, for threads that stride over the items", "",
     1, 65536, 256, Scale::Log, true},
};

// Room for the four inputs, and for a vector that reads past the last item.
constexpr std::size_t room = 64 * input_count;

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(launch_shape_workload, values));
    auto job = std::make_unique<LaunchShape>();
    job->items = static_cast<int>(value_of(values, "items", 1 << 20));
    job->block = static_cast<int>(value_of(values, "block", 256));
    job->grid = static_cast<int>(value_of(values, "grid", 256));
    Random random(1);
    const auto count = static_cast<std::size_t>(job->items) + room;
    job->x.resize(count);
    job->y.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        job->x[i] = static_cast<float>(random.uniform());
        job->y[i] = static_cast<float>(random.uniform());
    }
    job->z.assign(count, 0.0f);
    return job;
}

double items(const Values& values) {
    return value_of(values, "items", 1 << 20);
}
double flops(const Values& values) {
    return 2 * items(values);
}
double bytes(const Values& values) {
    return 12 * items(values);
}

} // namespace

constexpr std::uint64_t stretches = 4096;

std::uint64_t LaunchShape::fold() const {
    std::uint64_t sum = 0;
    visit_sample(static_cast<std::uint64_t>(items), stretches,
                 [&](std::size_t i) {
                     const auto bits = std::bit_cast<std::uint32_t>(z[i]);
                     sum = sum * 0x9E3779B97F4A7C15u + bits;
                 });
    return sum;
}

void LaunchShape::forget_results() const {
    visit_sample(static_cast<std::uint64_t>(items), stretches,
                 [this](std::size_t i) { z[i] = -1; });
}

LaunchPlan LaunchShape::plan(std::string kernel, unsigned blocks_of_grid,
                             int input) const {
    const auto count = static_cast<std::size_t>(items);
    LaunchPlan plan;
    plan.module = "launch_shape";
    plan.buffers = {{bytes_of(std::span(x_of(input), count))},
                    {bytes_of(std::span(y_of(input), count))},
                    {std::vector<std::byte>(count * sizeof(float)), true}};
    if (items > 0)
        plan.launches.push_back(
            {.kernel = std::move(kernel),
             .grid = {blocks_of_grid, 1, 1},
             .block = {static_cast<unsigned>(block), 1, 1},
             .arguments = {a, BufferArgument{0}, BufferArgument{1},
                           BufferArgument{2}, items}});
    plan.fold = [this](std::span<const std::vector<std::byte>> results) {
        std::ranges::copy(results[0],
                          std::as_writable_bytes(std::span(z)).begin());
        return fold();
    };
    return plan;
}

extern const Workload launch_shape_workload{
    .name = "launch_shape",
    .title = "One kernel, many launch shapes",
    .sentence = "z = a x + y, one item for each thread. Memory sets the speed, "
                "and how many lanes of the last warp of each block have no "
                "item.",
    .item = "item",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &flops,
    .bytes = &bytes,
};

} // namespace lockstep
