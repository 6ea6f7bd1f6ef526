// SPDX-License-Identifier: MIT
// Samples become columns by point, and no line grows too long.
#include "kernels/bench/voice.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep::bench {
namespace {

using testing::ElementsAre;

Sample sample(int point, int round, std::size_t workers, double lanes = 0) {
    Sample made;
    made.point = point;
    made.round = round;
    made.time_ns = 100.0 * round;
    made.busy = {5, std::vector<double>(workers, 1.0 / 3), 7, lanes, lanes, {}};
    made.flags = round % 2;
    return made;
}

TEST(Voice, OneMessageAPoint) {
    const std::vector<Sample> samples = {sample(2, 1, 1), sample(1, 1, 2), sample(2, 2, 1)};
    const auto columns = columns_of("r", samples);
    ASSERT_EQ(columns.size(), 2u);
    EXPECT_EQ(columns[0].point, 1);
    EXPECT_EQ(columns[1].point, 2);
    EXPECT_THAT(columns[1].round, ElementsAre(1, 2));
    EXPECT_THAT(columns[1].time_ns, ElementsAre(100, 200));
    EXPECT_THAT(columns[1].flags, ElementsAre(1, 0));
    EXPECT_THAT(columns[1].serial_ns, ElementsAre(5, 5));
    EXPECT_TRUE(columns[1].lanes_used.empty()) << "it counts none";
    EXPECT_TRUE(protocol::read_from_bench(protocol::write(columns[0]), {}));
}

TEST(Voice, LanesAreThereWhereTheyAreCounted) {
    const std::vector<Sample> samples = {sample(1, 1, 1, 16)};
    EXPECT_THAT(columns_of("r", samples)[0].lanes_offered, ElementsAre(16));
}

TEST(Voice, ClaimsAreThereWhereSomebodyMeasures) {
    std::vector<Sample> samples = {sample(1, 1, 1), sample(1, 2, 1), sample(2, 1, 1)};
    samples[0].busy.claimed_ns = 0;
    samples[1].busy.claimed_ns = 7;
    const auto columns = columns_of("r", samples);
    EXPECT_THAT(columns[0].claimed_ns, ElementsAre(0, 7));
    EXPECT_TRUE(columns[1].claimed_ns.empty());
    const auto read = protocol::read_from_bench(protocol::write(columns[0]), {});
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<protocol::Samples>(*read).claimed_ns, columns[0].claimed_ns);
}

TEST(Voice, ACardsTimesAreThereWhereThereIsACard) {
    std::vector<Sample> samples = {sample(1, 1, 1), sample(1, 2, 1), sample(2, 1, 1)};
    samples[0].busy.card = CardTimes{3, 40};
    samples[1].busy.card = CardTimes{std::numeric_limits<double>::quiet_NaN(), 50};
    const auto columns = columns_of("r", samples);
    EXPECT_TRUE(columns[1].kernel_ns.empty());
    EXPECT_TRUE(columns[1].copy_ns.empty());
    const auto read = protocol::read_from_bench(protocol::write(columns[0]), {});
    ASSERT_TRUE(read);
    const auto& there = std::get<protocol::Samples>(*read);
    ASSERT_EQ(there.kernel_ns.size(), 2u);
    EXPECT_EQ(there.kernel_ns[0], 3);
    EXPECT_TRUE(std::isnan(there.kernel_ns[1])) << "it could not be had";
    EXPECT_THAT(there.copy_ns, ElementsAre(40, 50));
}

TEST(Voice, AThousandWorkersStayWithinALine) {
    std::vector<Sample> samples;
    for (int round = 0; round < 200; ++round)
        samples.push_back(sample(1, round, 1024));
    std::size_t rounds = 0;
    for (const protocol::Samples& columns : columns_of("r", samples)) {
        EXPECT_LT(protocol::write(columns).size(), protocol::longest_line);
        rounds += columns.round.size();
    }
    EXPECT_EQ(rounds, 200u);
}

TEST(Voice, ATimelineOfTheMostSpansStaysWithinALine) {
    Timeline timeline{1, 2, {}};
    for (int i = 0; i < most_spans; ++i)
        timeline.spans.push_back({1023, 1000, 1'000'000, 2, 1'000'000'000, 1'000'000'001});
    const protocol::Spans spans = columns_of("r", 1, timeline);
    EXPECT_LT(protocol::write(spans).size(), protocol::longest_line);
    EXPECT_EQ(spans.worker.size(), static_cast<std::size_t>(most_spans));
    EXPECT_EQ(spans.end_ns[0], 1'000'000'001);
    EXPECT_EQ(spans.time_ns, 2);
}

TEST(Voice, OfTooManySpansTheBeginningIsShown) {
    Timeline timeline{1, 2, {}};
    for (int worker = 0; worker < 2; ++worker)
        for (int i = 0; i < most_spans; ++i)
            timeline.spans.push_back({worker, 0, i, 0, 10 * i, 10 * i + 5});
    const protocol::Spans spans = columns_of("r", 1, timeline);
    ASSERT_EQ(spans.begin_ns.size(), static_cast<std::size_t>(most_spans));
    EXPECT_EQ(spans.begin_ns.back(), 10 * (most_spans / 2 - 1)) << "of both workers";
}

} // namespace
} // namespace lockstep::bench
