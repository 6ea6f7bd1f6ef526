// SPDX-License-Identifier: MIT
#include "app/views/runs/list.hpp"

#include "demo_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::runs_view {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Session compared() {
    Session session = demo::session();
    demo::measure(session);
    demo::finish(session);
    demo::reveal(session, Reveal::Strip, content::Step::Compare);
    return session;
}

KnownRun own(const char* id, const char* started, double piece_us) {
    KnownRun run;
    run.id = id;
    run.lesson = "amdahl";
    run.experiment = "main";
    run.parameters = {{"p", 2}, {"piece_us", piece_us}};
    run.machine = "2 cores";
    run.machine_hash = "here";
    run.started = started;
    return run;
}

KnownRun recording() {
    KnownRun run;
    run.id = "amdahl-main-16-cores.json";
    run.recording = true;
    run.lesson = "amdahl";
    run.experiment = "main";
    run.machine = "16 cores, AVX-512, 125 GiB";
    run.cores = 16;
    run.started = "2026-11-20";
    return run;
}

TEST(RunsList, WithoutAnyRunThereIsNoList) {
    EXPECT_THAT(groups_of(compared()), IsEmpty());
    EXPECT_FALSE(has_rows(compared()));
    EXPECT_FALSE(has_rows(Session{}));
    EXPECT_THAT(groups_of(Session{}), IsEmpty());
    EXPECT_THAT(comparisons_of(Session{}), IsEmpty());
}

TEST(RunsList, RecordingsComeBeforeTheLearnersOwn) {
    Session session = compared();
    session.known_runs = {own("a", "2026-11-24T08:00:00Z", 20), own("b", "2026-11-25T08:00:00Z", 5),
                          recording()};
    const auto groups = groups_of(session);
    EXPECT_TRUE(has_rows(session));
    ASSERT_THAT(groups, SizeIs(2));
    EXPECT_THAT(groups[0].words, HasSubstr("Recordings"));
    ASSERT_THAT(groups[0].rows, SizeIs(1));
    EXPECT_EQ(groups[0].rows[0].headline, "16 cores, AVX-512, 125 GiB, 2026-11-20");
    ASSERT_THAT(groups[1].rows, SizeIs(2));
    EXPECT_EQ(groups[1].rows[0].id, "b") << "newest first";
    EXPECT_THAT(groups[1].rows[0].headline, testing::StartsWith("2026-11-25 "));
    EXPECT_THAT(groups[1].rows[0].headline, HasSubstr(", this machine"));
    EXPECT_THAT(groups[1].rows[0].details, HasSubstr("size of one piece 5 µs"));
    EXPECT_EQ(groups[1].rows[0].shape, 0);
}

TEST(RunsList, OfManyTheLatestAreShown) {
    Session session = compared();
    for (int i = 0; i < 75; ++i)
        session.known_runs.push_back(own(std::to_string(i).c_str(), "2026-11-24T08:00:00Z", 20));
    const auto groups = groups_of(session);
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_THAT(groups[0].rows, SizeIs(60));
    EXPECT_EQ(groups[0].rows[0].id, "74");
    EXPECT_THAT(groups[0].words, HasSubstr("the latest 60 of 75"));
}

TEST(RunsList, WhatLiesOverHasItsMarkAndAFileItsPath) {
    Session session = compared();
    session.known_runs = {recording()};
    LabState& lab = demo::lab(session);
    lab.run->quantity = "time_per_item"; // the demo's points have no baseline
    LaidOver file{*lab.run, "/home/anne/hers.json", {}};
    file.run.id = "hers";
    file.run.started = "2026-11-20T08:00:00Z";
    LaidOver known = file;
    known.run.id = "another";
    known.from = "amdahl-main-16-cores.json";
    lab.laid_over = {file, known};
    const auto groups = groups_of(session);
    ASSERT_THAT(groups, SizeIs(2));
    EXPECT_EQ(groups[0].words, "Opened");
    EXPECT_EQ(groups[0].rows[0].details, "/home/anne/hers.json");
    EXPECT_EQ(groups[0].rows[0].shape, 1);
    EXPECT_FALSE(groups[0].rows[0].known);
    EXPECT_EQ(groups[1].rows[0].shape, 2);
    const auto words = comparisons_of(session);
    ASSERT_THAT(words, SizeIs(2));
    EXPECT_THAT(words[0], HasSubstr("unpaired"));
}

} // namespace
} // namespace lockstep::runs_view
