// SPDX-License-Identifier: MIT
// The loop between the stamps calls the variant for every repetition, with the inputs in turn.
#include "kernels/measure/runner.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/oracle.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <atomic>
#include <bit>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep {
namespace {

std::vector<int> inputs_seen;

std::uint64_t notes_its_input(const toys::Toy&, Context& context) {
    inputs_seen.push_back(context.input);
    return 1;
}

/// What a compiler would love to hoist: it has no effect, and its result is the same every time.
[[gnu::const, gnu::noinline]] std::uint64_t pure(std::int64_t steps) {
    return chain(1, steps);
}
std::uint64_t calls_pure(const toys::Toy& toy, Context&) {
    return pure(toy.steps);
}

/// Half of the smallest normal number twice: zero where subnormal numbers are flushed (FTZ) or
/// taken for zero (DAZ).
std::uint64_t subnormal() {
    volatile double half = std::numeric_limits<double>::min() / 2;
    return std::bit_cast<std::uint64_t>(half + half);
}
std::uint64_t subnormal_alone(const toys::Toy&, Context&) {
    return subnormal();
}
std::uint64_t subnormal_by_all(const toys::Toy&, Context& context) {
    std::atomic<std::uint64_t> differ = 0;
    const std::uint64_t here = subnormal();
    context.team->run([&](int) { differ += subnormal() == here ? 0 : 1; });
    return here + differ;
}

/// Has a bound: its results are asked for one by one.
struct Bounded : toys::Toy {
    double bound(int) const override { return 1; }
};

constexpr Variant subnormals = toys::variant<&subnormal_alone>("subnormals", Crew::One);
constexpr Variant subnormals_in_arena = toys::variant<&subnormal_alone>("arena", Crew::Arena);
constexpr Variant subnormals_by_team = toys::variant<&subnormal_by_all>("team", Crew::Team);
constexpr Variant subnormals_by_threads =
    toys::variant<&subnormal_by_all>("threads", Crew::Threads);

constexpr Variant notes = toys::variant<&notes_its_input>("notes", Crew::One);
constexpr Variant hoistable = toys::variant<&calls_pure>("pure", Crew::One);

std::unique_ptr<Runner> runner_of(const Variant& variant, const Problem& toy, int workers,
                                  Crews& crews) {
    auto runner = host_runner(variant, toy, workers, 1, crews);
    EXPECT_TRUE(runner) << runner.error().text();
    return *std::move(runner);
}

TEST(Runner, RepetitionsMeetTheInputsInTurn) {
    Crews crews;
    toys::Toy toy;
    const auto runner = runner_of(notes, toy, 1, crews);
    inputs_seen.clear();
    ASSERT_TRUE(runner->run(6, 5));
    EXPECT_THAT(inputs_seen, testing::ElementsAre(2, 3, 0, 1, 2));
}

TEST(Runner, APureFunctionIsNotHoisted) {
    // A thousand calls that were one would take a thousandth: the bound of ten leaves every machine
    // and every neighbour room.
    Crews crews;
    toys::Toy toy;
    toy.steps = 20'000;
    const auto runner = runner_of(hoistable, toy, 1, crews);
    runner->wake();
    double one_ns = 1e18;
    for (int i = 0; i < 20; ++i)
        one_ns = std::min(one_ns, runner->run(0, 1)->duration_ns());
    EXPECT_GT(runner->run(0, 1000)->duration_ns(), 100 * one_ns);
    unpin_thread();
}

TEST(Runner, EveryCrewComputesWhatTheSerialVariantDoes) {
    Crews crews;
    toys::Toy toy;
    toy.steps = 5000;
    Oracle oracle(toy, toys::serial.run);
    const int most = usable_cores().workers();
    const std::pair<const Variant*, int> all[] = {{&toys::serial, 1},
                                                  {&toys::team, most},
                                                  {&toys::arena, most},
                                                  {&toys::arena, 1},
                                                  {&toys::threads, 9}};
    for (int round = 0; round < 3; ++round)
        for (const auto& [variant, workers] : all) {
            const auto runner = runner_of(*variant, toy, workers, crews);
            runner->wake();
            const auto batch = runner->run(round, 9);
            ASSERT_TRUE(batch);
            EXPECT_EQ(batch->checksum, oracle.expected(round, 9)) << variant->name;
            EXPECT_GT(batch->duration_ns(), 0);
        }
    crews.rest();
    unpin_thread();
}

TEST(Runner, BusyTimesOfAllWorkersArrive) {
    Crews crews;
    toys::Toy toy;
    toy.steps = 20'000;
    const int most = usable_cores().workers();
    const auto runner = runner_of(toys::team, toy, most, crews);
    runner->reserve(4, 16);
    runner->wake();
    const auto batch = runner->run(0, 4);
    ASSERT_TRUE(batch);
    const BusyTotals totals = runner->record()->totals(4);
    ASSERT_EQ(totals.busy_ns.size(), static_cast<std::size_t>(most));
    EXPECT_THAT(totals.busy_ns, testing::Each(testing::Gt(0)));
    EXPECT_LE(totals.longest_ns, batch->duration_ns() / 4);
    EXPECT_EQ(runner->record()->spans().size(), static_cast<std::size_t>(most));
    crews.rest();
    unpin_thread();
}

TEST(Runner, SubnormalNumbersAreNumbersInEveryCrew) {
    Crews crews;
    toys::Toy toy;
    const auto right = std::bit_cast<std::uint64_t>(std::numeric_limits<double>::min());
    for (const Variant* const variant :
         {&subnormals, &subnormals_in_arena, &subnormals_by_team, &subnormals_by_threads}) {
        const auto runner = runner_of(*variant, toy, 1, crews);
        runner->wake();
        const auto batch = runner->run(0, 1);
        ASSERT_TRUE(batch);
        EXPECT_EQ(batch->checksum, right) << variant->name;
    }
    crews.rest();
    unpin_thread();
}

TEST(Runner, ResultsComeOneByOneWhereTheyHaveABound) {
    Crews crews;
    const toys::Toy without;
    EXPECT_TRUE(runner_of(notes, without, 1, crews)->run(0, 3)->results.empty());
    const Bounded bounded;
    const auto runner = runner_of(toys::serial, bounded, 1, crews);
    const auto batch = runner->run(2, 5);
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->results.size(), 5u);
    std::uint64_t sum = 0;
    for (const std::uint64_t result : batch->results)
        sum = folded(sum, result);
    EXPECT_EQ(sum, batch->checksum);
    unpin_thread();
}

TEST(Crews, MakeEachTeamAndArenaOnce) {
    Crews crews;
    EXPECT_EQ(crews.team(3, Pinning::Free).value(), crews.team(3, Pinning::Free).value());
    EXPECT_NE(crews.team(3, Pinning::Free).value(), crews.team(2, Pinning::Free).value());
    EXPECT_EQ(crews.arena(1).value(), crews.arena(1).value());
    EXPECT_FALSE(crews.arena(usable_cores().workers() + 1));
    EXPECT_FALSE(crews.arena(usable_cores().workers() + 1)) << "and again, with the reason";
    unpin_thread();
}

TEST(Crews, RunnersOfAsManyWorkersShareTheirBooks) {
    Crews crews;
    crews.reserve(1, 1, 100, 10);
    const Recorder* const large = &crews.recorder(1, 1);
    crews.reserve(1, 1, 50, 5);
    EXPECT_EQ(&crews.recorder(1, 1), large) << "large enough for this one, too";
    EXPECT_NE(&crews.recorder(1, 2), large);
    EXPECT_NE(&crews.recorder(2, 1), large);
    const auto one = toys::side(toys::serial), other = toys::side(toys::serial);
    Workshop workshop{crews, toys::no_card};
    const auto a = Side::create(one, workshop), b = Side::create(other, workshop);
    EXPECT_EQ((*a)->runner().record(), (*b)->runner().record());
}

TEST(Runner, WaitingOnATimerIsNoTimeThatSomebodyTook) {
    Crews crews;
    toys::Toy toy;
    EXPECT_EQ(runner_of(notes, toy, 1, crews)->lost_ns().size(), 1u);
    toy.waits = true;
    EXPECT_TRUE(runner_of(notes, toy, 1, crews)->lost_ns().empty());
    unpin_thread();
}

} // namespace
} // namespace lockstep
