// SPDX-License-Identifier: MIT
// Pictures follow the marks of a run, whether a clock or a simulator made them, and not before the
// learner was asked what they did.
#include "app/shell/shown_point.hpp"

#include <gtest/gtest.h>
#include <utility>

namespace lockstep::shell {
namespace {

Session lesson_with_run(Provenance provenance) {
    content::Experiment main;
    main.id = "main";
    main.workload = "launch_shape";
    main.x = "block";
    main.set = {{"items", 1000}, {"block", 256}};
    content::Lesson lesson;
    lesson.id = "launch";
    lesson.experiments = {main};
    Session session;
    session.course.lessons = {lesson};
    session.lesson_id = "launch";
    Run run;
    Series series;
    series.provenance = provenance;
    for (const double block : {32.0, 48.0, 64.0}) {
        Estimate estimate;
        estimate.x = block;
        estimate.point = static_cast<int>(block);
        series.points.push_back(estimate);
        Point point;
        point.id = estimate.point;
        point.parameters = {{"block", block}};
        run.points.push_back(point);
    }
    run.series = {series};
    LessonState& state = session.lessons["launch"];
    state.labs["main"].run = run;
    state.reveal = Reveal::Strip;
    return session;
}

double shown_block(const Session& session) {
    return shown_value(session, session.course.lessons.front(), "main", "block");
}

TEST(ShownPoint, FollowsTheCursor) {
    for (const Provenance provenance : {Provenance::Measured, Provenance::Simulated}) {
        Session session = lesson_with_run(provenance);
        EXPECT_EQ(shown_block(session), 48); // none chosen: the one in the middle
        session.lessons["launch"].labs["main"].cursor_x = 64;
        EXPECT_EQ(shown_block(session), 64);
    }
}

TEST(ShownKernel, IsTheVariantThatACardRuns) {
    Session session = lesson_with_run(Provenance::Simulated);
    protocol::WorkloadInfo workload;
    workload.name = "launch_shape";
    for (const auto& [name, crew] : {std::pair{"serial", "one"}, {"cuda_1", "card"}}) {
        protocol::VariantInfo variant;
        variant.name = name;
        variant.file = "kernels/launch_shape/" + variant.name;
        variant.crew = crew;
        workload.variants.push_back(variant);
    }
    session.catalogue.workloads = {workload};
    for (Point& point : session.lessons["launch"].labs["main"].run->points) {
        point.workload = "launch_shape";
        point.variant = "cuda_1";
    }
    const auto kernel = shown_kernel(session);
    ASSERT_TRUE(kernel);
    EXPECT_EQ(kernel->name, "launch_shape/cuda_1");
    EXPECT_EQ(kernel->file, "kernels/launch_shape/cuda_1");
    EXPECT_EQ(value_of(kernel->point.parameters, "block", 0), 48);
    for (Point& point : session.lessons["launch"].labs["main"].run->points)
        point.variant = "serial";
    EXPECT_FALSE(shown_kernel(session));
}

TEST(ShownPoint, SaysNothingBeforeTheVerdict) {
    for (const Provenance provenance : {Provenance::Measured, Provenance::Simulated}) {
        Session session = lesson_with_run(provenance);
        session.lessons["launch"].reveal = Reveal::Question;
        EXPECT_EQ(shown_block(session), 256);
    }
}

} // namespace
} // namespace lockstep::shell
