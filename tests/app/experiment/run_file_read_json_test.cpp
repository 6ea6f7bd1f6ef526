// SPDX-License-Identifier: MIT
// Reading run files that are new, old, cut off, edited, huge, or something else.
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::string refused(std::string_view text) {
    const auto run = read_run(text, "run.json");
    return run ? "was read" : run.error().text();
}

std::string whole_text() {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    return write_run(plan.run);
}

TEST(RunFileReadJson, TheLeastThatIsARunFileIsRead) {
    const auto run = read_run(R"({"format":"lockstep-run","version":1})", "run.json");
    ASSERT_TRUE(run) << run.error().text();
    EXPECT_TRUE(run->points.empty());
    EXPECT_EQ(run->origin, "a machine without a name");
}

TEST(RunFileReadJson, UnknownFieldsAreIgnoredAndNullIsMissing) {
    const auto run = read_run(R"({"format":"lockstep-run","version":1,"weather":"fine",
        "experiment":{"workload":"amdahl","parameters":{"f":0.95,"g":null},
        "x":{"name":"p"},"mood":3},
        "points":[{"id":4,"variant":"multicore","parameters":{"p":2},
        "samples":{"time_ns":[5,null,7]}}],
        "series":[{"variant":"multicore","points":[
            {"x":4,"point":4,"value":null,"status":"unavailable","reason":"two cores"},
            {"x":2,"point":4,"value":1.9,"n":3},
            {"x":8,"value":null}]}]})",
                              "run.json");
    ASSERT_TRUE(run) << run.error().text();
    EXPECT_EQ(run->parameters, (Values{{"f", 0.95}}));
    EXPECT_EQ(run->points[0].time_ns, (std::vector<double>{5, 7}));
    EXPECT_EQ(run->points[0].workload, "amdahl");
    ASSERT_EQ(run->series[0].points.size(), 2u); // by rising x; the empty one is not there
    EXPECT_EQ(run->series[0].points[0].value, 1.9);
    EXPECT_EQ(run->series[0].points[0].low, 1.9);
    EXPECT_EQ(run->series[0].points[1].status, PointStatus::Unavailable);
    EXPECT_EQ(run->series[0].points[1].n, 0);
}

TEST(RunFileReadJson, ANewerVersionIsRefusedWithTheReason) {
    EXPECT_EQ(
        refused(R"({"format":"lockstep-run","version":2})"),
        "run.json: this run file has version 2, and this Lockstep reads up to version 1. Open "
        "it with the newer Lockstep that wrote it.");
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":99999999999999999999})"),
                HasSubstr("version"));
    EXPECT_THAT(refused(R"({"format":"lockstep-run"})"), HasSubstr("does not say its version"));
}

TEST(RunFileReadJson, CutOffAnywhereItIsRefusedAndNeverHalfRead) {
    const std::string text = whole_text();
    for (std::size_t size = 0; size + 3 < text.size(); size += 97)
        EXPECT_FALSE(read_run(text.substr(0, size), "run.json")) << size;
    EXPECT_THAT(refused(text.substr(0, text.size() / 2)), HasSubstr("cut off or damaged"));
}

TEST(RunFileReadJson, WhatIsSomethingElseIsSaid) {
    EXPECT_THAT(refused("Dear diary"), HasSubstr("this is not JSON"));
    EXPECT_THAT(refused(""), HasSubstr("this is not JSON"));
    EXPECT_THAT(refused(std::string(1000, '\0')), HasSubstr("this is not JSON"));
    EXPECT_THAT(refused("[1,2]"), HasSubstr("not a run file"));
    EXPECT_THAT(refused(R"({"format":"lockstep-simulation","version":1})"),
                HasSubstr("not a run file"));
    EXPECT_THAT(refused(R"({"format":"lockstep-lesson","version":1})"), HasSubstr("whole lesson"));
}

TEST(RunFileReadJson, ALessonsFileIsAllOfItsRuns) {
    const std::string head = R"({"format":"lockstep-lesson","version":1,"runs":[)";
    const auto runs = read_runs(head + whole_text() + "," + whole_text() + "]}", "lesson.json");
    ASSERT_TRUE(runs) << runs.error().text();
    EXPECT_EQ(runs->size(), 2u);
    EXPECT_TRUE((*runs)[1].from_file);
    EXPECT_EQ(read_runs(whole_text(), "run.json")->size(), 1u);
    const auto said = [&](const std::string& text) {
        const auto read = read_runs(text, "lesson.json");
        return read ? "was read" : read.error().text();
    };
    EXPECT_THAT(said(head + "]}"), HasSubstr("holds no run"));
    EXPECT_THAT(said(head + "3]}"), HasSubstr("runs[0]: this is no run"));
    EXPECT_THAT(said(head + whole_text() + R"(,{"format":"lockstep-run","version":9}]})"),
                HasSubstr("runs[1]: this run file has version 9"));
    EXPECT_THAT(said(whole_text().substr(0, 500)), HasSubstr("cut off or damaged"));
}

TEST(RunFileReadJson, DepthWithoutEndIsRefusedWithoutMemory) {
    EXPECT_THAT(refused(std::string(8u << 20, '[')), HasSubstr("not a run file"));
    EXPECT_THAT(refused("{\"format\":\"lockstep-run\",\"version\":1,\"points\":" +
                        std::string(50, '[') + std::string(50, ']') + "}"),
                HasSubstr("not a run file"));
}

TEST(RunFileReadJson, AFieldOfAnotherTypeIsNamedWithItsPlace) {
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":1,"points":[{"id":"two"}]})"),
                HasSubstr("points[0].id is \"two\", which does not belong there."));
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":1,"points":7})"),
                HasSubstr("points is not a list"));
    EXPECT_THAT(
        refused(R"({"format":"lockstep-run","version":1,"series":[{"points":[{"n":1.5}]}]})"),
        HasSubstr("series[0].points[0].n is 1.5"));
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":1,"series":[{"points":[
                            {"status":"fine"}]}]})"),
                HasSubstr("status is \"fine\""));
}

TEST(RunFileReadJson, ColumnsOfDifferentLengthsAreRefused) {
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":1,"points":[
                            {"id":0,"samples":{"time_ns":[1,2],"flags":[0]}}]})"),
                HasSubstr("points[0].samples.flags has 1 entries and time_ns has 2."));
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":1,"points":[{"id":1},{"id":1}]})"),
                HasSubstr("two points have the id 1"));
}

TEST(RunFileReadJson, AMarkWithoutItsPointHasNone) {
    const auto run = read_run(R"({"format":"lockstep-run","version":1,
        "series":[{"variant":"simd","points":[{"x":1,"point":3,"baseline":9,"value":2,"n":5}]}]})",
                              "run.json");
    ASSERT_TRUE(run) << run.error().text();
    EXPECT_EQ(run->series[0].points[0].point, -1);
    EXPECT_EQ(run->series[0].points[0].baseline, -1);
}

} // namespace
} // namespace lockstep
