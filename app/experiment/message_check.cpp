// SPDX-License-Identifier: MIT
// Messages that are well formed and still cannot be true.
#include "app/experiment/message_check.hpp"

#include "app/experiment/passport_check.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace lockstep {

namespace {

Failure lie(std::string_view message, std::string what) {
    return fail(fmt::format("bench, message '{}'", message), std::move(what),
                "Look at kernels/protocol/README.md.");
}

template <class Column>
bool fits(const Column& column, std::size_t entries) {
    return column.empty() || column.size() == entries;
}

/// NaN is a value that could not be had, which a column may hold.
bool none_at_most(double least, const std::vector<double>& column) {
    return std::ranges::none_of(column, [least](double t) { return std::isinf(t) || t <= least; });
}

bool all_positive(const std::vector<double>& times) {
    return none_at_most(0, times);
}

bool none_negative(const std::vector<double>& times) {
    return none_at_most(-std::numeric_limits<double>::min(), times);
}

Result<void> check(const protocol::Samples& samples) {
    const std::size_t entries = samples.time_ns.size();
    if (samples.round.size() != entries || !fits(samples.busy_ns, entries) ||
        !fits(samples.longest_ns, entries) || !fits(samples.serial_ns, entries) ||
        !fits(samples.lanes_used, entries) || !fits(samples.lanes_offered, entries) ||
        !fits(samples.claimed_ns, entries) || !fits(samples.kernel_ns, entries) ||
        !fits(samples.copy_ns, entries) || !fits(samples.flags, entries))
        return lie("samples", "its columns have different lengths.");
    if (!all_positive(samples.time_ns))
        return lie("samples", "time_ns holds something that is not a positive number.");
    if (!none_negative(samples.longest_ns) || !none_negative(samples.serial_ns) ||
        !none_negative(samples.lanes_used) || !none_negative(samples.lanes_offered) ||
        !none_negative(samples.claimed_ns) || !none_negative(samples.kernel_ns) ||
        !none_negative(samples.copy_ns) || !std::ranges::all_of(samples.busy_ns, none_negative))
        return lie("samples",
                   "a busy, serial, claimed or card's time or a lane count is negative or not a "
                   "number.");
    return {};
}

Result<void> check(const protocol::Spans& spans) {
    const std::size_t entries = spans.begin_ns.size();
    if (spans.worker.size() != entries || spans.phase.size() != entries ||
        spans.task.size() != entries || spans.kind.size() != entries ||
        spans.end_ns.size() != entries)
        return lie("spans", "its columns have different lengths.");
    for (std::size_t i = 0; i < entries; ++i)
        if (!(spans.begin_ns[i] <= spans.end_ns[i]) || spans.worker[i] < 0 ||
            spans.worker[i] > 65535)
            return lie("spans", "a span ends before it begins, or has no worker.");
    return {};
}

Result<void> check(const protocol::Picture& picture) {
    // Each side is bounded first, so that the product cannot overflow.
    const bool sides = picture.width > 0 && picture.height > 0 && picture.width <= 65536 &&
                       picture.height <= 65536;
    if (!sides || picture.bytes.size() != static_cast<std::size_t>(picture.width) *
                                              static_cast<std::size_t>(picture.height) * 4)
        return lie("picture", "its bytes are not four for each pixel.");
    return {};
}

Result<void> check(const protocol::Progress& progress) {
    if (progress.next_slice_ms < 0 || progress.next_slice_ms > 600000)
        return lie("progress", "it announces a slice of more than ten minutes.");
    return {};
}

Result<void> check(const protocol::Simulated& simulated) {
    for (const auto& [name, count] : simulated.counters)
        if (!(count >= 0) || std::isinf(count))
            return lie("simulated", fmt::format("its counter {} is no count.", name));
    return {};
}

Result<void> check(const protocol::Hello& hello) {
    if (hello.machine.cores < 1 || hello.machine.cores > 1 << 20)
        return lie("hello", "it names a machine without cores.");
    return {};
}

Result<void> check(const protocol::PassportAnswer& answer) {
    return check_passport(answer.passport);
}

template <class Other>
Result<void> check(const Other&) {
    return {};
}

} // namespace

Result<void> check_message(const protocol::FromBench& message) {
    return std::visit([](const auto& inner) { return check(inner); }, message);
}

std::size_t size_of(const protocol::FromBench& message) {
    std::size_t bytes = 256;
    if (const auto* samples = std::get_if<protocol::Samples>(&message)) {
        bytes += samples->time_ns.size() * 80;
        for (const auto& workers : samples->busy_ns)
            bytes += workers.size() * sizeof(double) + sizeof workers;
    }
    if (const auto* spans = std::get_if<protocol::Spans>(&message))
        bytes += spans->begin_ns.size() * 32;
    if (const auto* answer = std::get_if<protocol::PassportAnswer>(&message))
        for (const auto& row : answer->passport.latencies.ns)
            bytes += row.size() * sizeof(double) + sizeof row;
    if (const auto* picture = std::get_if<protocol::Picture>(&message))
        bytes += picture->bytes.size();
    return bytes;
}

} // namespace lockstep
