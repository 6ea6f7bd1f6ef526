// SPDX-License-Identifier: MIT
// A machine whose clock is set in the middle of a run. The clock of this program is its own: it
// defines the function that all of it asks. The processor's counter goes on as it does.
#include "kernels/measure/comparison.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/scribe.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <atomic>
#include <ctime>
#include <gmock/gmock.h>
#include <sys/syscall.h>
#include <unistd.h>

static std::atomic<long> set_forward_s = 0;

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
    const long result = syscall(SYS_clock_gettime, clock, time);
    if (clock == CLOCK_MONOTONIC)
        time->tv_sec += set_forward_s.load(std::memory_order_relaxed);
    return static_cast<int>(result);
}

namespace lockstep {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// Somebody sets the clock while this call works.
std::atomic<int> calls_until_set = -1;
std::atomic<long> to_be_set_s = 0;

std::uint64_t honest_until_the_clock_is_set(const toys::Toy& toy, Context& context) {
    const std::uint64_t result = toys::honest(toy, context);
    if (calls_until_set.fetch_sub(1) == 0)
        set_forward_s += to_be_set_s.load();
    return result;
}

constexpr Variant beside_the_clock =
    toys::variant<&honest_until_the_clock_is_set>("beside_the_clock", Crew::One);

struct Outcome {
    Scribe scribe;
    std::vector<std::string> remarks;
};

Outcome run_with_a_jump_of(long seconds, int after_calls) {
    calls_until_set = after_calls;
    to_be_set_s = seconds;
    Outcome outcome;
    Crews crews;
    Workshop workshop{crews, toys::no_card};
    // Other programs are none of this test's business, and time there is for all fifteen rounds.
    Comparison comparison({"r", 20, 0.5}, workshop, Watcher({1e12, 1e12, 1e12}), outcome.scribe);
    // A repetition is longer than a sample needs to be: every call is a sample of its own.
    comparison.run({toys::side(beside_the_clock, 0, 2e6), toys::side(toys::serial, 1, 2e6)});
    outcome.remarks = comparison.remarks();
    unpin_thread();
    return outcome;
}

/// By how many seconds, and in the how many-th call: the first is in the first look at a side.
class ClockJump : public testing::TestWithParam<std::tuple<long, int>> {};

TEST_P(ClockJump, CostsTheSampleThatItFallsIntoAndIsSaid) {
    const auto [seconds, after_calls] = GetParam();
    const Outcome outcome = run_with_a_jump_of(seconds, after_calls);
    EXPECT_THAT(outcome.remarks, Contains(HasSubstr("The clock jumped")));
    int without_time = 0, rounds = 0;
    for (const Sample& sample : outcome.scribe.sent) {
        EXPECT_GE(sample.time_ns, 0);
        EXPECT_LT(sample.time_ns, 1800e9) << "no sample lasts half of the hour that was set";
        if (sample.time_ns == 0) {
            ++without_time;
            EXPECT_NE(sample.flags & protocol::sample_disturbed, 0) << "it says why it has none";
        }
        rounds += sample.point == 1 && (sample.flags & protocol::sample_pilot) == 0 ? 1 : 0;
    }
    EXPECT_LE(without_time, 1);
    EXPECT_EQ(rounds, outcome.scribe.news.back().rounds_planned)
        << "an hour more or less ends no run before its rounds are done";
    EXPECT_NE(outcome.scribe.state_of(0).status, PointStatus::Wrong);
    EXPECT_NE(outcome.scribe.state_of(1).status, PointStatus::Wrong);
}

INSTANTIATE_TEST_SUITE_P(AnHour, ClockJump,
                         testing::Combine(testing::Values(3600, -3600), testing::Values(0, 1, 8)));

TEST(ClockThatIsLeftAlone, IsNotSuspected) {
    const Outcome outcome = run_with_a_jump_of(3600, -1);
    EXPECT_THAT(outcome.remarks, testing::Not(Contains(HasSubstr("The clock"))));
    for (const Sample& sample : outcome.scribe.sent)
        EXPECT_GT(sample.time_ns, 0);
}

} // namespace
} // namespace lockstep
