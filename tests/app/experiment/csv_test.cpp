// SPDX-License-Identifier: MIT
// Rows and columns, with units, gaps and awkward words.
#include "app/experiment/csv.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (auto end = text.find("\r\n"); end != text.npos; end = text.find("\r\n", at)) {
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

TEST(Csv, OneRowForEachMarkUnderAHeaderWithUnits) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    const protocol::Catalogue known = catalogue();
    const auto lines = lines_of(csv_of(plan.run, {nullptr, &known, {}}));
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_THAT(lines[0], StartsWith("series,provenance,f,order,p,piece_us [us],speedup [1],"
                                     "low: speedup [1],high: speedup [1],rounds,"));
    EXPECT_THAT(lines[1], StartsWith("multicore,measured,0,0,2,20,"));
    EXPECT_THAT(lines[5], StartsWith("multicore,measured,1,0,2,20,1.99"));
    EXPECT_THAT(lines[1], HasSubstr(",15,0,"));
    EXPECT_TRUE(lines[0].ends_with(",caches"));
    EXPECT_TRUE(lines[1].ends_with(",warm"));
    plan.run.parameters["caches"] = 1;
    plan.run.cache = "cold";
    const auto cold = lines_of(csv_of(plan.run, {nullptr, &known, {}}));
    EXPECT_EQ(cold[0], lines[0]) << "the slider has no column of its own";
    EXPECT_TRUE(cold[1].ends_with(",cold"));
}

TEST(Csv, WhatIsMissingIsEmptyAndCommasAreQuoted) {
    PlannedRun plan = planned(shared_part(), machine());
    plan.run.series = plan.run.planned;
    plan.run.series[0].points.resize(1);
    plan.run.series[0].points[0].status = PointStatus::Unavailable;
    plan.run.series[0].points[0].reason = "no driver, it says \"none\"";
    const auto lines = lines_of(csv_of(plan.run));
    EXPECT_THAT(lines.at(1), HasSubstr(",,,,,,,unavailable,\"no driver, it says \"\"none\"\"\","));
}

TEST(Csv, RunsLaidOverHaveRowsOfTheirOwn) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    lockstep::Run hers = plan.run;
    for (Series& series : hers.series)
        series.provenance = Provenance::Recorded;
    const std::vector<NamedRun> beside{{"16 cores, AVX2, 2026-11-20", hers}};
    const auto lines = lines_of(csv_of(plan.run, {}, beside));
    ASSERT_EQ(lines.size(), 11u);
    EXPECT_THAT(lines[0], StartsWith("run,series,provenance,"));
    EXPECT_THAT(lines[1], StartsWith("this run,multicore,measured,"));
    EXPECT_THAT(lines[6], StartsWith("\"16 cores, AVX2, 2026-11-20\",multicore,recorded,"));
}

TEST(Csv, ACardsFactorsAndCopiesHaveColumnsWhereThereIsACard) {
    const auto lines = lines_of(csv_of(card_run()));
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_THAT(lines[0], EndsWith(",f measured,caches,kernel,launch,copies [ns],"
                                   "copies of the baseline [ns],speedup with copies"));
    EXPECT_THAT(lines[3],
                ContainsRegex(",ok,,,,,,,warm,1\\.66[0-9]*,0\\.8[0-9]*,[0-9.]+,0,0\\.33"));
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    EXPECT_THAT(lines_of(csv_of(plan.run))[0], EndsWith(",f measured,caches"));
}

TEST(Csv, ModelsAndSeveralRunsShareTheColumns) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    lockstep::Run times = plan.run;
    times.quantity = "time_per_item";
    times.unit = "us";
    Series model;
    model.label = "Amdahl's law";
    model.provenance = Provenance::Model;
    Estimate mark;
    mark.x = 0.5;
    mark.value = 1.25;
    model.points.push_back(mark);
    const std::vector<CsvPart> parts{{&plan.run, {nullptr, nullptr, {model}}, "first"},
                                     {&times, {}, "second"}};
    const auto lines = lines_of(csv_of(parts));
    ASSERT_EQ(lines.size(), 1u + 5 + 1 + 5);
    EXPECT_THAT(lines[0], StartsWith("run,series,"));
    EXPECT_THAT(lines[0], HasSubstr("time_per_item [us]"));
    EXPECT_THAT(lines[6], StartsWith("first,Amdahl's law,model,0.5,0,2,20,1.25,,,,,"));
    EXPECT_THAT(lines[7], StartsWith("second,multicore,measured,0,0,2,20,,,,0.99"));
}

} // namespace
} // namespace lockstep
