// SPDX-License-Identifier: MIT
// Laying runs over the lab's own and taking them away; a measurement is never replaced.
#include "app/experiment/laid_over.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

command::LayOver lay(const std::string& id, const content::Experiment& experiment = shared_part()) {
    PlannedRun plan = planned(experiment, machine(16));
    fill_run(plan.run);
    plan.run.id = id;
    plan.run.lesson = "amdahl";
    plan.run.machine.hash = "hers";
    plan.run.from_file = true;
    return {std::make_shared<const LaidOver>(LaidOver{plan.run, id + ".json", {}})};
}

TEST(DoRecordings, LiesOverAndIsTakenAwayAndNeverReplacesTheRun) {
    Scene scene;
    scene.reach_compare();
    const std::string own = scene.lab().run->id;
    scene.act(lay("a"));
    scene.act(lay("b"));
    ASSERT_THAT(scene.lab().laid_over, SizeIs(2));
    EXPECT_EQ(scene.lab().run->id, own);
    EXPECT_THAT(scene.session.notices, IsEmpty());
    scene.act(command::TakeAway{"a"});
    ASSERT_THAT(scene.lab().laid_over, SizeIs(1));
    EXPECT_EQ(scene.lab().laid_over[0].run.id, "b");
    scene.act(command::TakeAway{"b.json"});
    EXPECT_THAT(scene.lab().laid_over, IsEmpty());
    scene.act(lay("a"));
    scene.act(lay("b"));
    scene.act(command::TakeAway{});
    EXPECT_THAT(scene.lab().laid_over, IsEmpty());
    EXPECT_EQ(scene.lab().run->id, own);
}

TEST(DoRecordings, TheSameOneLiesThereOnce) {
    Scene scene;
    scene.reach_compare();
    scene.act(lay("a"));
    scene.act(lay("a"));
    EXPECT_THAT(scene.lab().laid_over, SizeIs(1));
    scene.act(lay(scene.lab().run->id));
    EXPECT_THAT(scene.lab().laid_over, SizeIs(1));
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_THAT(scene.session.notices[0].sentence, HasSubstr("shows already"));
}

TEST(DoRecordings, AFourthIsRefusedInASentence) {
    Scene scene;
    scene.reach_compare();
    for (const char* id : {"a", "b", "c", "d"})
        scene.act(lay(id));
    EXPECT_THAT(scene.lab().laid_over, SizeIs(most_laid_over));
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_THAT(scene.session.notices[0].sentence, HasSubstr("Take one away first"));
}

TEST(DoRecordings, BeforeTheGuessItWaitsAndSaysSo) {
    Scene scene;
    scene.act(lay("a"));
    EXPECT_THAT(scene.lab().laid_over, SizeIs(1));
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_THAT(scene.session.notices[0].sentence, HasSubstr("once you have guessed and run"));
}

TEST(DoRecordings, ARunOfAnotherExperimentOpensTheOneThatItIsOf) {
    Scene scene;
    scene.reach_compare();
    content::Experiment pieces = shared_part();
    pieces.id = "pieces";
    pieces.x = "piece_us";
    pieces.sliders = {};
    scene.session.course.lessons[1].experiments = {pieces};
    scene.session.page = "settings";
    command::LayOver other = lay("a");
    auto run = std::make_shared<LaidOver>(*other.run);
    run->run.x = "piece_us";
    run->run.lesson = "next";
    run->run.experiment_id = "pieces";
    scene.act(command::LayOver{run});
    EXPECT_EQ(scene.session.lesson_id, "next");
    EXPECT_EQ(scene.session.page, "lesson");
    EXPECT_EQ(scene.session.state()->tab, "pieces");
    EXPECT_THAT(scene.session.lessons.at("next").labs.at("pieces").laid_over, SizeIs(1));
    EXPECT_THAT(scene.lab().laid_over, IsEmpty());
}

TEST(DoRecordings, WhatNoLessonShowsIsSaidAndChangesNothing) {
    Scene scene;
    scene.reach_compare();
    auto run = std::make_shared<LaidOver>(*lay("a").run);
    run->run.workload = "weather";
    scene.act(command::LayOver{run});
    EXPECT_EQ(scene.session.lesson_id, "amdahl");
    EXPECT_THAT(scene.lab().laid_over, IsEmpty());
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_THAT(scene.session.notices[0].sentence, HasSubstr("a run of weather"));
}

TEST(DoRecordings, AnEditedFileIsSaidWithItsName) {
    Scene scene;
    scene.reach_compare();
    auto run = std::make_shared<LaidOver>(*lay("a").run);
    run->notice = "This run file does not say what its samples give.";
    scene.act(command::LayOver{run});
    ASSERT_THAT(scene.session.notices, SizeIs(1));
    EXPECT_EQ(scene.session.notices[0].sentence,
              "a.json: This run file does not say what its samples give.");
}

TEST(DoRecordings, AKnownRunIsReadFirst) {
    Scene scene;
    KnownRun known;
    known.id = "yesterday";
    scene.session.known_runs = {known};
    scene.act(command::LayOverKnown{"yesterday"});
    scene.act(command::LayOverKnown{"nobody's"});
    EXPECT_EQ(scene.effects.known_opened, (std::vector<std::string>{"yesterday"}));
}

} // namespace
} // namespace lockstep
