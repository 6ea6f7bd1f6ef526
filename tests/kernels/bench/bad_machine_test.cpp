// SPDX-License-Identifier: MIT
// The real bench on machines that give it little, or stop it: it says so and goes on.
#include "sim/stats/rounds.hpp"
#include "tests/kernels/bench/child.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <sched.h>

namespace lockstep::bench {
namespace {

using protocol::Done;
using protocol::Hello;
using testing::Contains;
using testing::HasSubstr;

/// As `taskset` does: the first CPU of those that this test may use.
void only_one_cpu() {
    cpu_set_t mask;
    sched_getaffinity(0, sizeof mask, &mask);
    std::size_t cpu = 0;
    while (!CPU_ISSET(cpu, &mask))
        ++cpu;
    CPU_ZERO(&mask);
    CPU_SET(cpu, &mask);
    sched_setaffinity(0, sizeof mask, &mask);
}

/// Eight cores as hwloc sees them, of which the mask leaves one.
void one_cpu_of_eight() {
    setenv("HWLOC_SYNTHETIC", "core:8 pu:1", 1);
    only_one_cpu();
}

void one_core() {
    setenv("HWLOC_SYNTHETIC", "core:1 pu:1", 1);
    only_one_cpu();
}

protocol::RunRequest two_workers() {
    protocol::RunRequest run = short_run();
    run.points.push_back({2, "amdahl", "multicore", {{"f", 0.5}, {"p", 2}}});
    return run;
}

TEST(BadMachine, AMaskOfOneLeavesOneWorkerAndTheReason) {
    Child bench({}, &one_cpu_of_eight);
    const auto hello = bench.hear_a<Hello>();
    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->machine.threads, 1);
    EXPECT_EQ(hello->machine.cores_present, 8);
    EXPECT_THAT(hello->machine.notes,
                Contains("Lockstep was started on 1 of this machine's 8 cores."));
    bench.say(two_workers());
    const auto said = bench.hear_run();
    ASSERT_FALSE(all_of<Done>(said).empty());
    bool refused = false;
    for (const auto& state : all_of<protocol::PointState>(said))
        if (state.point == 2) {
            refused = true;
            EXPECT_EQ(state.status, protocol::PointStatus::Unavailable);
            EXPECT_THAT(state.reason, HasSubstr("this machine lets Lockstep use 1"));
        } else {
            EXPECT_NE(state.status, protocol::PointStatus::Wrong);
        }
    EXPECT_TRUE(refused);
    EXPECT_FALSE(all_of<protocol::Samples>(said).empty()) << "the others have their times";
}

TEST(BadMachine, OneCoreSaysThatItCannotRunTwoThingsAtOnce) {
    Child bench({}, &one_core);
    const auto hello = bench.hear_a<Hello>();
    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->machine.cores, 1);
    EXPECT_THAT(hello->machine.notes, Contains("One core cannot run two things at once."));
    bench.say(short_run());
    EXPECT_FALSE(all_of<Done>(bench.hear_run()).empty());
}

/// What was said of a run whose bench stood still for seconds, once its pilot was over.
struct StoppedRun {
    int stops = 0;
    bool held_a_second = false, marked = true;
    std::vector<std::string> remarks;
};

/// The second falls into a sample or between two: in every slice of the run it is tried once more,
/// at another place.
StoppedRun run_with_stops() {
    constexpr int most_stops = 8;
    Child bench;
    protocol::RunRequest run = short_run("r1", 6);
    run.relative_width = 1e-5; // all of its budget, on a quiet machine too
    bench.say(run);
    std::vector<FromBench> said;
    StoppedRun found;
    while (auto message = bench.hear()) {
        said.push_back(*message);
        const auto* const news = std::get_if<protocol::Progress>(&*message);
        if (news != nullptr && news->await_go)
            bench.say(protocol::Go{news->id, 0, 0});
        // Of the pilot nothing is said, because it counts for nothing.
        if (news != nullptr && news->rounds_done >= stats::pilot_rounds &&
            news->rounds_done < news->rounds_planned && found.stops < most_stops) {
            usleep(30'000 + 11'000 * static_cast<useconds_t>(found.stops));
            bench.signal(SIGSTOP);
            usleep(1'000'000);
            bench.signal(SIGCONT);
            ++found.stops;
        }
        if (std::holds_alternative<Done>(*message))
            break;
    }
    std::map<int, int> repetitions;
    for (const auto& state : all_of<protocol::PointState>(said)) {
        EXPECT_NE(state.status, protocol::PointStatus::Wrong) << state.reason;
        repetitions[state.point] = state.repetitions;
    }
    for (const auto& samples : all_of<protocol::Samples>(said))
        for (std::size_t i = 0; i < samples.time_ns.size(); ++i)
            if (samples.time_ns[i] * repetitions[samples.point] > 0.9e9) {
                found.held_a_second = true;
                found.marked = found.marked && (samples.flags[i] & protocol::sample_disturbed) != 0;
            }
    for (const auto& done : all_of<Done>(said))
        found.remarks = done.remarks;
    return found;
}

TEST(BadMachine, ABenchThatIsStoppedForASecondMarksTheSampleAndSaysSo) {
    StoppedRun found;
    for (int attempt = 0; attempt < 3 && !found.held_a_second; ++attempt)
        found = run_with_stops();
    EXPECT_GT(found.stops, 0);
    EXPECT_TRUE(found.held_a_second);
    EXPECT_TRUE(found.marked);
    EXPECT_THAT(found.remarks,
                Contains(testing::StartsWith("The bench was kept from running for")));
}

TEST(ColdCaches, AreARunOfOneRepetitionASample) {
    Child bench;
    protocol::RunRequest run = short_run();
    run.cache = "cold";
    bench.say(run);
    const auto said = bench.hear_run();
    ASSERT_FALSE(all_of<Done>(said).empty());
    for (const auto& state : all_of<protocol::PointState>(said))
        EXPECT_EQ(state.repetitions, 1);
    EXPECT_FALSE(all_of<protocol::Samples>(said).empty());
}

TEST(ColdCaches, OrWarmAndNothingElse) {
    Child bench;
    protocol::RunRequest run = short_run();
    run.cache = "lukewarm";
    bench.say(run);
    const auto errors = all_of<protocol::ErrorMessage>(bench.hear_run());
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_THAT(errors[0].error.text(), HasSubstr("'lukewarm'"));
}

} // namespace
} // namespace lockstep::bench
