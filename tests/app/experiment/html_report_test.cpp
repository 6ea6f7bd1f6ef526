// SPDX-License-Identifier: MIT
// The report stands alone and holds what it promises.
#include "app/experiment/html_report.hpp"
#include "tests/app/experiment/support.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::Not;

lockstep::Run filled() {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    return plan.run;
}

TEST(HtmlReport, StandsAlone) {
    const std::string html = html_of(filled());
    EXPECT_THAT(html, testing::StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(html, testing::EndsWith("</html>\n"));
    EXPECT_THAT(html, HasSubstr("name=\"viewport\""));
    for (const char* outside : {"src=", "href=", "@import", "url(", "<script", "<link"})
        EXPECT_THAT(html, Not(HasSubstr(outside))) << outside;
}

TEST(HtmlReport, HoldsPlotNumbersMachineAndHowToRepeatIt) {
    const lockstep::Run run = filled();
    const std::string html = html_of(run);
    EXPECT_THAT(html, HasSubstr("<svg "));
    EXPECT_THAT(html, HasSubstr("<td class=\"measured\">1.33"));
    EXPECT_THAT(html, HasSubstr("6 points, 156 samples"));
    EXPECT_THAT(html, HasSubstr("Test CPU"));
    EXPECT_THAT(html, HasSubstr("none: no NVIDIA driver found"));
    EXPECT_THAT(html, HasSubstr(run.started));
    EXPECT_THAT(html, HasSubstr("lockstep run amdahl --sweep"));
}

TEST(HtmlReport, ACardsSeriesHasATableOfItsFactorsAndCopies) {
    const std::string html = html_of(card_run());
    EXPECT_THAT(html, HasSubstr("multicore on the card, with the data there already"));
    EXPECT_THAT(html, HasSubstr("<th>launch</th><th>times as fast</th><th>copies</th>"));
    EXPECT_THAT(html, HasSubstr("<td class=\"measured\">0.800</td>"));
    EXPECT_THAT(html_of(filled()), Not(HasSubstr("on the card")));
}

TEST(HtmlReport, CountsRoundsAsLeftOutOnlyWhereTheyWere) {
    lockstep::Run run = filled();
    const auto measured = std::ranges::find(run.series, Provenance::Measured, &Series::provenance);
    ASSERT_NE(measured, run.series.end());
    Estimate& mark = measured->points.front();
    mark.disturbed = 3;
    EXPECT_THAT(html_of(run), HasSubstr(fmt::format(">{}, 3 left out</td>", mark.n)));
    mark.status = PointStatus::Disturbed;
    EXPECT_THAT(html_of(run), Not(HasSubstr("left out</td>")));
}

TEST(HtmlReport, SaysWhatTheMachineDidToTheRun) {
    lockstep::Run run = filled();
    EXPECT_THAT(html_of(run), HasSubstr("caches: warm"));
    run.cache = "cold";
    run.remarks = {"The bench was kept from running for 1.0 s."};
    const std::string html = html_of(run);
    EXPECT_THAT(html, HasSubstr("The bench was kept from running for 1.0 s."));
    EXPECT_THAT(html, HasSubstr("caches: cold"));
    EXPECT_THAT(html, HasSubstr("--cache cold"));
}

TEST(HtmlReport, SaysItsFindingsInPlainWords) {
    const lockstep::Run run = filled();
    Report report;
    report.title = "Amdahl's law <1>";
    report.parts.push_back(
        {"shared part",
         &run,
         {},
         {{"Share *it*", "It was $2$ times as fast.", Finding::Verdict::DoesNotHold}}});
    const std::string html = html_of(report);
    EXPECT_THAT(html, HasSubstr("<h1>Amdahl's law &lt;1&gt;</h1>"));
    EXPECT_THAT(html,
                HasSubstr("does not hold here</span> <b>Share it</b><p>It was 2 times as fast."));
    EXPECT_THAT(html, HasSubstr("<h2>shared part</h2>"));
}

TEST(HtmlReport, WhatIsMissingIsADashWithItsReason) {
    lockstep::Run run = filled();
    Estimate& mark = run.series[0].points[0];
    mark.n = 0;
    mark.status = PointStatus::Unavailable;
    mark.reason = "no NVIDIA driver found";
    EXPECT_THAT(html_of(run), HasSubstr("– (no NVIDIA driver found)"));
}

} // namespace
} // namespace lockstep
