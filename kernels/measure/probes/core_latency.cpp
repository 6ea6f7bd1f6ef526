// SPDX-License-Identifier: MIT
// Ping and pong.
#include "kernels/measure/probes/core_latency.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"
#include "sim/base/random.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <system_error>
#include <thread>

namespace lockstep {
namespace {

enum Word : int { ping, pong, over };

constexpr int round_trips = 100;
constexpr std::size_t few_samples = 20, most_samples = 200;
constexpr double pair_ns = 4e6; ///< for a pair, at most
constexpr std::size_t most_cpus = 256;

/// The word has its line, and the next one which some processors fetch along, to itself.
struct alignas(256) Line {
    std::atomic<int> word{ping};
};

enum class Partner { Starting, Ready, Unpinned };

/// Answers until it is told that all is over. A failed exchange says what it found.
void answer(Line& line, std::atomic<Partner>& partner, int cpu) {
    const bool pinned = pin_thread(cpu);
    partner = pinned ? Partner::Ready : Partner::Unpinned;
    if (!pinned) return; // on the same CPU each would wait for the other's time slice to end
    for (int found = ping; found != over; found = ping)
        while (!line.word.compare_exchange_strong(found, pong, std::memory_order_relaxed)) {
            if (found == over) return;
            found = ping;
        }
}

/// False when the deadline has passed before the partner answered: on a busy machine the two may
/// hardly ever run at the same time. The clock is read only after thousands of attempts.
bool take_turn(Line& line, std::int64_t deadline_ns) {
    constexpr int patience = 10'000;
    int attempts = 0;
    for (int found = pong;
         !line.word.compare_exchange_strong(found, ping, std::memory_order_relaxed);) {
        found = pong;
        if (++attempts % patience == 0 && Recorder::now_ns() > deadline_ns) return false;
    }
    return true;
}

/// One entry a sample, ns for one way. Ends the partner, who finds `over` whatever it waits for.
std::vector<double> timed_exchanges(Line& line, double longest_ns) {
    std::vector<double> samples;
    const std::int64_t begin_ns = Recorder::now_ns();
    const std::int64_t deadline_ns = begin_ns + static_cast<std::int64_t>(10 * longest_ns);
    double gone_ns = 0;
    bool answered = true;
    // Where others take the cores now and then, a few samples have to be good ones.
    while (answered && samples.size() <= most_samples &&
           (samples.size() <= few_samples || gone_ns < longest_ns)) {
        const std::int64_t sample_ns = Recorder::now_ns();
        for (int i = 0; i < round_trips && answered; ++i)
            answered = take_turn(line, deadline_ns);
        const std::int64_t now_ns = Recorder::now_ns();
        if (answered)
            samples.push_back(static_cast<double>(now_ns - sample_ns) / (2.0 * round_trips));
        gone_ns = static_cast<double>(now_ns - begin_ns);
        answered = answered && now_ns < deadline_ns;
    }
    line.word = over;
    return samples;
}

} // namespace

double line_latency_ns(int first_cpu, int second_cpu, double longest_ns) {
    if (!pin_thread(first_cpu)) return 0;
    Line line;
    std::atomic<Partner> partner = Partner::Starting;
    std::thread other;
    try {
        other = std::thread([&] { answer(line, partner, second_cpu); });
    } catch (const std::system_error&) {
        return 0;
    }
    while (partner == Partner::Starting)
        std::this_thread::yield();
    std::vector<double> samples;
    if (partner == Partner::Ready) samples = timed_exchanges(line, longest_ns);
    other.join();
    if (samples.size() > 1) samples.erase(samples.begin()); // the first one warms up
    return samples.empty() ? 0 : stats::median(samples);
}

std::vector<std::pair<int, int>> latency_order(int count) {
    std::vector<std::pair<int, int>> order, rest;
    for (int i = 1; i < count; ++i)
        order.emplace_back(i, i - 1);
    for (int i = 2; i < count; ++i)
        order.emplace_back(i, 0);
    for (int i = 3; i < count; ++i)
        for (int j = 1; j < i - 1; ++j)
            rest.emplace_back(i, j);
    Random random(20261126);
    for (std::size_t i = rest.size(); i > 1; --i)
        std::swap(rest[i - 1], rest[random.below(i)]);
    order.insert(order.end(), rest.begin(), rest.end());
    return order;
}

protocol::CoreLatencies probe_latencies(std::span<const int> cpus, Pauses& pauses,
                                        std::vector<std::string>& remarks) {
    protocol::CoreLatencies found;
    const std::size_t step = (cpus.size() + most_cpus - 1) / most_cpus;
    for (std::size_t i = 0; i < cpus.size(); i += std::max<std::size_t>(1, step))
        found.cpus.push_back(cpus[i]);
    std::ranges::sort(found.cpus);
    for (std::size_t i = 0; i < found.cpus.size(); ++i)
        found.ns.emplace_back(i, std::numeric_limits<double>::quiet_NaN());
    if (found.cpus.size() < 2) {
        remarks.emplace_back("With one CPU there is nobody to hand a cache line to.");
        return found;
    }
    const auto order = latency_order(static_cast<int>(found.cpus.size()));
    std::size_t asked = 0;
    for (const auto& [i, j] : order) {
        if (pauses.left_ns() < 4 * pair_ns) break;
        pauses.before(2 * pair_ns);
        const auto row = static_cast<std::size_t>(i), column = static_cast<std::size_t>(j);
        const double ns = line_latency_ns(found.cpus[row], found.cpus[column], pair_ns);
        // A tenth of a nanosecond is more than the method knows.
        if (ns > 0) found.ns[row][column] = std::round(10 * ns) / 10;
        found.measured += ns > 0 ? 1 : 0;
        ++asked;
    }
    if (step > 1)
        remarks.push_back(fmt::format("{} CPUs are too many for a matrix of latencies: {} of them "
                                      "were taken.",
                                      cpus.size(), found.cpus.size()));
    if (asked < order.size())
        remarks.push_back(
            fmt::format("The time was enough for {} of {} pairs of CPUs.", asked, order.size()));
    if (const std::size_t missing = asked - static_cast<std::size_t>(found.measured); missing > 0)
        remarks.push_back(fmt::format("{} of {} pairs of CPUs {} no latency: the two hardly ever "
                                      "ran at the same time, or could not be used.",
                                      missing, asked, missing == 1 ? "has" : "have"));
    return found;
}

} // namespace lockstep
