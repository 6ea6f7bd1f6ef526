// SPDX-License-Identifier: MIT
// Which rounds count, and what rounds that remember each other do to an interval.
#include "app/experiment/kept_rounds.hpp"

#include "sim/base/random.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

/// A point of `times`, of which the first `pilot` are the pilot's.
Point with(const std::vector<double>& times, int pilot, std::vector<int> flags = {}) {
    Point point;
    flags.resize(times.size(), 0);
    for (std::size_t i = 0; i < times.size(); ++i) {
        point.round.push_back(static_cast<int>(i));
        point.time_ns.push_back(times[i]);
        const bool of_pilot = static_cast<int>(i) < pilot;
        point.flags.push_back(flags[i] | (of_pilot ? protocol::sample_pilot : 0));
    }
    return point;
}

double own_time(const Point& point, const RoundPair& pair) {
    return point.time_ns[pair.variant];
}

double one(const RoundPair&) {
    return 1;
}

stats::Interval interval_of(const Point& point) {
    return KeptRounds(nullptr, point)
        .interval([&](const RoundPair& pair) { return own_time(point, pair); }, one);
}

TEST(KeptRounds, DisturbedOnesAreLeftOutAndCounted) {
    std::vector<double> times(20, 2);
    times[14] = 50;
    std::vector<int> flags(20, 0);
    flags[14] = protocol::sample_disturbed;
    const Point point = with(times, 3, flags);
    const KeptRounds rounds(nullptr, point);
    EXPECT_EQ(rounds.pairs().size(), 17u);
    EXPECT_EQ(rounds.kept().pairs.size(), 16u);
    EXPECT_EQ(rounds.disturbed(), 1);
    EXPECT_FALSE(rounds.kept().point_disturbed);
    const auto time = [&](const RoundPair& pair) { return own_time(point, pair); };
    EXPECT_EQ(rounds.interval(time, one).high, 2);
    EXPECT_EQ(rounds.interval(time, one).n, 15) << "an odd number";
    EXPECT_EQ(rounds.with_all(time, one), 2);
}

TEST(KeptRounds, RoundsThatGoUpAndDownInLongWavesHaveAWiderInterval) {
    // The same values twice: shuffled, and in waves of eight rounds. The ranks of the first are the
    // sign test's, those of the second lie further out.
    std::vector<double> waves, shuffled;
    Random random(3);
    for (int i = 0; i < 72; ++i)
        waves.push_back(1 + 0.1 * std::sin(i * 0.8) + 0.02 * random.uniform());
    shuffled = waves;
    for (std::size_t i = shuffled.size() - 1; i > 11; --i)
        std::swap(shuffled[i], shuffled[11 + random.below(i - 10)]);
    for (std::size_t i = 10; i > 0; --i)
        std::swap(shuffled[i], shuffled[random.below(i + 1)]);
    const auto wide = interval_of(with(waves, 11)), narrow = interval_of(with(shuffled, 11));
    EXPECT_GT(wide.high - wide.low, 1.3 * (narrow.high - narrow.low));
    EXPECT_EQ(wide.n, narrow.n);
    EXPECT_EQ(wide.value, narrow.value);
}

TEST(KeptRounds, ThePilotTellsOfMemoryAndIsInNoInterval) {
    // Fifteen rounds alone cannot show that they remember; with the pilot before them they can.
    std::vector<double> times;
    for (int i = 0; i < 26; ++i)
        times.push_back(i < 11 ? 100 + (i / 6) * 10 + i % 3 : 1 + 0.01 * ((i * 7) % 15));
    const Point with_pilot = with(times, 11);
    const Point without = with({times.begin() + 11, times.end()}, 0);
    const auto a = interval_of(with_pilot), b = interval_of(without);
    EXPECT_EQ(a.value, b.value);
    EXPECT_LT(a.high, 2) << "no time of the pilot";
    EXPECT_GE(a.high - a.low, b.high - b.low);
}

} // namespace
} // namespace lockstep
