// SPDX-License-Identifier: MIT
// A oneTBB arena holds exactly p workers, on p cores, also when they were asleep.
#include "kernels/measure/arena.hpp"

#include "kernels/measure/cores.hpp"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <gmock/gmock.h>
#include <mutex>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <sched.h>
#include <set>
#include <unistd.h>

namespace lockstep {
namespace {

std::unique_ptr<Arena> arena_of(int workers) {
    auto arena = Arena::create(workers);
    EXPECT_TRUE(arena) << arena.error().text();
    return *std::move(arena);
}

/// The cores on which tasks of an arena ran, over many tasks.
std::set<int> cores_used(Arena& arena) {
    std::mutex mutex;
    std::set<int> cores;
    arena.execute([&](int) {
        tbb::parallel_for(0, 2000, [&](int) {
            const std::lock_guard lock(mutex);
            cores.insert(sched_getcpu());
        });
    });
    return cores;
}

TEST(Arena, EveryWorkerComesWhenWoken) {
    const int workers = usable_cores().workers();
    const auto arena = arena_of(workers);
    int came = 0;
    // Beside a busy neighbour most calls may be too slow; an arena that never holds p always is.
    for (int i = 0; i < 50 || (came < 10 && i < 2000); ++i) {
        came += arena->wake() ? 1 : 0;
        arena->rest();
    }
    EXPECT_GE(came, 10);
}

TEST(Arena, WorkersStayOnTheFirstCores) {
    const auto& cpus = usable_cores().cpus;
    for (int workers = 1; workers <= usable_cores().workers(); ++workers) {
        const auto arena = arena_of(workers);
        arena->wake();
        for (const int core : cores_used(*arena))
            EXPECT_NE(std::find(cpus.begin(), cpus.begin() + workers, core), cpus.begin() + workers)
                << "core " << core << " with " << workers << " workers";
    }
    unpin_thread();
}

TEST(Arena, NeverHoldsMoreThanItsWorkers) {
    const auto arena = arena_of(1);
    arena->wake();
    std::atomic<int> inside = 0, most = 0;
    arena->execute([&](int) {
        tbb::parallel_for(0, 500, [&](int) {
            const int now = ++inside;
            most = std::max(most.load(), now);
            EXPECT_EQ(tbb::this_task_arena::current_thread_index(), 0);
            --inside;
        });
    });
    EXPECT_EQ(most, 1);
    unpin_thread();
}

TEST(Arena, ARestingArenaUsesNoCpuTime) {
    const auto cpu_ns = [](clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return 1e9 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec);
    };
    const auto of_others_ns = [&] {
        return cpu_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu_ns(CLOCK_THREAD_CPUTIME_ID);
    };
    const auto arena = arena_of(usable_cores().workers());
    arena->wake();
    arena->rest();
    usleep(5000);
    const double before_ns = of_others_ns();
    usleep(50'000);
    EXPECT_LT(of_others_ns() - before_ns, 10e6) << "in 50 ms";
    unpin_thread();
}

TEST(Arena, TooManyWorkersAreRefusedWithTheReason) {
    const auto arena = Arena::create(usable_cores().workers() + 1);
    ASSERT_FALSE(arena);
    EXPECT_THAT(arena.error().text(), testing::HasSubstr("this machine lets Lockstep use"));
}

TEST(Arena, SaysWhatItsThreadsLostAndWhatItsStartCost) {
    const auto arena = arena_of(usable_cores().workers());
    arena->wake();
    EXPECT_EQ(arena->lost_ns().size(), 1 + static_cast<std::size_t>(usable_cores().workers()));
    EXPECT_GT(arena->cold_start_ns(), 0);
    unpin_thread();
}

TEST(Arena, ItsFirstLossGrowsWhileTheProcessStandsStill) {
    const auto arena = arena_of(1);
    const double before_ns = arena->lost_ns().front();
    usleep(50'000);
    EXPECT_GT(arena->lost_ns().front() - before_ns, 30e6) << "of 50 ms asleep";
    unpin_thread();
}

} // namespace
} // namespace lockstep
