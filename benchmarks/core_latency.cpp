// SPDX-License-Identifier: MIT
// The latency probe beside the method of the tool core-to-core-latency, written down here once
// more and independently: two new threads, 300 samples after one that warms up, their mean.
#include "kernels/measure/probes/core_latency.hpp"
#include "benchmarks/figure.hpp"
#include "kernels/measure/cores.hpp"
#include "sim/stats/quantile.hpp"

#include <atomic>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <latch>
#include <numeric>
#include <thread>

namespace lockstep::benchmarks {

struct Samples {
    double mean_ns = 0;   ///< what the tool prints
    double median_ns = 0; ///< what it would print on a machine that does nothing else
};

static Samples tool_samples(int ping_cpu, int pong_cpu) {
    constexpr int round_trips = 1000, samples = 300;
    using Clock = std::chrono::steady_clock;
    struct alignas(256) {
        std::atomic<bool> pong{false};
    } flag;
    std::latch both(2);
    std::thread pong([&] {
        pin_thread(pong_cpu);
        both.arrive_and_wait();
        for (int i = 0; i < round_trips * (samples + 1); ++i)
            for (bool expected = false;
                 !flag.pong.compare_exchange_strong(expected, true, std::memory_order_relaxed);)
                expected = false;
    });
    std::vector<double> times_ns;
    std::thread ping([&] {
        pin_thread(ping_cpu);
        both.arrive_and_wait();
        for (int sample = 0; sample <= samples; ++sample) {
            const auto begin = Clock::now();
            for (int i = 0; i < round_trips; ++i)
                for (bool expected = true; !flag.pong.compare_exchange_strong(
                         expected, false, std::memory_order_relaxed);)
                    expected = true;
            const std::chrono::duration<double, std::nano> took = Clock::now() - begin;
            if (sample > 0)
                times_ns.push_back(took.count() / round_trips / 2);
        }
    });
    pong.join();
    ping.join();
    return {std::accumulate(times_ns.begin(), times_ns.end(), 0.0) / samples,
            stats::median(times_ns)};
}

static Result<Measured> measure() {
    std::vector<int> cpus = usable_cores().cpus;
    cpus.resize(std::min<std::size_t>(cpus.size(), 4));
    if (cpus.size() < 2)
        return fail("", "not run: it takes two CPUs.");
    constexpr int rounds = 9;
    double worst = 0;
    std::string which;
    for (std::size_t i = 1; i < cpus.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            std::vector<double> ratios, of_medians, ours;
            for (int round = 0; round < rounds; ++round) {
                ours.push_back(line_latency_ns(cpus[i], cpus[j], 20e6));
                const Samples theirs = tool_samples(cpus[i], cpus[j]);
                ratios.push_back(ours.back() / theirs.mean_ns);
                of_medians.push_back(ours.back() / theirs.median_ns);
            }
            const double ratio = stats::median(ratios);
            if (which.empty() || std::abs(ratio - 1) > worst) {
                worst = std::abs(ratio - 1);
                which =
                    fmt::format("CPU {} and {}: {:.1f} ns, {:.3f} of the tool's mean, {:.3f} of "
                                "its samples' median; median of {}",
                                cpus[i], cpus[j], stats::median(ours), ratio,
                                stats::median(of_medians), rounds);
            }
        }
    unpin_thread();
    return Measured{100 * worst, worst <= 0.1, which};
}

extern const Figure core_latency{"core to core, off the tool by", "<= 10 %", "%", &measure};

} // namespace lockstep::benchmarks
