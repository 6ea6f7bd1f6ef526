// SPDX-License-Identifier: MIT
// The median of some tries each: one in which another program was at work says nothing.
#include "kernels/measure/probes/overheads.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/machine.hpp"
#include "kernels/measure/recorder.hpp"
#include "kernels/measure/watcher.hpp"
#include "sim/stats/quantile.hpp"

#include <system_error>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <thread>

namespace lockstep {

double thread_start_ns() {
    constexpr int threads = 31;
    std::vector<double> waits;
    unpin_thread(); // the child inherits where it may run
    try {
        for (int i = 0; i < threads; ++i) {
            std::int64_t first_ns = 0;
            const std::int64_t begin_ns = Recorder::now_ns();
            std::thread child([&] { first_ns = Recorder::now_ns(); });
            child.join();
            waits.push_back(static_cast<double>(first_ns - begin_ns));
        }
    } catch (const std::system_error&) {
        return 0;
    }
    return stats::median(waits);
}

double barrier_ns(Team& team) {
    if (team.size() < 2) return 0;
    constexpr int tries = 31, barriers = 50;
    constexpr std::int64_t longest_ns = 100'000'000; // a busy machine gives each a time slice
    std::vector<double> times;
    const std::int64_t start_ns = Recorder::now_ns();
    for (int i = 0; i < tries && Recorder::now_ns() < start_ns + longest_ns; ++i) {
        std::int64_t begin_ns = 0, end_ns = 0;
        team.run([&](int worker) {
            team.barrier(); // all are here: now it begins
            if (worker == 0) begin_ns = Recorder::now_ns();
            for (int k = 0; k < barriers; ++k)
                team.barrier();
            if (worker == 0) end_ns = Recorder::now_ns();
        });
        times.push_back(static_cast<double>(end_ns - begin_ns) / barriers);
    }
    return stats::median(times);
}

double task_ns() {
    constexpr int tries = 31, tasks = 1000;
    std::vector<double> times;
    tbb::task_arena alone(1);
    alone.execute([&] {
        for (int i = 0; i <= tries; ++i) {
            tbb::task_group group;
            const std::int64_t begin_ns = Recorder::now_ns();
            for (int k = 0; k < tasks; ++k)
                group.run([] {});
            group.wait();
            times.push_back(static_cast<double>(Recorder::now_ns() - begin_ns) / tasks);
        }
    });
    times.erase(times.begin()); // the first one pays for oneTBB's own start
    return stats::median(times);
}

protocol::Overheads probe_overheads(Crews& crews, Pauses& pauses) {
    constexpr double some_ns = 30e6;
    protocol::Overheads found;
    found.timer_ns = timer().cost_ns;
    found.timer_tick_ns = timer().tick_ns;
    pauses.before(some_ns);
    found.thread_start_ns = thread_start_ns();
    pauses.before(some_ns);
    if (Team* const team = gathered(crews, usable_cores().workers())) {
        found.barrier_workers = team->size();
        found.barrier_ns = barrier_ns(*team);
    }
    pauses.before(some_ns);
    crews.rest();
    unpin_thread();
    found.task_ns = task_ns();
    pauses.before(2 * some_ns);
    found.noise = measure_noise();
    pauses.before(some_ns);
    const UsualNoise usual = measure_usual_noise();
    found.usual_switches = usual.switches_per_ms;
    found.usual_off_core_ns = usual.off_cpu_ns_per_ms;
    found.usual_gap_ns = usual.gap_ns;
    return found;
}

} // namespace lockstep
