// SPDX-License-Identifier: MIT
#include "app/pages/lesson/words.hpp"

#include "app/pages/lesson/axis.hpp"
#include "app/pages/lesson/column.hpp"
#include "demo_session.hpp"

#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

const content::Experiment& experiment(const Session& session, const char* id = "main") {
    return *session.lesson()->experiment(id);
}

TEST(Words, OfAxes) {
    Session session = demo::session();
    EXPECT_EQ(x_title(session, experiment(session)), "part of the job that can be shared, f");
    EXPECT_EQ(y_title(session, *session.lesson(), experiment(session)),
              "times as fast, two workers");
    content::Experiment bare;
    bare.workload = "amdahl";
    bare.x = "piece_us";
    EXPECT_EQ(x_title(session, bare), "size of one piece, us");
    bare.x = "p";
    EXPECT_EQ(x_title(session, bare), "workers");
    bare.quantity = content::Quantity::RelativeTime;
    EXPECT_EQ(y_title(session, *session.lesson(), bare), "times as long");
    bare.quantity = content::Quantity::TimePerItem;
    bare.unit = "ns";
    EXPECT_EQ(y_title(session, *session.lesson(), bare), "time of one job, ns");
}

TEST(Words, OfAReadout) {
    Session session = demo::session();
    EXPECT_EQ(readout(session, experiment(session), 0.625, 1.62), "62.5 % shared: 1.62 times");
    EXPECT_EQ(readout(session, experiment(session, "workers"), 8, 6.5), "8 workers: 6.50 times");
    EXPECT_EQ(readout(session, experiment(session, "workers"), 1, 1), "1 worker: 1.00 times");
}

TEST(Words, AnotherBaselineThatWasChosenIsSaid) {
    content::Experiment experiment;
    experiment.baseline = "serial";
    experiment.quantity = content::Quantity::Speedup;
    lockstep::Run run;
    EXPECT_EQ(chosen_baseline(experiment, nullptr), "");
    run.baseline = "serial";
    EXPECT_EQ(chosen_baseline(experiment, &run), "");
    run.baseline = "simd";
    EXPECT_EQ(chosen_baseline(experiment, &run), "simd");
    experiment.quantity = content::Quantity::TimePerItem;
    EXPECT_EQ(chosen_baseline(experiment, &run), "") << "a time is compared with nothing";
}

TEST(Words, AtOneSayWhatTheBaselineIs) {
    content::Experiment experiment;
    EXPECT_EQ(baseline_words(experiment, 1), "as fast as one worker");
    experiment.y_words = "times as fast as one cashier";
    EXPECT_EQ(baseline_words(experiment, 1), "as fast as one cashier");
    experiment.quantity = content::Quantity::RelativeTime;
    experiment.y_words = "times as long as when none leaves";
    EXPECT_EQ(baseline_words(experiment, 1), "as long as when none leaves");
    experiment.quantity = content::Quantity::TimePerItem;
    experiment.unit = "ns";
    EXPECT_EQ(baseline_words(experiment, 5.9), "one thread alone: 5.90 ns");
}

TEST(Words, OfAnXThatIsAChoice) {
    Session session = demo::session();
    protocol::ParameterInfo order;
    order.name = "order";
    order.words = "order";
    order.choices = {"mixed", "sorted"};
    session.catalogue.workloads[0].parameters.push_back(order);
    content::Experiment experiment;
    experiment.workload = "amdahl";
    experiment.x = "order";
    EXPECT_EQ(x_phrase(session, experiment, 1), "sorted");
    Axis axis;
    axis.choices = x_choices(session, experiment);
    EXPECT_EQ(axis_text(axis, 0), "mixed");
    EXPECT_EQ(axis_text(axis, 5), "");
}

TEST(Words, OfAnXWithALetterAreItsLetter) {
    const Session session = demo::session();
    content::Experiment experiment;
    experiment.workload = "amdahl";
    experiment.x = "unknown";
    experiment.x_words = "multiply-adds for 24 bytes, k";
    EXPECT_EQ(x_phrase(session, experiment, 8), "k = 8");
    experiment.x_words = "size of a group";
    EXPECT_EQ(x_phrase(session, experiment, 8), "size of a group 8");
}

TEST(Words, OfCounts) {
    EXPECT_EQ(count_words(2), "two");
    EXPECT_EQ(count_words(12), "twelve");
    EXPECT_EQ(count_words(64), "64");
}

Estimate estimate() {
    Estimate made;
    made.value = 1.331;
    made.low = 1.326;
    made.high = 1.337;
    made.n = 21;
    made.disturbed = 1;
    return made;
}

TEST(Callout, HasTheIntervalsDigitsTheRoundsAndTheGuess) {
    const Callout callout = callout_of({}, estimate(), Provenance::Measured, "", 1.5);
    EXPECT_EQ(callout.headline, "1.331 [1.326, 1.337], measured");
    EXPECT_EQ(callout.details, "95 % interval of 21 rounds, 1 left out · you: 1.50");
    EXPECT_TRUE(callout.reason.empty());
}

TEST(Callout, SaysHowTheCachesWere) {
    const auto details = [](Estimate mark, Provenance provenance, std::string_view cache) {
        return callout_of({}, mark, provenance, "", std::nullopt, nullptr, cache).details;
    };
    EXPECT_EQ(details(estimate(), Provenance::Measured, "warm"),
              "95 % interval of 21 rounds, 1 left out · warm caches");
    EXPECT_EQ(details(estimate(), Provenance::Simulated, "warm"), "") << "a count asks no cache";
    Estimate disturbed = estimate();
    disturbed.status = PointStatus::Disturbed;
    EXPECT_EQ(details(disturbed, Provenance::Recorded, "cold"),
              "95 % interval of all 21 rounds · cold caches");
}

TEST(Callout, InBriefSaysNeitherCachesNorWhatTheLegendSays) {
    const auto brief = [](Provenance provenance, const std::string& origin) {
        return callout_of({}, estimate(), provenance, origin, 1.5, nullptr, "warm",
                          CalloutWords::Brief);
    };
    EXPECT_EQ(brief(Provenance::Measured, "").headline, "1.331 [1.326, 1.337]");
    EXPECT_EQ(brief(Provenance::Measured, "").details,
              "95 % interval of 21 rounds, 1 left out · you: 1.50");
    const std::string recorded = brief(Provenance::Recorded, "16 cores, 2026-11-20").headline;
    EXPECT_TRUE(recorded.ends_with("recorded, 16 cores, 2026-11-20")) << recorded;
}

TEST(Callout, OfADisturbedPointLeftNothingOut) {
    Estimate disturbed = estimate();
    disturbed.status = PointStatus::Disturbed;
    disturbed.disturbed = 9;
    const Callout callout = callout_of({}, disturbed, Provenance::Measured, "", std::nullopt);
    EXPECT_EQ(callout.details, "95 % interval of all 21 rounds");
}

TEST(Callout, SaysWhereARecordingIsFrom) {
    const Callout callout =
        callout_of({}, estimate(), Provenance::Recorded, "16 cores", std::nullopt);
    EXPECT_EQ(callout.headline, "1.331 [1.326, 1.337], recorded, 16 cores");
}

TEST(Callout, OfAPilotHasNoInterval) {
    Estimate pilot = estimate();
    pilot.low = pilot.high = pilot.value;
    pilot.provisional = true;
    const Callout callout = callout_of({}, pilot, Provenance::Measured, "", std::nullopt);
    EXPECT_EQ(callout.headline, "1.33, measured");
    EXPECT_EQ(callout.details, "pilot only");
}

TEST(Callout, OfAWrongPointGivesNoTime) {
    Estimate wrong = estimate();
    wrong.status = PointStatus::Wrong;
    wrong.reason = "The sums differ.";
    const Callout callout = callout_of({}, wrong, Provenance::Measured, "", 1.5);
    EXPECT_EQ(callout.headline.find("1.331"), std::string::npos);
    EXPECT_EQ(callout.reason, "The sums differ.");
}

TEST(Callout, OfADisturbedPointSaysWhy) {
    Estimate disturbed = estimate();
    disturbed.status = PointStatus::Disturbed;
    disturbed.reason = "Another program used a core.";
    const Callout callout = callout_of({}, disturbed, Provenance::Measured, "", std::nullopt);
    EXPECT_EQ(callout.reason, "Another program used a core.");
    EXPECT_NE(callout.headline.find("1.331"), std::string::npos);
}

TEST(Callout, OfACountNamesKernelAndLaunch) {
    Estimate counted;
    counted.value = counted.low = counted.high = 32;
    counted.n = 1;
    Point point;
    point.counted.emplace();
    point.counted->kernel = "add";
    point.counted->grid = {4, 1, 1};
    point.counted->block = {128, 1, 1};
    Callout callout = callout_of({}, counted, Provenance::Simulated, "", std::nullopt, &point);
    EXPECT_EQ(callout.headline, "32, simulated: PTX-level counts");
    EXPECT_EQ(callout.details, "add, grid 4 x 1 x 1, block 128 x 1 x 1");
    EXPECT_TRUE(callout.reason.empty());
    point.counted->findings.emplace_back();
    point.counted->findings[0].message = "Two threads write one word.";
    callout = callout_of({}, counted, Provenance::Simulated, "", std::nullopt, &point);
    EXPECT_EQ(callout.reason, "Found in the kernel: Two threads write one word.");
}

TEST(Slider, ValuesCarryTheirUnitOrTheirWord) {
    SliderShown slider{};
    slider.unit = "us";
    EXPECT_EQ(slider_value_words(slider, 20), "20 µs");
    slider.unit = "bytes";
    EXPECT_EQ(slider_value_words(slider, 64), "64 bytes");
    slider.choices = {"mixed", "sorted"};
    EXPECT_EQ(slider_value_words(slider, 1), "sorted");
    EXPECT_EQ(slider_value_words(slider, 7), "");
}

TEST(Line, IsTakenApartAtItsLinks) {
    const auto words = words_of("Lock it, or [go on without one](step:run).");
    ASSERT_EQ(words.size(), 3u);
    EXPECT_EQ(words[0].text, "Lock it, or ");
    EXPECT_EQ(words[1].text, "go on without one");
    EXPECT_EQ(words[1].uri, "step:run");
    EXPECT_EQ(words[2].text, ".");
}

TEST(Line, WithABracketAloneIsText) {
    const auto words = words_of("a [b c");
    ASSERT_EQ(words.size(), 1u);
    EXPECT_EQ(words[0].text, "a [b c");
    EXPECT_TRUE(words_of("").empty());
}

} // namespace
} // namespace lockstep::lab
