// SPDX-License-Identifier: MIT
// The numbers, and the launches that the CUDA variants share.
#include "kernels/reduction/reduction.hpp"

#include "sim/base/random.hpp"

#include <cstring>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"n", "numbers", "", 0, 1 << 24, 1 << 20, Scale::Log, true},
};

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(reduction_workload, values));
    auto job = std::make_unique<Reduction>();
    job->n = static_cast<int>(value_of(values, "n", 1 << 20));
    Random random(5);
    job->x.resize(static_cast<std::size_t>(job->n) + 64 * input_count);
    for (std::uint32_t& number : job->x)
        number = static_cast<std::uint32_t>(random.next() >> 32);
    return job;
}

double numbers(const Values& values) {
    return value_of(values, "n", 1 << 20);
}
double none(const Values&) {
    return 0;
}
double bytes(const Values& values) {
    return 4 * numbers(values);
}

} // namespace

LaunchPlan Reduction::plan(const std::string& kernel, unsigned numbers_of_block,
                           int input) const {
    const auto blocks_for = [&](unsigned count) {
        return (count + numbers_of_block - 1) / numbers_of_block;
    };
    auto left = static_cast<unsigned>(n);
    const std::vector<std::byte> sums(sizeof(std::uint32_t) *
                                      std::max(1u, blocks_for(left)));
    LaunchPlan plan;
    plan.module = "reduction";
    plan.buffers = {{bytes_of(std::span(x_of(input), left))}, {sums}, {sums}};
    int from = 0, to = 1;
    while (left > 1 || (left == 1 && from == 0)) {
        plan.launches.push_back(
            {.kernel = kernel,
             .grid = {blocks_for(left), 1, 1},
             .block = {256, 1, 1},
             .arguments = {BufferArgument{from}, BufferArgument{to},
                           static_cast<std::int32_t>(left)}});
        left = blocks_for(left);
        from = to;
        to = 3 - to; // the other of the two buffers for sums
    }
    plan.buffers[from == 0 ? 1 : static_cast<std::size_t>(from)].result = true;
    plan.fold = [](std::span<const std::vector<std::byte>> results) {
        std::uint32_t sum = 0;
        std::memcpy(&sum, results[0].data(), sizeof sum);
        return std::uint64_t{sum};
    };
    return plan;
}

extern const Workload reduction_workload{
    .name = "reduction",
    .title = "Many numbers become one",
    .sentence = "The sum of many numbers. Written as a loop it is one chain of "
                "additions; as a tree it is as fast as memory brings the "
                "numbers.",
    .item = "number",
    .parameters = parameters,
    .create = &create,
    .items = &numbers,
    .flops = &none,
    .bytes = &bytes,
};

} // namespace lockstep
