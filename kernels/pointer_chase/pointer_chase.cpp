// SPDX-License-Identifier: MIT
// The path, and where it is cut.
#include "kernels/pointer_chase/pointer_chase.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace lockstep {
namespace {

constexpr Parameter parameters[] = {
    {"chains",
     "chains that the path is cut into (interleaved: at most 32 at a time)", "",
     1, 65536, 8, Scale::Log, true},
    {"buffer", "size of the buffer that the path leads through", "KiB", 4,
     65536, 16384, Scale::Log, true},
    {"loads", "loads in all, one after the other on the path", "", 0, 1 << 22,
     1 << 16, Scale::Log, true},
    {"block", "threads of a block (CUDA)", "", 32, 1024, 128, Scale::Log, true},
};

/// The lines in the order in which one closed path visits them: no hardware
/// that guesses the next address finds a pattern in it.
std::vector<std::uint32_t> closed_path(std::size_t lines) {
    std::vector<std::uint32_t> order(lines);
    std::iota(order.begin(), order.end(), 0u);
    Random random(11);
    for (std::size_t left = lines; left > 1; --left)
        std::swap(order[left - 1], order[random.below(left)]);
    return order;
}

constexpr std::uint32_t words_of_line = sizeof(ChaseLine) / 4;

/// The four inputs enter the path at its four quarters.
void cut(PointerChase& job, const std::vector<std::uint32_t>& order) {
    for (std::size_t input = 0; input < input_count; ++input) {
        std::size_t place = order.size() / input_count * input;
        for (int chain = 0; chain < job.chains; ++chain) {
            job.begins[input].push_back(words_of_line *
                                        order[place % order.size()]);
            place += static_cast<std::size_t>(job.steps(chain));
        }
    }
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(pointer_chase_workload, values));
    const auto whole = [&](std::string_view name, double fallback) {
        return static_cast<int>(value_of(values, name, fallback));
    };
    auto job = std::make_unique<PointerChase>();
    job->chains = whole("chains", 8);
    job->loads = whole("loads", 1 << 16);
    job->block = whole("block", 128);
    const auto bytes = static_cast<std::size_t>(whole("buffer", 16384)) * 1024;
    const auto order = closed_path(bytes / sizeof(ChaseLine));
    job->lines.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        job->lines[order[i]].next =
            words_of_line * order[(i + 1) % order.size()];
    cut(*job, order);
    job->end.assign(static_cast<std::size_t>(job->chains), 0);
    return job;
}

double items(const Values& values) {
    return value_of(values, "loads", 1 << 16);
}
double none(const Values&) {
    return 0;
}
/// The words that were asked for; each of them brings a line.
double bytes(const Values& values) {
    return 4 * items(values);
}

} // namespace

std::uint64_t PointerChase::fold() const {
    std::uint64_t sum = 0;
    for (const std::uint32_t one : end)
        sum = sum * 0x9E3779B97F4A7C15u + one;
    return sum;
}

void PointerChase::forget_results() const {
    std::ranges::fill(end, 0xDEADDEADu); // beyond any buffer
}

LaunchPlan PointerChase::plan(std::string kernel, int threads,
                              int input) const {
    const std::span<const ChaseLine> path = lines;
    const std::span<const std::uint32_t> first =
        begins[static_cast<std::size_t>(input)];
    const auto of_block = static_cast<unsigned>(block);
    const auto count = static_cast<unsigned>(threads);
    LaunchPlan plan;
    plan.module = "pointer_chase";
    plan.buffers = {{bytes_of(path)},
                    {bytes_of(first)},
                    {std::vector<std::byte>(first.size_bytes()), true}};
    plan.launches = {{.kernel = std::move(kernel),
                      .grid = {(count + of_block - 1) / of_block, 1, 1},
                      .block = {of_block, 1, 1},
                      .arguments = {BufferArgument{0}, BufferArgument{1},
                                    BufferArgument{2}, chains, loads}}};
    plan.fold = [this](std::span<const std::vector<std::byte>> results) {
        std::ranges::copy(results[0],
                          std::as_writable_bytes(std::span(end)).begin());
        return fold();
    };
    return plan;
}

extern const Workload pointer_chase_workload{
    .name = "pointer_chase",
    .title = "Loads that wait for each other",
    .sentence = "Each load says where the next one is. Latency sets the speed, "
                "divided by how many chains are under way at once.",
    .item = "load",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &bytes,
};

} // namespace lockstep
