// SPDX-License-Identifier: MIT
// The text of a run file, against the format that its readers were promised.
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::Not;

TEST(RunFileWriteJson, HasTheFieldsOfTheFormat) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    const std::string text = write_run(plan.run);
    EXPECT_THAT(text, testing::StartsWith("{\"format\":\"lockstep-run\",\n\"version\":1,"));
    EXPECT_THAT(text, HasSubstr("\"machine\":\"here\",\n\"passport\":{\"hash\":\"here\""));
    EXPECT_THAT(text, HasSubstr("\"x\":{\"name\":\"f\",\"unit\":\"shared part\"}"));
    EXPECT_THAT(text, HasSubstr("\"quantity\":\"speedup\",\"unit\":\"1\",\"baseline\":\"serial\""));
    EXPECT_THAT(text, HasSubstr("\"samples\":{\"round\":[0,1,2"));
    EXPECT_THAT(text, HasSubstr("\"provenance\":\"measured\",\"interval\":\"sign-test 95 %\""));
    EXPECT_THAT(text, HasSubstr("\"factors\":{\"serial_part\":"));
    EXPECT_THAT(text, testing::EndsWith("]}\n"));
}

TEST(RunFileWriteJson, CachesAndRemarksComeBack) {
    PlannedRun plan = planned(shared_part(), machine());
    plan.run.cache = "cold";
    plan.run.remarks = {"The clock jumped."};
    const std::string text = write_run(plan.run);
    EXPECT_THAT(text, HasSubstr("\"cache\":\"cold\""));
    const auto again = read_run(text, "run.json");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->cache, "cold");
    EXPECT_EQ(again->remarks, plan.run.remarks);
}

TEST(RunFileWriteJson, WhatIsNotThereIsNull) {
    PlannedRun plan = planned(shared_part(), machine());
    Series series = plan.run.planned[0];
    series.points.resize(1);
    series.points[0].status = PointStatus::Unavailable;
    series.points[0].reason = "no NVIDIA driver found";
    series.points[0].with_all = std::numeric_limits<double>::infinity();
    plan.run.series = {series};
    const std::string text = write_run(plan.run);
    EXPECT_THAT(text, HasSubstr("\"value\":null,\"low\":null,\"high\":null"));
    EXPECT_THAT(text,
                HasSubstr("\"status\":\"unavailable\",\"reason\":\"no NVIDIA driver found\""));
    EXPECT_THAT(text, Not(HasSubstr("inf")));
}

TEST(RunFileWriteJson, ARecordedSeriesIsMeasuredInItsFile) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    plan.run.series[0].provenance = Provenance::Recorded;
    const std::string text = write_run(plan.run);
    EXPECT_THAT(text, HasSubstr("\"provenance\":\"measured\""));
    EXPECT_THAT(text, Not(HasSubstr("recorded")));
}

TEST(RunFileWriteJson, ABrokenByteDoesNotKeepItFromBeingWritten) {
    PlannedRun plan = planned(shared_part(), machine());
    plan.run.points[0].reason = "file \xff";
    EXPECT_TRUE(read_run(write_run(plan.run), "run.json"));
}

} // namespace
} // namespace lockstep
