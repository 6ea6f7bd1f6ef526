// SPDX-License-Identifier: MIT
// The index of recordings, on one good entry and spoiled copies of it; and the index that ships.
#include "app/content/recordings.hpp"

#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string good_index = "[[recording]]\n"
                               "file       = 'workers.json'\n"
                               "sha256     = '" +
                               std::string(64, 'a') +
                               "'\n"
                               "lesson     = 'amdahl'\n"
                               "experiment = 'workers'\n"
                               "machine    = '16 cores, AVX-512, 125 GiB'\n"
                               "cores      = 16\n"
                               "date       = '2026-11-20'\n";

RecordingsRead read(const std::string& index) {
    const Scratch scratch;
    scratch.write("workers.json", "{}");
    scratch.write("index.toml", index);
    return read_recordings(scratch.path());
}

/// The one problem of a spoiled index; which then has no entry.
std::string problem_of(const std::string& from, const std::string& to) {
    const RecordingsRead spoiled = read(replaced(good_index, from, to));
    EXPECT_THAT(spoiled.recordings, IsEmpty()) << to;
    EXPECT_THAT(spoiled.problems, testing::Not(IsEmpty())) << to;
    return spoiled.problems.empty() ? "" : spoiled.problems.front().text();
}

TEST(Recordings, AnEntryIsReadWhole) {
    const RecordingsRead found = read(good_index);
    for (const Problem& problem : found.problems)
        ADD_FAILURE() << problem.text();
    ASSERT_THAT(found.recordings, SizeIs(1));
    const Recording& recording = found.recordings[0];
    EXPECT_EQ(recording.file, "workers.json");
    EXPECT_EQ(recording.path.filename(), "workers.json");
    EXPECT_EQ(recording.lesson, "amdahl");
    EXPECT_EQ(recording.experiment, "workers");
    EXPECT_EQ(recording.machine, "16 cores, AVX-512, 125 GiB");
    EXPECT_EQ(recording.gpu, "");
    EXPECT_EQ(recording.cores, 16);
    EXPECT_EQ(recording.date, "2026-11-20");
}

TEST(Recordings, AFolderThatIsNotThereOrEmptyHasNone) {
    const Scratch scratch;
    EXPECT_THAT(read_recordings(scratch.path() / "nowhere").problems, IsEmpty());
    EXPECT_THAT(read_recordings(scratch.path()).problems, IsEmpty());
    scratch.write("index.toml", "# none yet\n");
    EXPECT_THAT(read_recordings(scratch.path()).problems, IsEmpty());
    EXPECT_THAT(read_recordings(scratch.path()).recordings, IsEmpty());
}

TEST(Recordings, EachMistakeIsSaidWithItsLine) {
    EXPECT_THAT(problem_of("lesson     = 'amdahl'\n", ""), HasSubstr("lesson"));
    EXPECT_THAT(problem_of("cores      = 16\n", ""), HasSubstr("how many cores"));
    EXPECT_THAT(problem_of("16\n", "'many'\n"), HasSubstr("index.toml:7"));
    EXPECT_THAT(problem_of("2026-11-20", "yesterday"), HasSubstr("'yesterday' is no date"));
    EXPECT_THAT(problem_of(std::string(64, 'a'), "abc"), HasSubstr("no SHA-256"));
    EXPECT_THAT(problem_of("date  ", "day   "), HasSubstr("no 'date'"));
    EXPECT_THAT(problem_of("cores      = 16\n", "cores      = 16\nday = 1\n"),
                HasSubstr("'day'"));
    EXPECT_THAT(problem_of("workers.json", "other.json"), HasSubstr("there is no such file"));
    EXPECT_THAT(problem_of("workers.json", "../../etc/passwd"), HasSubstr("outside its folder"));
    EXPECT_THAT(problem_of("[[recording]]", "[[recordings]]"), HasSubstr("recording"));
    EXPECT_THAT(problem_of("16\n", "16 = 4\n"), HasSubstr("this is not TOML"));
}

TEST(Recordings, AFileThatStandsTwiceOrNowhereIsReported) {
    const RecordingsRead twice = read(good_index + good_index);
    EXPECT_THAT(twice.recordings, SizeIs(1));
    ASSERT_THAT(twice.problems, SizeIs(1));
    EXPECT_THAT(twice.problems[0].text(), HasSubstr("stands here twice"));
    const RecordingsRead unlisted = read("");
    ASSERT_THAT(unlisted.problems, SizeIs(1));
    EXPECT_THAT(unlisted.problems[0].text(), HasSubstr("no entry of index.toml names this file"));
}

TEST(Recordings, AnEntryThatIsWrittenIsReadBack) {
    Recording recording;
    recording.file = "workers.json";
    recording.sha256 = std::string(64, '0');
    recording.lesson = "amdahl";
    recording.experiment = "workers";
    recording.machine = "a \"quick\" machine of Anne's, C:\\";
    recording.gpu = "NVIDIA T4";
    recording.cores = 8;
    recording.date = "2026-11-26";
    const RecordingsRead found = read(recording_entry(recording));
    for (const Problem& problem : found.problems)
        ADD_FAILURE() << problem.text();
    ASSERT_THAT(found.recordings, SizeIs(1));
    EXPECT_EQ(found.recordings[0].machine, recording.machine);
    EXPECT_EQ(found.recordings[0].gpu, "NVIDIA T4");
    EXPECT_EQ(found.recordings[0].cores, 8);
}

TEST(Recordings, WhatShipsCanBeRead) {
    const char* source = std::getenv("LOCKSTEP_SOURCE_DIR");
    const auto folder = std::filesystem::path(source ? source : ".") / "assets" / "recordings";
    EXPECT_TRUE(std::filesystem::exists(folder / "index.toml"));
    for (const Problem& problem : read_recordings(folder).problems)
        ADD_FAILURE() << problem.text();
}

} // namespace
} // namespace lockstep::content
