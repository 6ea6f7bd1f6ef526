// SPDX-License-Identifier: MIT
// Which lane takes which path in which step, and the numbers they start from.
#include "kernels/divergence/divergence.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lockstep {
namespace {

constexpr std::string_view orders[] = {"mixed", "sorted by path", "by chance"};
constexpr std::string_view skips[] = {"on", "off"};
constexpr Parameter parameters[] = {
    {"leave",
     "lanes of each group that leave path A (more than the group has: all)", "",
     0, 32, 1, Scale::Linear, true},
    {"paths", "paths; those who leave are spread over all but A", "", 2,
     divergence_paths, 2, Scale::Linear, true},
    {"length", "length of a path", "operations", 1, 256, 64, Scale::Log, true},
    {"order",
     "how the paths lie in memory (by chance: any lane takes any path)", "", 0,
     2, 0, Scale::Linear, true, orders},
    {"skip", "leave out paths that no lane wants", "", 0, 1, 0, Scale::Linear,
     true, skips},
    {"group", "lanes in a group (0: as many as this CPU's vector unit has)", "",
     0, 32, 0, Scale::Linear, true},
    {"lanes", "lanes in all, 64 numbers each", "", 0, 1 << 20, 256, Scale::Log,
     true},
};

template <class Iterator>
void shuffle(Iterator begin, Iterator end, Random& random) {
    for (auto left = end - begin; left > 1; --left) {
        const auto other = random.below(static_cast<std::uint64_t>(left));
        std::swap(begin[left - 1], begin[static_cast<std::ptrdiff_t>(other)]);
    }
}

/// The paths of one step: in each group the first `leave` lanes leave, and
/// which lanes of the group those are is shuffled.
void deal_paths(const Divergence& job, int leave, std::span<int> row,
                Random& random) {
    for (int lane = 0; lane < job.lanes; ++lane) {
        const int place = lane % job.group;
        row[static_cast<std::size_t>(lane)] =
            place < leave ? 1 + place % (job.paths - 1) : 0;
    }
    for (int begin = 0; begin < job.lanes; begin += job.group) {
        const int end = std::min(begin + job.group, job.lanes);
        shuffle(row.begin() + begin, row.begin() + end, random);
    }
}

void fill(Divergence& job, int input, int leave, int order) {
    Random random(static_cast<std::uint64_t>(input) + 1);
    const auto stride = static_cast<std::size_t>(job.stride);
    const auto lanes = static_cast<std::size_t>(job.lanes);
    auto& x = job.x[static_cast<std::size_t>(input)];
    auto& path = job.path[static_cast<std::size_t>(input)];
    x.assign(stride * divergence_steps, 0.5f);
    path.assign(stride * divergence_steps, -1);
    for (std::size_t step = 0; step < divergence_steps; ++step) {
        const std::span<int> row(path.data() + step * stride, lanes);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            x[step * stride + lane] = static_cast<float>(random.uniform());
        deal_paths(job, leave, row, random);
        if (order == 1) std::sort(row.begin(), row.end());
        if (order == 2)
            for (int& one : row)
                one = static_cast<int>(
                    random.below(static_cast<std::uint64_t>(job.paths)));
    }
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(divergence_workload, values));
    const auto whole = [&](std::string_view name, double fallback) {
        return static_cast<int>(value_of(values, name, fallback));
    };
    auto job = std::make_unique<Divergence>();
    job->lanes = whole("lanes", 256);
    job->stride = (job->lanes + 63) / 64 * 64;
    job->group = whole("group", 0);
    if (job->group == 0) job->group = vector_lanes_f32();
    job->length = whole("length", 64);
    job->paths = whole("paths", 2);
    job->skip = whole("skip", 0) == 0;
    const int leave = std::min(whole("leave", 1), job->group);
    for (int input = 0; input < input_count; ++input)
        fill(*job, input, leave, whole("order", 0));
    job->y.assign(job->x[0].size(), 0.0f);
    return job;
}

double items(const Values& values) {
    return value_of(values, "lanes", 256) * divergence_steps;
}
double flops(const Values& values) {
    return items(values) * (3 * value_of(values, "length", 64) + 2);
}
double bytes(const Values& values) {
    return items(values) * 12;
}

} // namespace

LaunchPlan Divergence::plan(std::string kernel, int input) const {
    const auto index = static_cast<std::size_t>(input);
    const std::span<const float> numbers = x[index];
    const std::span<const int> taken = path[index];
    constexpr unsigned threads = 128;
    const auto count = static_cast<unsigned>(lanes);
    LaunchPlan plan;
    plan.module = "divergence";
    plan.buffers = {
        {bytes_of(numbers)}, {bytes_of(taken)}, {bytes_of(numbers), true}};
    if (lanes > 0)
        plan.launches.push_back(
            {.kernel = std::move(kernel),
             .grid = {(count + threads - 1) / threads, 1, 1},
             .block = {threads, 1, 1},
             .arguments = {BufferArgument{0}, BufferArgument{1},
                           BufferArgument{2}, lanes, stride, divergence_steps,
                           length}});
    plan.fold = [this](std::span<const std::vector<std::byte>> results) {
        std::ranges::copy(results[0],
                          std::as_writable_bytes(std::span(y)).begin());
        return fold(y);
    };
    return plan;
}

std::uint64_t Divergence::fold(std::span<const float> numbers) const {
    std::uint64_t sum = 0;
    for (int lane = 0; lane < lanes; ++lane) {
        const auto last =
            static_cast<std::size_t>(at(divergence_steps - 1, lane));
        sum = sum * 0x9E3779B97F4A7C15u +
              std::bit_cast<std::uint32_t>(numbers[last]);
    }
    return sum;
}

void Divergence::forget_results() const {
    const auto last = y.begin() + at(divergence_steps - 1, 0);
    std::fill(last, last + lanes, -1.0f);
}

extern const Workload divergence_workload{
    .name = "divergence",
    .title = "Lanes that part at a branch",
    .sentence = "Lanes that share one instruction walk every path that any of "
                "them takes, one path after the other.",
    .item = "number",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &flops,
    .bytes = &bytes,
};

} // namespace lockstep
