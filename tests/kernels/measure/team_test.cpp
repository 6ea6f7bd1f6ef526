// SPDX-License-Identifier: MIT
// p bodies run, pinned to different cores, and nobody passes a barrier before everybody is there.
#include "kernels/measure/team.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <sched.h>

namespace lockstep {
namespace {

using testing::Each;
using testing::HasSubstr;

std::unique_ptr<Team> team_of(int workers, Pinning pinning) {
    auto team = Team::create(workers, pinning);
    EXPECT_TRUE(team) << team.error().text();
    return *std::move(team);
}

TEST(Team, EveryWorkerRunsOnceARun) {
    for (const Pinning pinning : {Pinning::Pinned, Pinning::Free}) {
        const int workers = pinning == Pinning::Free ? 7 : usable_cores().workers();
        const auto team = team_of(workers, pinning);
        EXPECT_EQ(team->size(), workers);
        std::vector<int> runs(static_cast<std::size_t>(workers));
        constexpr int repetitions = 2000;
        for (int i = 0; i < repetitions; ++i)
            team->run([&](int worker) { ++runs[static_cast<std::size_t>(worker)]; });
        EXPECT_THAT(runs, Each(repetitions));
    }
}

TEST(Team, WorkersSitOnTheirOwnCores) {
    const int workers = usable_cores().workers();
    const auto team = team_of(workers, Pinning::Pinned);
    std::vector<int> seen(static_cast<std::size_t>(workers), -1);
    team->run([&](int worker) { seen[static_cast<std::size_t>(worker)] = sched_getcpu(); });
    for (std::size_t worker = 0; worker < seen.size(); ++worker)
        EXPECT_EQ(seen[worker], usable_cores().cpus[worker]);
    unpin_thread();
}

TEST(Team, NobodyPassesABarrierAlone) {
    for (const Pinning pinning : {Pinning::Pinned, Pinning::Free}) {
        const int workers = pinning == Pinning::Free ? 5 : usable_cores().workers();
        const auto team = team_of(workers, pinning);
        constexpr int steps = 3000;
        std::atomic<int> arrived = 0;
        std::atomic<int> early = 0;
        team->run([&](int) {
            for (int step = 1; step <= steps; ++step) {
                arrived.fetch_add(1);
                team->barrier();
                if (arrived.load() < step * workers)
                    early.fetch_add(1);
                team->barrier();
            }
        });
        EXPECT_EQ(early, 0);
        EXPECT_EQ(arrived, steps * workers);
    }
}

TEST(Team, RestsAndWakesAnyNumberOfTimes) {
    const auto team = team_of(usable_cores().workers(), Pinning::Pinned);
    std::atomic<int> runs = 0;
    for (int i = 0; i < 200; ++i) {
        team->wake();
        team->run([&](int) { ++runs; });
        team->rest();
        if (i % 3 == 0) // a run without waking first
            team->run([&](int) { ++runs; });
    }
    EXPECT_EQ(runs, (200 + 67) * team->size());
}

TEST(Team, ARestingTeamUsesNoCpuTime) {
    const auto team = team_of(usable_cores().workers(), Pinning::Pinned);
    team->wake();
    team->rest();
    const auto spin = [] {
        for (const std::int64_t end_ns = Recorder::now_ns() + 30'000'000;
             Recorder::now_ns() < end_ns;) {
        }
    };
    spin(); // whoever still saw the gate closed has gone to sleep by now
    const auto before = team->lost_ns();
    spin();
    const auto after = team->lost_ns();
    for (std::size_t worker = 1; worker < before.size(); ++worker)
        EXPECT_GT(after[worker] - before[worker], 25e6) << "it was off the CPU all the time";
}

TEST(Team, MoreWorkersThanCoresAreRefusedUnlessFree) {
    const int most = usable_cores().workers();
    const auto team = Team::create(most + 1, Pinning::Pinned);
    ASSERT_FALSE(team);
    EXPECT_THAT(team.error().text(), HasSubstr("this machine lets Lockstep use"));
    EXPECT_TRUE(Team::create(most + 20, Pinning::Free));
}

} // namespace
} // namespace lockstep
