// SPDX-License-Identifier: MIT
// Run files and folders of recordings, by the command line: recorded, listed, checked, compared,
// opened, and each kind of bad file.
#include "app/content/recordings.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/cli/program_under_test.hpp"
#include "tests/app/experiment/support.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lockstep::testing_support {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

nlohmann::json parsed(const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false);
}

/// A run of made-up samples, which no load of this machine can disturb.
const std::string& a_run() {
    static const std::string text = [] {
        content::Experiment experiment = shared_part();
        experiment.x_values = {0.25, 0.5, 0.75};
        Run run = planned(experiment, machine()).run;
        fill_run(run);
        return write_run(run);
    }();
    return text;
}

/// The run with every time of the variant `factor` times as long, under another id.
std::string slower(double factor) {
    auto json = parsed(a_run());
    json["id"] = "another";
    for (auto& point : json["points"])
        if (point["variant"] == "multicore")
            for (auto& time : point["samples"]["time_ns"])
                time = time.get<double>() * factor;
    const auto marks = json["series"][0]["points"];
    json["series"][0]["points"] = nlohmann::json::array();
    for (const auto& mark : marks) {
        auto made = mark;
        for (const char* name : {"value", "low", "high", "with_all"})
            made[name] = mark[name].get<double>() / factor;
        json["series"][0]["points"].push_back(made);
    }
    return json.dump();
}

std::string written(const Scratch& scratch, const char* name, const std::string& text) {
    const fs::path file = scratch.path / name;
    std::ofstream(file) << text;
    return file.string();
}

TEST(CliRecordings, AFactorOfTwoIsFoundAndTheSameRunIsNot) {
    const Scratch scratch;
    const std::string now = written(scratch, "now.json", a_run());
    const std::string then = written(scratch, "then.json", slower(2));
    const Ended same = start("compare " + now + " " + now);
    EXPECT_EQ(same.code, 0) << same.output << same.errors;
    EXPECT_THAT(same.output, HasSubstr("It is the same run twice."));
    EXPECT_THAT(same.output, HasSubstr("0 of 3 differ"));
    const Ended other = start("compare " + now + " " + then);
    EXPECT_EQ(other.code, 1) << other.output << other.errors;
    EXPECT_THAT(other.output, HasSubstr("unpaired"));
    EXPECT_THAT(other.output, HasSubstr("3 of 3 differ"));
    const auto json = parsed(start("compare " + then + " " + now + " --json -").output);
    EXPECT_EQ(json["format"], "lockstep-comparison");
    EXPECT_EQ(json["differ_together"], 3);
    const auto& mark = json["runs"][0]["marks"][0];
    EXPECT_NEAR(mark["ratio"].get<double>(), 0.5, 1e-9);
    EXPECT_EQ(mark["outcome"], "less");
    EXPECT_LT(mark["low"].get<double>(), 0.5);
    EXPECT_GT(mark["high"].get<double>(), 0.5);
}

TEST(CliRecordings, ComparingSaysWhatCannotBeCompared) {
    const Scratch scratch;
    const std::string now = written(scratch, "now.json", a_run());
    auto other = parsed(a_run());
    other["experiment"]["x"]["name"] = "p";
    const Ended apart =
        start("compare " + now + " " + written(scratch, "other.json", other.dump()));
    EXPECT_EQ(apart.code, 2);
    EXPECT_THAT(apart.errors, HasSubstr("one is speedup of amdahl over f, the other speedup of "
                                        "amdahl over p"));
    EXPECT_EQ(start("compare " + now).code, 2);
    EXPECT_EQ(start("compare " + now + " /nowhere.json").code, 2);
    auto edited = parsed(a_run());
    edited["series"][0]["points"][0]["value"] = 77;
    const Ended told =
        start("compare " + now + " " + written(scratch, "edited.json", edited.dump()));
    EXPECT_EQ(told.code, 0) << "its samples are the same: " << told.output;
    EXPECT_THAT(told.errors, HasSubstr("the file says 77"));
    auto few = parsed(a_run());
    for (auto& point : few["points"])
        point["samples"] = {{"time_ns", {1e6, 1e6}}, {"round", {0, 1}}, {"flags", {0, 0}}};
    const Ended undecided =
        start("compare " + now + " " + written(scratch, "few.json", few.dump()));
    EXPECT_EQ(undecided.code, 3) << undecided.output;
    EXPECT_THAT(undecided.output, HasSubstr("too few rounds"));
}

TEST(CliRecordings, ARunFileOpensTheWindowOrIsPrinted) {
    const Scratch scratch;
    const std::string file = written(scratch, "run.json", a_run());
    EXPECT_EQ(start(file, "DISPLAY=:7").output, "window at ''\nwith '" + file + "'\n");
    const Ended printed = start(file);
    EXPECT_EQ(printed.code, 0) << printed.errors;
    EXPECT_THAT(printed.output, HasSubstr("recorded: "));
    EXPECT_THAT(printed.output, HasSubstr("size of one piece"));
}

TEST(CliRecordings, ABadFileIsASentenceAndNoWindow) {
    const Scratch scratch;
    const std::string huge = written(scratch, "huge.json", "{}");
    fs::resize_file(huge, 100u << 20); // sparse: takes no room
    const std::pair<std::string, const char*> cases[] = {
        {written(scratch, "cut.json", a_run().substr(0, a_run().size() / 2)), "cut off or damaged"},
        {written(scratch, "diary.json", "Dear diary"), "this is not JSON"},
        {written(scratch, "new.json", R"({"format":"lockstep-run","version":2})"),
         "Open it with the newer Lockstep"},
        {written(scratch, "empty.json", R"({"format":"lockstep-run","version":1})"),
         "holds no samples"},
        {huge, "this has 100 MB"},
        {scratch.path.string(), "this is a folder, not a file"},
        {"/nowhere/at/all.json", "No such file or directory"}};
    for (const auto& [file, words] : cases)
        for (const char* environment : {"", "DISPLAY=:7"}) {
            const Ended ended = start(file, environment);
            EXPECT_EQ(ended.code, 2) << file;
            EXPECT_THAT(ended.errors, HasSubstr(words)) << file;
            EXPECT_EQ(ended.output, "") << file;
        }
}

TEST(CliRecordings, ALessonIsRecordedListedAndChecked) {
    const Scratch scratch;
    const fs::path folder = scratch.path / "assets" / "recordings";
    const Ended ended = start("run amdahl --budget 0.3 --record " + folder.string());
    EXPECT_THAT(ended.code, testing::AnyOf(0, 1)) << ended.errors;
    const auto read = content::read_recordings(folder);
    EXPECT_TRUE(read.problems.empty());
    ASSERT_EQ(read.recordings.size(), 2u) << "one for each experiment: " << ended.errors;
    EXPECT_EQ(read.recordings[0].experiment, "main");
    EXPECT_EQ(read.recordings[1].experiment, "workers");
    const Ended good = start("check " + folder.string());
    EXPECT_EQ(good.code, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("0 lessons, 2 run files: nothing wrong."));

    for (const char* name : {"lessons", "kernels"})
        fs::create_directory_symlink(fs::path(LOCKSTEP_SOURCE) / name, scratch.path / name);
    const std::string root = "LOCKSTEP_ROOT=" + scratch.path.string();
    const Ended listed = start("list recordings", root);
    EXPECT_EQ(listed.code, 0) << listed.errors;
    EXPECT_THAT(listed.output, HasSubstr("amdahl, workers"));
    EXPECT_THAT(listed.output, HasSubstr(read.recordings[0].date));
    const auto json = parsed(start("list recordings --json", root).output);
    ASSERT_EQ(json["recordings"].size(), 2u);
    EXPECT_EQ(json["recordings"][1]["experiment"], "workers");

    auto edited = parsed(text_of(read.recordings[0].path));
    edited["series"][0]["points"][2]["value"] = 77;
    std::ofstream(read.recordings[0].path) << edited.dump();
    const Ended bad = start("check " + folder.string());
    EXPECT_EQ(bad.code, 1);
    EXPECT_THAT(bad.output, HasSubstr(read.recordings[0].file));
    EXPECT_THAT(bad.output, HasSubstr("the file says 77, its samples give"));
    EXPECT_THAT(bad.output, HasSubstr("record it anew"));
}

TEST(CliRecordings, AWorkloadsRunIsNoRecording) {
    const Ended ended = start("run workload:amdahl --record /tmp/none");
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.errors, HasSubstr("belongs to a lesson's experiment"));
}

TEST(CliRecordings, WhatShipsIsInOrder) {
    const fs::path folder = fs::path(LOCKSTEP_SOURCE) / "assets" / "recordings";
    const Ended ended = start("check " + folder.string());
    EXPECT_EQ(ended.code, 0) << ended.output << ended.errors;
}

} // namespace
} // namespace lockstep::testing_support
