// SPDX-License-Identifier: MIT
// Where the counters lie, and what they have to be in the end.
#include "kernels/false_sharing/false_sharing.hpp"

#include <cmath>
#include <memory>
#include <new>

namespace lockstep {
namespace {

constexpr std::string_view stores[] = {"fetch_add", "load and store",
                                       "store only"};
constexpr Parameter parameters[] = {
    {"distance", "distance from one counter to the next", "bytes", 8, 256, 8,
     Scale::Linear, true},
    {"offset", "offset of the first counter in its line", "bytes", 0, 56, 0,
     Scale::Linear, true},
    {"store", "how a counter is written", "", 0, 2, 0, Scale::Linear, true,
     stores},
    {"increments", "increments by each worker (plain stores: 16 times as many)",
     "", 0, 10'000'000, 100'000, Scale::Linear, true},
};

constexpr std::size_t alignment = 256;

/// By each worker. A plain store takes less than a nanosecond where it is not
/// disturbed, so there are 16 times as many of them, or starting the threads
/// would be all that one sees.
double increments_of(const Values& values) {
    const double times = value_of(values, "store", 0) > 0 ? 16 : 1;
    return times * value_of(values, "increments", 100'000);
}

Result<void> check_multiple_of_8(const Values& values, std::string_view name) {
    const double value = value_of(values, name, 0);
    if (std::fmod(value, 8) == 0) return {};
    return fail("false_sharing: " + std::string(name),
                std::to_string(static_cast<int>(value)) + " bytes cannot be.",
                "A counter of 8 bytes needs a multiple of 8.");
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(false_sharing_workload, values));
    LOCKSTEP_CHECK(check_multiple_of_8(values, "distance"));
    LOCKSTEP_CHECK(check_multiple_of_8(values, "offset"));
    auto job = std::make_unique<FalseSharing>();
    job->workers = static_cast<int>(value_of(values, "p", 1));
    job->increments = static_cast<std::int64_t>(increments_of(values));
    job->distance = static_cast<std::size_t>(value_of(values, "distance", 8));
    job->offset = static_cast<std::size_t>(value_of(values, "offset", 0));
    job->store =
        static_cast<Store>(static_cast<int>(value_of(values, "store", 0)));
    // A line pair of room on either side keeps everybody else's data away.
    const std::size_t counters = static_cast<std::size_t>(job->workers);
    const std::size_t used = job->offset + counters * job->distance;
    job->memory.resize(used + 3 * alignment);
    void* start = job->memory.data() + alignment;
    std::size_t room = used + 2 * alignment;
    std::align(alignment, used, start, room);
    job->base = static_cast<std::byte*>(start);
    for (int worker = 0; worker < job->workers; ++worker)
        new (&job->counter(worker)) Counter(0);
    return job;
}

double none(const Values&) {
    return 0;
}

std::uint64_t fold_in(std::uint64_t sum, std::uint64_t count) {
    return (sum + count) * 0x9E3779B97F4A7C15u;
}

} // namespace

void FalseSharing::restart(int input) const {
    for (int worker = 0; worker < workers; ++worker)
        counter(worker).store(start(input), std::memory_order_relaxed);
}

void FalseSharing::increment(Counter& counter) const {
    const std::int64_t times = increments;
    std::uint64_t count = counter.load(std::memory_order_relaxed);
    switch (store) {
    case Store::FetchAdd:
        for (std::int64_t i = 0; i < times; ++i)
            counter.fetch_add(1, std::memory_order_relaxed);
        break;
    case Store::LoadAndStore:
        for (std::int64_t i = 0; i < times; ++i)
            counter.store(counter.load(std::memory_order_relaxed) + 1,
                          std::memory_order_relaxed);
        break;
    case Store::StoreOnly:
        for (std::int64_t i = 0; i < times; ++i)
            counter.store(++count, std::memory_order_relaxed);
        break;
    }
}

std::uint64_t FalseSharing::fold() const {
    std::uint64_t sum = 0;
    for (int worker = 0; worker < workers; ++worker)
        sum = fold_in(sum, counter(worker).load(std::memory_order_relaxed));
    return sum;
}

std::uint64_t FalseSharing::fold_as_if_all(std::uint64_t count) const {
    std::uint64_t sum = 0;
    for (int worker = 0; worker < workers; ++worker)
        sum = fold_in(sum, count);
    return sum;
}

extern const Workload false_sharing_workload{
    .name = "false_sharing",
    .title = "Counters side by side",
    .sentence = "Each worker counts in a variable of its own. When two of "
                "them lie in one cache line, the line has to move between the "
                "cores, and that sets the speed.",
    .item = "increment",
    .parameters = parameters,
    .create = &create,
    .items = &increments_of,
    .flops = &none,
    .bytes = &none,
    .jobs = Jobs::OneEach,
};

} // namespace lockstep
