// SPDX-License-Identifier: MIT
#include "app/pages/lesson/plan.hpp"
#include "app/pages/lesson/plan_runs.hpp"
#include "app/pages/lesson/words.hpp"

#include "demo_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

using content::Step;

PlotPlan plan(const Session& session) {
    return plan_of(session, stage_of(session));
}

Session compared() {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    demo::measure(session);
    demo::finish(session);
    demo::reveal(session, Reveal::Strip, Step::Compare);
    return session;
}

TEST(Plan, OfEmptyAxesHasHandlesAndTheGivenPoint) {
    const PlotPlan empty = plan(demo::session());
    EXPECT_EQ(empty.handles.size(), 9u);
    ASSERT_TRUE(empty.given);
    EXPECT_EQ(empty.given->x, 0);
    EXPECT_DOUBLE_EQ(empty.given->y, 1);
    EXPECT_EQ(empty.pencil().handles.size(), 8u);
    EXPECT_TRUE(empty.models.empty()) << "the model comes after the verdict";
    EXPECT_TRUE(empty.series.empty());
    EXPECT_EQ(empty.baseline, 1.0);
    EXPECT_TRUE(empty.x.percent);
    EXPECT_LT(empty.y.low, 1);
    EXPECT_GT(empty.y.high, 2);
}

TEST(Plan, ShowsMarksGuessAndModel) {
    const PlotPlan all = plan(compared());
    ASSERT_EQ(all.series.size(), 1u);
    EXPECT_EQ(all.series[0].strength, 1);
    EXPECT_EQ(all.series[0].provenance, Provenance::Measured);
    ASSERT_EQ(all.guesses.size(), 1u);
    EXPECT_FALSE(all.guesses[0].other_setting);
    EXPECT_EQ(all.guesses[0].points.front().x, 0);
    ASSERT_EQ(all.models.size(), 1u);
    EXPECT_EQ(all.models[0].variant, "amdahl");
}

TEST(Plan, AnUnsettledMarkDoesNotBlowUpTheAxis) {
    Session session = compared();
    auto& points = demo::lab(session).run->series[0].points;
    points[8].value = 400;
    points[8].low = points[8].high = 400;
    points[8].provisional = true;
    EXPECT_LT(plan(session).y.high, 5);
    points[8].provisional = false;
    EXPECT_GT(plan(session).y.high, 400);
}

TEST(Plan, MarksFadeAndKeepTheirLabelWhileASliderMoves) {
    Session session = compared();
    demo::move_slider(session, 0.3);
    const PlotPlan dragged = plan(session);
    EXPECT_LT(dragged.series[0].strength, 1);
    EXPECT_EQ(dragged.series[0].label, "20 µs");
    EXPECT_TRUE(dragged.guesses[0].other_setting);
}

TEST(Plan, LastSettingsStayAsGhostsBehindTheMarks) {
    Session session = compared();
    demo::run_again(session, 0.05, 0.45);
    const PlotPlan again = plan(session);
    ASSERT_EQ(again.series.size(), 2u);
    EXPECT_TRUE(again.series[0].ghost);
    EXPECT_EQ(again.series[0].label, "before: 20 µs");
    EXPECT_FALSE(again.series[1].ghost);
    EXPECT_LT(again.series[0].strength, again.series[1].strength);
}

TEST(Plan, OfSeveralVariantsTheGhostNamesItsSettingOnce) {
    Session session = compared();
    demo::run_again(session, 0.05, 0.45);
    LabState& lab = demo::lab(session);
    for (lockstep::Run* run : {&*lab.run, &lab.ghosts.front()}) {
        run->series.push_back(run->series.front());
        run->series.back().variant = "serial";
    }
    const PlotPlan again = plan(session);
    ASSERT_EQ(again.series.size(), 4u);
    EXPECT_EQ(again.series[0].label, "before: 20 µs");
    EXPECT_EQ(again.series[1].label, "");
    EXPECT_FALSE(again.series[2].label.empty());
    EXPECT_NE(again.series[2].label, again.series[3].label);
    demo::move_slider(session, 0.3);
    const PlotPlan dragged = plan(session);
    EXPECT_THAT(dragged.series[2].label, testing::EndsWith(", 50 ns"));
    EXPECT_NE(dragged.series[2].label, dragged.series[3].label);
}

TEST(Plan, AReadRunIsARecording) {
    Session session = compared();
    demo::lab(session).run->from_file = true;
    EXPECT_EQ(plan(session).series[0].provenance, Provenance::Recorded);
}

/// The lab's own run, as one of a machine with so many cores.
LaidOver recorded(Session& session, int cores, const char* experiment = "main") {
    LaidOver laid{*demo::lab(session, experiment).run, "hers.json", {}};
    laid.run.machine.hash = "hers";
    laid.run.machine.name = std::to_string(cores) + " cores, AVX2, 125 GiB";
    laid.run.started = "2026-11-20T08:00:00Z";
    laid.run.from_file = true;
    return laid;
}

TEST(Plan, RunsLaidOverStandBehindTheMarksWithMachineAndDate) {
    Session session = compared();
    demo::lab(session).laid_over = {recorded(session, 16), recorded(session, 8)};
    demo::lab(session).laid_over[1].run.parameters["piece_us"] = 0.05;
    const PlotPlan all = plan(session);
    ASSERT_EQ(all.series.size(), 3u);
    EXPECT_EQ(all.series[0].provenance, Provenance::Recorded);
    EXPECT_EQ(all.series[0].legend, "recorded, 16 cores, AVX2, 125 GiB, 2026-11-20");
    EXPECT_THAT(all.series[1].legend, testing::HasSubstr("8 cores"));
    EXPECT_THAT(all.series[1].legend, testing::HasSubstr("(50 ns)")) << "made for another setting";
    EXPECT_NE(all.series[0].shape, all.series[1].shape);
    EXPECT_NE(all.series[0].dash, all.series[1].dash);
    EXPECT_TRUE(all.series[1].laid_over);
    EXPECT_EQ(all.series[2].provenance, Provenance::Measured);
    EXPECT_EQ(all.series[2].legend, "measured, now");
    EXPECT_FALSE(all.series[2].laid_over);
    EXPECT_EQ(all.series[2].shape, 0);
}

TEST(Plan, NothingLiesOverWhileAGuessIsDrawn) {
    Session session = demo::session();
    Session done = compared();
    demo::lab(session).laid_over = {recorded(done, 16)};
    EXPECT_TRUE(plan(session).series.empty()) << "it would give the answer away";
    demo::draw(session);
    demo::lock(session);
    EXPECT_TRUE(plan(session).series.empty());
}

TEST(Plan, ARunOfMoreCoresReachesBeyondThisMachine) {
    Session session = compared();
    demo::state(session).tab = "workers";
    demo::measure(session, 2, "workers");
    demo::finish(session);
    LaidOver laid = recorded(session, 64, "workers");
    Estimate far = laid.run.series[0].points.back();
    far.x = 64;
    far.value = far.low = far.high = 40;
    laid.run.series[0].points.push_back(far);
    demo::lab(session, "workers").laid_over = {laid};
    const PlotPlan workers = plan(session);
    EXPECT_EQ(workers.places, (std::vector<double>{1, 2, 4, 8, 16, 64}));
    EXPECT_EQ(workers.handles, (std::vector<double>{1, 2, 4, 8, 16})) << "a guess goes no further";
    EXPECT_EQ(workers.beyond, 2);
    EXPECT_GT(workers.x.high, 64);
    EXPECT_GT(workers.y.high, 64) << "p times on p workers has to fit";
}

TEST(Plan, TheChosenMarkIsComparedUnpaired) {
    Session session = compared();
    demo::lab(session).run->quantity = "time_per_item"; // the demo's points have no baseline
    demo::lab(session).laid_over = {recorded(session, 16)};
    const Stage stage = stage_of(session);
    const Series& series = stage.run()->series[0];
    const auto words = compared_words(session, stage, series, series.points[4]);
    ASSERT_EQ(words.size(), 1u);
    EXPECT_THAT(words[0], testing::StartsWith("16 cores, AVX2, 125 GiB, 2026-11-20: this run "));
    EXPECT_THAT(words[0], testing::HasSubstr("not distinguishable (unpaired, "));
    demo::lab(session).laid_over[0].run.series[0].points.clear();
    EXPECT_TRUE(compared_words(session, stage_of(session), series, series.points[4]).empty());
}

TEST(Plan, SiblingsAndSlowCoresHaveAZoneOfTheirOwn) {
    Session session = compared();
    demo::state(session).tab = "workers";
    session.machine.threads = 4;
    EXPECT_EQ(plan(session).siblings, std::nullopt);
    session.settings.uses_siblings = true;
    const PlotPlan workers = plan(session);
    EXPECT_EQ(workers.siblings, 2);
    EXPECT_EQ(workers.measurable, (std::vector<double>{1, 2, 4}));
    EXPECT_EQ(workers.beyond, 4);
    demo::state(session).tab = "main";
    EXPECT_EQ(plan(session).siblings, std::nullopt) << "not a sweep over workers";
}

TEST(Plan, OverWorkersDoublesAndNamesWhatLiesBeyond) {
    Session session = compared();
    demo::state(session).tab = "workers";
    const PlotPlan workers = plan(session);
    EXPECT_EQ(workers.handles, (std::vector<double>{1, 2, 4, 8, 16}));
    EXPECT_EQ(workers.measurable, (std::vector<double>{1, 2}));
    EXPECT_EQ(workers.beyond, 2);
    EXPECT_TRUE(workers.diagonal);
    EXPECT_EQ(workers.x.scale, Scale::Log);
    EXPECT_GT(workers.y.high, 16) << "p times on p workers has to fit";
}

TEST(Plan, SecondVariantHasItsOwnShapeAndName) {
    Session session = compared();
    demo::add_variant(session);
    const PlotPlan two = plan(session);
    ASSERT_EQ(two.series.size(), 2u);
    EXPECT_NE(two.series[0].shape, two.series[1].shape);
    EXPECT_EQ(two.series[1].label, "multicore_simd");
}

TEST(Plan, NothingDrawnIsSpokenOfAfterNoIdea) {
    Session session = demo::session();
    demo::no_idea(session);
    demo::measure(session);
    EXPECT_TRUE(plan(session).guesses.empty());
}

TEST(Range, GrowsToHoldWhatIsMeasured) {
    Axis y;
    y.low = 0.8;
    y.high = 2.2;
    include_values(y, {1, 2});
    EXPECT_EQ(y.low, 0.8);
    EXPECT_EQ(y.high, 2.2);
    include_values(y, {0.5, 3});
    EXPECT_LT(y.low, 0.5);
    EXPECT_GT(y.high, 3);
}

TEST(Range, OfALogAxisIgnoresWhatHasNoPlaceOnIt) {
    Axis y;
    y.scale = Scale::Log;
    y.low = 0.5;
    y.high = 8;
    include_values(y, {0, -1, 4});
    EXPECT_EQ(y.low, 0.5);
    EXPECT_EQ(y.high, 8);
}

TEST(Range, OfTheLessonStands) {
    content::Experiment experiment;
    experiment.y_low = 1;
    experiment.y_high = 12;
    Axis y;
    set_empty_range(y, experiment, {}, 2);
    EXPECT_EQ(y.low, 1);
    EXPECT_EQ(y.high, 12);
}

TEST(SettingWords, NameOnlyWhatDiffers) {
    SliderShown workers{}, piece{};
    workers.parameter = "p";
    workers.words = "workers";
    workers.value = 2;
    piece.parameter = "piece_us";
    piece.words = "piece";
    piece.unit = "µs";
    piece.value = 20;
    EXPECT_EQ(setting_words({workers, piece}, {{"p", 2}, {"piece_us", 0.05}},
                            {{"p", 2}, {"piece_us", 20}}),
              "piece 50 ns");
    EXPECT_EQ(setting_words({workers, piece}, {{"p", 2}}, {{"p", 2}}), "");
    piece.words = "how long a single piece takes";
    EXPECT_EQ(setting_words({workers, piece}, {{"p", 1}, {"piece_us", 0.05}},
                            {{"p", 2}, {"piece_us", 20}}),
              "workers 1, 50 ns")
        << "long words would cross the plot";
}

} // namespace
} // namespace lockstep::lab
