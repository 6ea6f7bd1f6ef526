// SPDX-License-Identifier: MIT
// The sums of the gap: busy by worker, M as the sum over phases of the longest, s, and the lanes.
#include "kernels/measure/recorder.hpp"

#include <gmock/gmock.h>
#include <thread>

namespace lockstep {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

TEST(Recorder, LongestIsSummedOverPhasesNotOverWorkers) {
    Recorder record(2, 2, 8);
    record.begin_sample();
    record.begin_repetition();
    record.busy(0, 0, 0, 100, 400); // 300 against 100
    record.busy(1, 0, 1, 100, 200);
    record.busy(0, 1, 2, 500, 550); // 50 against 250
    record.busy(1, 1, 3, 500, 700);
    record.counted(1, 1, 50);
    record.serial(0, 70);
    const BusyTotals totals = record.totals(1);
    EXPECT_THAT(totals.busy_ns, ElementsAre(DoubleEq(350), DoubleEq(350)));
    EXPECT_DOUBLE_EQ(totals.longest_ns, 550);
    EXPECT_DOUBLE_EQ(totals.serial_ns, 70);
}

TEST(Recorder, EachRepetitionHasItsOwnLongest) {
    // Now one, now the other is slow: the longest of the sums would be 200, and hide both.
    Recorder record(2, 1, 0);
    record.reserve(2);
    record.begin_sample();
    for (const int slow : {0, 1}) {
        record.next_repetition();
        record.busy(slow, 0, 0, 0, 300);
        record.busy(1 - slow, 0, 1, 0, 100);
    }
    EXPECT_DOUBLE_EQ(record.totals(2).longest_ns, 300);
    EXPECT_THAT(record.totals(2).busy_ns, ElementsAre(DoubleEq(200), DoubleEq(200)));
}

TEST(Recorder, MoreRepetitionsThanRowsLoseNoTime) {
    Recorder record(1, 1, 0);
    record.reserve(3);
    record.begin_sample();
    for (int i = 0; i < 10; ++i) {
        record.next_repetition();
        record.busy(0, 0, 0, 0, 10);
    }
    EXPECT_DOUBLE_EQ(record.totals(10).busy_ns[0], 10);
}

TEST(Recorder, ANewSampleStartsFromNothing) {
    Recorder record(1, 1, 4);
    record.begin_sample();
    record.begin_repetition();
    record.busy(0, 0, 0, 0, 10);
    record.serial(0, 10);
    record.lanes(3, 4);
    record.begin_sample();
    record.begin_repetition();
    const BusyTotals totals = record.totals(1);
    EXPECT_DOUBLE_EQ(totals.busy_ns[0] + totals.longest_ns + totals.serial_ns, 0);
    EXPECT_DOUBLE_EQ(totals.lanes_used + totals.lanes_offered, 0);
    EXPECT_TRUE(record.spans().empty());
}

TEST(Recorder, SpansAreOfTheLastRepetitionAndRelativeToIt) {
    Recorder record(2, 3, 4);
    record.begin_sample();
    record.begin_repetition();
    record.busy(1, 0, 9, Recorder::now_ns(), Recorder::now_ns());
    record.begin_repetition();
    const std::int64_t begin_ns = record.repetition_begin_ns();
    record.busy(1, 2, 7, begin_ns + 30, begin_ns + 50);
    record.serial(begin_ns + 5, begin_ns + 20);
    const std::vector<Span> spans = record.spans();
    ASSERT_EQ(spans.size(), 2u);
    EXPECT_EQ(spans[0].kind, static_cast<int>(SpanKind::Serial));
    EXPECT_EQ(spans[0].begin_ns, 5);
    EXPECT_EQ(spans[1].worker, 1);
    EXPECT_EQ(spans[1].phase, 2);
    EXPECT_EQ(spans[1].task, 7);
    EXPECT_EQ(spans[1].begin_ns, 30);
    EXPECT_EQ(spans[1].end_ns, 50);
    EXPECT_EQ(record.phases_seen(), 3);
}

TEST(Recorder, SpansBeyondTheRoomAreSummedButNotKept) {
    Recorder record(1, 1, 2);
    record.begin_sample();
    record.begin_repetition();
    for (int i = 0; i < 5; ++i)
        record.busy(0, 0, i, 0, 10);
    EXPECT_EQ(record.spans().size(), 2u);
    EXPECT_EQ(record.spans_seen(), 5);
    EXPECT_DOUBLE_EQ(record.totals(1).busy_ns[0], 50);
}

TEST(Recorder, WorkersWriteAtTheSameTime) {
    constexpr int workers = 4, notes = 20000;
    Recorder record(workers, 1, notes);
    record.begin_sample();
    record.begin_repetition();
    std::vector<std::thread> threads;
    for (int worker = 0; worker < workers; ++worker)
        threads.emplace_back([&, worker] {
            for (int i = 0; i < notes; ++i) {
                record.busy(worker, 0, i, 0, 1);
                record.lanes(1, 2);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    const BusyTotals totals = record.totals(1);
    EXPECT_THAT(totals.busy_ns, testing::Each(DoubleEq(notes)));
    EXPECT_DOUBLE_EQ(totals.lanes_used, workers * notes);
    EXPECT_DOUBLE_EQ(totals.lanes_offered, 2 * workers * notes);
    EXPECT_EQ(record.spans().size(), std::size_t{workers} * notes);
}

TEST(Recorder, NothingOfALongSampleIsLeftInAShortOne) {
    Recorder record(1, 2, 0);
    record.reserve(100);
    const auto sample = [&](int repetitions) {
        record.begin_sample();
        for (int i = 0; i < repetitions; ++i) {
            record.next_repetition();
            record.counted(0, i % 2, 3);
        }
        return record.totals(1).busy_ns[0];
    };
    EXPECT_DOUBLE_EQ(sample(250), 750) << "more than there are rows";
    EXPECT_DOUBLE_EQ(sample(2), 6);
    EXPECT_DOUBLE_EQ(sample(100), 300);
    EXPECT_DOUBLE_EQ(sample(0), 0);
    EXPECT_DOUBLE_EQ(sample(100), 300);
}

TEST(Recorder, TheLastClaimOfASampleCounts) {
    Recorder record(1, 1, 0);
    record.begin_sample();
    EXPECT_FALSE(record.totals(1).claimed_ns) << "nobody claims anything";
    record.claims(7);
    record.claims(0);
    EXPECT_EQ(record.totals(2).claimed_ns, 0) << "a mean of claims is none that anybody made";
    record.begin_sample();
    EXPECT_FALSE(record.totals(1).claimed_ns);
}

TEST(Recorder, AStampNotesItsScope) {
    Recorder record(1, 1, 1);
    record.begin_sample();
    record.begin_repetition();
    {
        const Stamp stamp(record, 0, 0, 3);
        while (Recorder::now_ns() == record.repetition_begin_ns()) {
        }
    }
    ASSERT_EQ(record.spans().size(), 1u);
    EXPECT_EQ(record.spans()[0].task, 3);
    EXPECT_GE(record.spans()[0].begin_ns, 0);
    EXPECT_GT(record.totals(1).busy_ns[0], 0);
}

TEST(RecorderDeathTest, AWorkerOutsideTheTeamIsADefect) {
    Recorder record(2, 1, 0);
    record.begin_sample();
    EXPECT_DEATH(record.busy(2, 0, 0, 0, 1), "own number");
}

} // namespace
} // namespace lockstep
