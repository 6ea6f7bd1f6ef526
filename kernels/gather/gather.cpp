// SPDX-License-Identifier: MIT
// The words that are read, and the order in which they are.
#include "kernels/gather/gather.hpp"

#include "sim/base/random.hpp"

#include <bit>
#include <cstring>
#include <utility>

namespace lockstep {
namespace {

constexpr std::string_view orders[] = {"strided", "shuffled"};
constexpr Parameter parameters[] = {
    {"loads", "loads of 4 bytes", "", 0, 1 << 22, 1 << 17, Scale::Log, true},
    {"stride", "words from one load to the next", "words", 1, 64, 1, Scale::Log,
     true},
    {"offset", "offset of the first load from the start of a line, in words",
     "words", 0, 31, 0, Scale::Linear, true},
    {"order",
     "neighbours read neighbours, or the same words in an order read from "
     "memory",
     "", 0, 1, 0, Scale::Linear, true, orders},
    {"array", "size of the array (the next power of two is taken)", "KiB", 64,
     262144, 32768, Scale::Log, true},
};

/// The strided loads, shuffled: the same lines, but neighbours in a vector or
/// warp are no longer neighbours in memory.
std::vector<std::uint32_t> shuffled_order(const Gather& job, int input) {
    std::vector<std::uint32_t> index(static_cast<std::size_t>(job.loads));
    std::uint32_t at = job.begin(input);
    for (std::uint32_t& one : index) {
        one = at & job.mask;
        at += job.stride;
    }
    Random random(static_cast<std::uint64_t>(input) + 1);
    for (std::size_t left = index.size(); left > 1; --left)
        std::swap(index[left - 1], index[random.below(left)]);
    return index;
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(gather_workload, values));
    const auto whole = [&](std::string_view name, double fallback) {
        return static_cast<std::uint32_t>(value_of(values, name, fallback));
    };
    auto job = std::make_unique<Gather>();
    job->loads = static_cast<int>(whole("loads", 1 << 17));
    job->stride = whole("stride", 1);
    job->offset = whole("offset", 0);
    job->mask = std::bit_ceil(whole("array", 32768) * 256u) - 1;
    job->shuffled = whole("order", 0) == 1;
    Random random(7);
    job->lines.resize((job->mask + 1) / 32);
    for (GatherLine& line : job->lines)
        for (std::uint32_t& word : line.words)
            word = static_cast<std::uint32_t>(random.next() >> 32);
    if (job->shuffled)
        for (int input = 0; input < input_count; ++input)
            job->index[static_cast<std::size_t>(input)] =
                shuffled_order(*job, input);
    return job;
}

double items(const Values& values) {
    return value_of(values, "loads", 1 << 17);
}
double none(const Values&) {
    return 0;
}
/// The words that were asked for; what moves beside them is the lesson.
double bytes(const Values& values) {
    return items(values) * (value_of(values, "order", 0) < 1 ? 4 : 8);
}

} // namespace

LaunchPlan Gather::plan(std::string kernel, int input) const {
    constexpr unsigned threads = 256, loads_of_thread = 8;
    const auto count = static_cast<std::uint32_t>(loads);
    const unsigned blocks =
        (count + threads * loads_of_thread - 1) / (threads * loads_of_thread);
    const std::span<const GatherLine> array = lines;
    const std::span<const std::uint32_t> places =
        index[static_cast<std::size_t>(input)];
    LaunchPlan plan;
    plan.module = "gather";
    plan.buffers = {
        {bytes_of(array)},
        {bytes_of(places)},
        {std::vector<std::byte>(sizeof(unsigned) * threads * blocks), true}};
    if (loads > 0)
        plan.launches.push_back(
            {.kernel = std::move(kernel),
             .grid = {blocks, 1, 1},
             .block = {threads, 1, 1},
             .arguments = {BufferArgument{0}, BufferArgument{1},
                           BufferArgument{2}, count, begin(input), stride, mask,
                           shuffled ? 1 : 0}});
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

extern const Workload gather_workload{
    .name = "gather",
    .title = "Words that do not lie side by side",
    .sentence = "Loads of 4 bytes, a stride apart. Memory moves whole lines "
                "and sectors, so what lies between the words moves too, and "
                "sets the speed.",
    .item = "load",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &bytes,
};

} // namespace lockstep
