// SPDX-License-Identifier: MIT
// From the moment a run is cancelled, with the front's own end of the bench, to the next bench's
// hello: after that a learner can run again.
#include "app/experiment/bench_process.hpp"
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "kernels/bench/own_folder.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <condition_variable>
#include <variant>

namespace lockstep::benchmarks {
namespace {

/// Lets a reader thread wake whoever waits for a message, as it wakes the window.
struct Bell {
    std::mutex mutex;
    std::condition_variable rung;
    bool rings = false;

    void ring() {
        const std::lock_guard lock(mutex);
        rings = true;
        rung.notify_one();
    }
    void wait() {
        std::unique_lock lock(mutex);
        rung.wait_for(lock, std::chrono::seconds(10), [this] { return rings; });
        rings = false;
    }
};

template <class Message>
Result<void> wait_for(BenchProcess& bench, Bell& bell) {
    while (true) {
        const auto messages = bench.drain();
        if (std::ranges::any_of(messages, [](const protocol::FromBench& one) {
                return std::holds_alternative<Message>(one);
            }))
            return {};
        if (const auto failure = bench.failure())
            return fail("bench", failure->sentence);
        bell.wait();
    }
}

Result<Measured> measure() {
    std::vector<double> times_ms;
    for (int i = 0; i < 7; ++i) {
        Bell bell;
        BenchProcess::Options options;
        options.arguments = {(bench::own_folder() / "lockstep-bench").string()};
        options.wake = [&bell] { bell.ring(); };
        LOCKSTEP_TRY(const auto bench, BenchProcess::create(std::move(options)));
        LOCKSTEP_CHECK(wait_for<protocol::Hello>(*bench, bell));
        bench->send(protocol::RunRequest{"r", {{0, "amdahl", "multicore", {}}}, 60, 0.01});
        LOCKSTEP_CHECK(wait_for<protocol::Samples>(*bench, bell));
        const double begin_ms = now_ms();
        LOCKSTEP_CHECK(bench->restart());
        LOCKSTEP_CHECK(wait_for<protocol::Hello>(*bench, bell));
        times_ms.push_back(now_ms() - begin_ms);
    }
    const double median_ms = stats::median(times_ms);
    return Measured{median_ms, median_ms <= 100,
                    "median of 7, by the front's own end, with the start of the next bench"};
}

} // namespace

extern const Figure cancel_time{"cancel", "<= 100 ms", "ms", &measure};

} // namespace lockstep::benchmarks
