// SPDX-License-Identifier: MIT
// A folder of recordings: filled, read back, and each way in which it can be wrong.
#include "app/content/experiment.hpp"
#include "app/experiment/recordings.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/scene.hpp"
#include "tests/app/experiment/scratch_folder.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

namespace fs = std::filesystem;
using namespace testing_support;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

lockstep::Run run_to_record() {
    PlannedRun plan = planned(shared_part(), machine(16));
    fill_run(plan.run);
    plan.run.lesson = "amdahl";
    plan.run.started = "2026-11-20T08:00:00Z";
    plan.run.machine.name = "16 cores, AVX2, 125 GiB";
    return plan.run;
}

class RecordingsFolder : public testing::Test {
  protected:
    std::string index() const { return read_whole(at("index.toml"), 1 << 20).value(); }
    fs::path at(const std::string& name) const { return folder.path() / "recordings" / name; }
    void rewrite(const fs::path& file, const std::string& from, const std::string& to) const {
        std::string text = read_whole(file, 1 << 24).value();
        const auto place = text.find(from);
        ASSERT_NE(place, text.npos) << from;
        text.replace(place, from.size(), to);
        std::ofstream(file) << text;
    }
    std::vector<std::string> problems() const {
        content::Course course;
        course.lessons = {lesson()};
        std::vector<std::string> said;
        for (const content::Problem& problem : check_recordings(at(""), course))
            said.push_back(problem.text());
        return said;
    }

    ScratchFolder folder;
};

TEST_F(RecordingsFolder, WhatIsAddedIsReadBackAndNothingIsWrongWithIt) {
    const auto added = add_recording(at(""), run_to_record());
    ASSERT_TRUE(added) << added.error().text();
    EXPECT_EQ(added->file, "amdahl-main-16-cores-2026-11-20.json");
    const auto again = add_recording(at(""), run_to_record());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->file, "amdahl-main-16-cores-2026-11-20-2.json");
    const auto read = content::read_recordings(at(""));
    ASSERT_THAT(read.recordings, SizeIs(2));
    EXPECT_EQ(read.recordings[0].lesson, "amdahl");
    EXPECT_EQ(read.recordings[0].machine, "16 cores, AVX2, 125 GiB");
    EXPECT_EQ(read.recordings[0].cores, 16);
    EXPECT_EQ(read.recordings[0].date, "2026-11-20");
    EXPECT_EQ(read.recordings[0].gpu, "");
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(RecordingsFolder, ACardIsNamedWhereItWasTimed) {
    lockstep::Run run = run_to_record();
    run.machine.has_gpu = true;
    run.machine.gpu = "NVIDIA H200";
    EXPECT_EQ(add_recording(at(""), run)->gpu, "");
    run.series[0].variant = "cuda_1";
    const auto added = add_recording(at(""), run);
    EXPECT_EQ(added->gpu, "NVIDIA H200");
    EXPECT_EQ(added->file, "amdahl-main-nvidia-h200-2026-11-20.json");
}

TEST_F(RecordingsFolder, WhatIsNoRecordingIsRefused) {
    lockstep::Run run = run_to_record();
    run.lesson.clear();
    EXPECT_THAT(no_recording(run)->text(), HasSubstr("belongs to a lesson's experiment"));
    run = run_to_record();
    run.cancelled = true;
    EXPECT_THAT(no_recording(run)->text(), HasSubstr("not carried to its end"));
    run = run_to_record();
    run.quantity = "count";
    EXPECT_THAT(no_recording(run)->text(), HasSubstr("the same on every machine"));
    run = run_to_record();
    run.series.clear();
    EXPECT_THAT(no_recording(run)->text(), HasSubstr("nothing was timed"));
    EXPECT_FALSE(add_recording(at(""), run));
    EXPECT_FALSE(fs::exists(at("index.toml")));
    EXPECT_FALSE(add_recording("/proc/nowhere", run_to_record()));
}

TEST_F(RecordingsFolder, AnEditedMarkIsFoundByItsSumAndByItsSamples) {
    const auto added = add_recording(at(""), run_to_record());
    const std::string value = "\"value\":";
    rewrite(added->path, value, value + "7");
    const auto said = problems();
    ASSERT_THAT(said, SizeIs(2));
    EXPECT_THAT(said[0], HasSubstr("index.toml"));
    EXPECT_THAT(said[0], HasSubstr("was changed after this entry was made"));
    EXPECT_THAT(said[1], HasSubstr(added->file));
    EXPECT_THAT(said[1], HasSubstr("its samples give"));
    EXPECT_THAT(said[1], HasSubstr("record it anew"));
}

TEST_F(RecordingsFolder, SamplesEditedToFitAreFoundByTheSum) {
    const auto added = add_recording(at(""), run_to_record());
    lockstep::Run run = load_run_file(added->path).value();
    for (Point& point : run.points)
        for (double& time : point.time_ns)
            time *= point.variant == "multicore" ? 0.5 : 1;
    run.series = recompute_series(run);
    ASSERT_TRUE(save_run_file(run, added->path));
    ASSERT_THAT(problems(), SizeIs(1));
    EXPECT_THAT(problems()[0], HasSubstr("its SHA-256 is another"));
}

TEST_F(RecordingsFolder, AnIndexThatSaysOtherwiseIsFound) {
    ASSERT_TRUE(add_recording(at(""), run_to_record()));
    rewrite(at("index.toml"), "= 16", "= 64");
    rewrite(at("index.toml"), "2026-11-20\"\n", "2027-01-01\"\n");
    const auto said = problems();
    ASSERT_THAT(said, SizeIs(2));
    EXPECT_THAT(said[0], HasSubstr("cores = '64', but"));
    EXPECT_THAT(said[1], HasSubstr("date = '2027-01-01', but"));
}

TEST_F(RecordingsFolder, WhatNoLessonCanShowIsFound) {
    lockstep::Run run = run_to_record();
    run.experiment_id = "gone";
    ASSERT_TRUE(add_recording(at(""), run));
    run = run_to_record();
    run.x = "piece_us";
    ASSERT_TRUE(add_recording(at(""), run));
    const auto said = problems();
    ASSERT_THAT(said, SizeIs(2));
    EXPECT_THAT(said[0], HasSubstr("there is no experiment 'gone' in a lesson 'amdahl'"));
    EXPECT_THAT(said[1], HasSubstr("is of amdahl over piece_us, and the lesson now has amdahl"));
}

TEST_F(RecordingsFolder, ACutOffOrHugeFileIsOneProblemAndTheOthersAreChecked) {
    const auto first = add_recording(at(""), run_to_record());
    const auto second = add_recording(at(""), run_to_record());
    fs::resize_file(first->path, 1000);
    fs::resize_file(second->path, 100u << 20);
    const auto said = problems();
    ASSERT_THAT(said, SizeIs(3));
    EXPECT_THAT(said[1], HasSubstr("cut off or damaged"));
    EXPECT_THAT(said[2], HasSubstr("this has 100 MB"));
}

} // namespace
} // namespace lockstep
