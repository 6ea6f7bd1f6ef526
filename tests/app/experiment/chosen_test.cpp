// SPDX-License-Identifier: MIT
#include "app/experiment/chosen.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

Session with_two_experiments() {
    Session session;
    content::Lesson lesson;
    lesson.id = "lesson";
    lesson.experiments.resize(2);
    lesson.experiments[0].id = "main";
    lesson.experiments[1].id = "workers";
    session.course.lessons.push_back(lesson);
    session.lesson_id = "lesson";
    session.lessons["lesson"] = {};
    return session;
}

LabState with_marks() {
    LabState lab;
    lab.run.emplace();
    Series first, second;
    first.variant = "multicore";
    second.variant = "simd";
    for (const double x : {1.0, 2.0, 3.0}) {
        Estimate estimate;
        estimate.x = x;
        first.points.push_back(estimate);
        second.points.push_back(estimate);
    }
    lab.run->series = {first, second};
    return lab;
}

TEST(OpenExperiment, IsTheTabsOrTheFirst) {
    Session session = with_two_experiments();
    EXPECT_EQ(open_experiment(session)->id, "main");
    session.lessons["lesson"].tab = "workers";
    EXPECT_EQ(open_experiment(session)->id, "workers");
    session.lessons["lesson"].tab = "gone";
    EXPECT_EQ(open_experiment(session)->id, "main");
    session.lesson_id = "none";
    EXPECT_EQ(open_experiment(session), nullptr);
}

TEST(ChosenPoint, IsTheMiddleOneUntilOneIsChosen) {
    LabState lab = with_marks();
    EXPECT_EQ(chosen_point(lab)->x, 2);
    EXPECT_EQ(chosen_point(lab)->series->key(), "multicore");
    lab.cursor_x = 3;
    lab.cursor_variant = "simd";
    EXPECT_EQ(chosen_point(lab)->x, 3);
    EXPECT_EQ(chosen_point(lab)->series->key(), "simd");
}

TEST(ChosenPoint, IsTheLastWhereTheSentenceSpeaksOfMore) {
    LabState lab = with_marks();
    lab.spoken_variant = "simd";
    lab.spoken_x = 32; // lanes, on a machine with three
    EXPECT_EQ(chosen_point(lab)->x, 3);
    EXPECT_EQ(chosen_point(lab)->series->key(), "simd");
    lab.spoken_x = 1.5; // between two marks nothing is spoken of
    EXPECT_EQ(chosen_point(lab)->x, 2);
    EXPECT_EQ(chosen_point(lab)->series->key(), "multicore");
}

content::Experiment of_cores() {
    content::Experiment experiment;
    experiment.x = "p";
    experiment.variants = {"multicore", "simd"};
    return experiment;
}

TEST(ChosenPoint, IsTheOneThatTheSentenceSpeaksOf) {
    LabState lab = with_marks();
    content::Comparison comparison;
    comparison.a = {{"p", 3}};
    comparison.b = {{"p", 1}};
    speak_of(lab, of_cores(), comparison);
    EXPECT_EQ(chosen_point(lab)->x, 3);
    EXPECT_EQ(chosen_point(lab)->series->key(), "multicore");
    comparison.a_variant = "simd";
    speak_of(lab, of_cores(), comparison);
    EXPECT_EQ(chosen_point(lab)->series->key(), "simd");
    lab.cursor_x = 1;
    lab.cursor_variant = "multicore";
    EXPECT_EQ(chosen_point(lab)->x, 1) << "the cursor comes first";
}

TEST(ChosenPoint, AModelIsNoMarkToSpeakOf) {
    LabState lab = with_marks();
    content::Comparison comparison;
    comparison.a = {{"p", 3}};
    comparison.a_model = true;
    speak_of(lab, of_cores(), comparison);
    EXPECT_EQ(chosen_point(lab)->x, 2);
}

TEST(ChosenPoint, FallsBackWhenTheCursorHasNoMark) {
    LabState lab = with_marks();
    lab.cursor_x = 7;
    lab.cursor_variant = "simd";
    EXPECT_EQ(chosen_point(lab)->x, 2);
    EXPECT_EQ(chosen_point(lab)->series->key(), "simd");
}

TEST(ChosenPoint, IsNoneBeforeTheFirstMark) {
    LabState lab;
    EXPECT_FALSE(chosen_point(lab));
    lab.run.emplace();
    lab.run->series.resize(1);
    EXPECT_FALSE(chosen_point(lab));
}

TEST(ChosenPoint, FindsItsSamples) {
    LabState lab = with_marks();
    Point point;
    point.id = 4;
    lab.run->points.push_back(point);
    EXPECT_EQ(chosen_point(lab)->point, nullptr);
    lab.run->series[0].points[1].point = 4;
    ASSERT_NE(chosen_point(lab)->point, nullptr);
    EXPECT_EQ(chosen_point(lab)->point->id, 4);
}

TEST(ChosenPoint, ACountIsToldFromTheTimeOfItsKernel) {
    LabState lab;
    lab.run.emplace();
    Estimate missing, counted;
    missing.x = counted.x = 2;
    missing.status = PointStatus::Unavailable;
    counted.n = 1;
    Series timed, simulated;
    timed.variant = simulated.variant = "cuda_1";
    simulated.provenance = Provenance::Simulated;
    timed.points = {missing};
    simulated.points = {counted};
    lab.run->series = {timed, simulated};
    EXPECT_EQ(chosen_point(lab)->series->key(), "cuda_1 simulated") << "the first that has a value";
    lab.cursor_x = 2;
    lab.cursor_variant = "cuda_1";
    EXPECT_EQ(chosen_point(lab)->estimate->status, PointStatus::Unavailable);
}

} // namespace
} // namespace lockstep
