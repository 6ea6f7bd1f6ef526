// SPDX-License-Identifier: MIT
// Lists of what can be laid over, from events and from an index, and what is offered.
#include "app/experiment/events.hpp"
#include "app/experiment/known_runs.hpp"
#include "app/ledger/run_store.hpp"
#include "tests/app/experiment/counted.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

ledger::Event run_event(const std::string& id, const std::string& time, double piece) {
    ledger::Event event;
    event.time = time;
    event.kind = events::run_kind;
    event.lesson = "amdahl";
    event.json =
        events::write_run({id, "main", {{"piece_us", piece}, {"p", 2}}, "2 cores", "here"});
    return event;
}

std::vector<std::string> ids(const std::vector<const KnownRun*>& runs) {
    std::vector<std::string> found;
    for (const KnownRun* run : runs)
        found.push_back(run->id);
    return found;
}

KnownRun recording(const std::string& id, int cores, const std::string& experiment = "main") {
    KnownRun run;
    run.id = id;
    run.recording = true;
    run.lesson = "amdahl";
    run.experiment = experiment;
    run.machine = std::to_string(cores) + " cores";
    run.cores = cores;
    run.started = "2026-11-20";
    return run;
}

/// A second tab: the sweep over workers that names no x.
void add_workers(Scene& scene) {
    content::Experiment workers = shared_part();
    workers.id = "workers";
    workers.x = "p";
    workers.x_values = {};
    scene.session.course.lessons[0].experiments.push_back(workers);
}

TEST(KnownRuns, OwnOnesAreThoseWhoseFilesWereKept) {
    const std::vector<ledger::Event> events{
        run_event("a", "2026-11-24T08:00:00Z", 20), ledger::kept_event("amdahl", "a", "x"),
        run_event("lost", "2026-11-24T09:00:00Z", 20), run_event("b", "2026-11-25T08:00:00Z", 5),
        ledger::kept_event("amdahl", "b", "y")};
    const auto runs = own_runs(events);
    ASSERT_THAT(runs, SizeIs(2));
    EXPECT_EQ(runs[0].id, "a");
    EXPECT_EQ(runs[1].parameters.at("piece_us"), 5);
    EXPECT_EQ(runs[1].machine, "2 cores");
    EXPECT_EQ(runs[1].machine_hash, "here");
    EXPECT_EQ(runs[1].started, "2026-11-25T08:00:00Z");
}

TEST(KnownRuns, OwnOnesStandNewestFirstWithoutTheOneThatIsShown) {
    Scene scene;
    scene.session.known_runs = own_runs(std::vector<ledger::Event>{
        run_event("a", "2026-11-24T08:00:00Z", 20), ledger::kept_event("amdahl", "a", "x"),
        run_event("b", "2026-11-25T08:00:00Z", 5), ledger::kept_event("amdahl", "b", "y")});
    EXPECT_THAT(ids(own_runs_for(scene.session, scene.open(), scene.main())),
                ElementsAre("b", "a"));
    scene.reach_compare(); // a run is made and kept: it is known, and is the one that is shown
    ASSERT_THAT(scene.session.known_runs, SizeIs(3));
    EXPECT_EQ(scene.session.known_runs[2].id, scene.lab().run->id);
    EXPECT_THAT(ids(own_runs_for(scene.session, scene.open(), scene.main())),
                ElementsAre("b", "a"));
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_THAT(own_runs_for(scene.session, scene.open(), scene.main()), SizeIs(3));
}

TEST(KnownRuns, TheClassroomsRunsAreNobodysOwn) {
    Scene scene;
    scene.act(command::TogglePresenter{});
    scene.reach_compare();
    EXPECT_THAT(scene.session.known_runs, IsEmpty());
}

TEST(KnownRuns, RecordingsAreThoseOfExperimentsWithTheSameAxes) {
    Scene scene;
    add_workers(scene);
    content::RecordingsRead read;
    content::Recording entry;
    entry.file = "main.json";
    entry.lesson = "amdahl";
    entry.experiment = "main";
    entry.machine = "16 cores, AVX2, 125 GiB";
    entry.cores = 16;
    entry.date = "2026-11-20";
    read.recordings = {entry};
    entry.file = "workers.json";
    entry.experiment = "workers";
    read.recordings.push_back(entry);
    entry.file = "gone.json";
    entry.lesson = "gone";
    read.recordings.push_back(entry);
    scene.session.known_runs = recorded_runs(read);
    EXPECT_THAT(ids(recordings_for(scene.session, scene.main())), ElementsAre("main.json"));
    EXPECT_EQ(known_run(scene.session, "main.json")->cores, 16);
    EXPECT_EQ(known_run(scene.session, "other.json"), nullptr);
    EXPECT_THAT(own_runs_for(scene.session, scene.open(), scene.main()), IsEmpty());
}

TEST(KnownRuns, MoreCoresAreOfferedAlongASweepOverWorkers) {
    Scene scene;
    add_workers(scene);
    const content::Experiment& workers = scene.open().experiments[1];
    EXPECT_FALSE(offered_recording(scene.session, workers)) << "nothing is there";
    scene.session.known_runs = {recording("two", 2, "workers"), recording("many", 16, "workers"),
                                recording("some", 8, "workers"), recording("main", 64, "main")};
    const auto offered = offered_recording(scene.session, workers);
    ASSERT_TRUE(offered);
    EXPECT_EQ(offered->run->id, "many");
    EXPECT_EQ(offered->words, "a 16-core machine");
    EXPECT_FALSE(offered_recording(scene.session, scene.main()))
        << "two cores show all of a sweep over the shared part";
    scene.session.machine.cores = 16;
    EXPECT_FALSE(offered_recording(scene.session, workers)) << "this machine has as many";
}

TEST(KnownRuns, TheCoresThatALessonNeedsAreOffered) {
    Scene scene(1);
    scene.session.course.lessons[0].experiments[0].needs_cores = 2;
    scene.session.known_runs = {recording("one", 1), recording("two", 2)};
    const auto offered = offered_recording(scene.session, scene.main());
    ASSERT_TRUE(offered);
    EXPECT_EQ(offered->words, "a 2-core machine");
}

TEST(KnownRuns, ACardIsOfferedWhereThereIsNone) {
    CountedScene scene;
    scene.session.course.lessons[0].experiments[0].variants = {"cuda_1"};
    scene.session.known_runs = {recording("cpu", 16), recording("card", 16)};
    scene.session.known_runs[1].gpu = "NVIDIA H200";
    const auto offered = offered_recording(scene.session, scene.main());
    ASSERT_TRUE(offered);
    EXPECT_EQ(offered->run->id, "card");
    EXPECT_EQ(offered->words, "NVIDIA H200");
    scene.session.machine.has_gpu = true;
    EXPECT_FALSE(offered_recording(scene.session, scene.main()));
}

TEST(KnownRuns, AnEffectThatNoiseHidesIsOfferedFromElsewhere) {
    Scene scene;
    scene.session.course.lessons[0].experiments[0].needs_effect = 0.05;
    scene.session.known_runs = {recording("quiet", 2)};
    scene.session.machine.noise = 0.01;
    EXPECT_FALSE(offered_recording(scene.session, scene.main()));
    scene.session.machine.noise = 0.04;
    const auto offered = offered_recording(scene.session, scene.main());
    ASSERT_TRUE(offered);
    EXPECT_EQ(offered->run->id, "quiet");
    EXPECT_EQ(offered->words, "another machine");
}

TEST(KnownRuns, SlidersAreSaidInTheExperimentsWords) {
    Scene scene;
    const std::string all = sliders_words(scene.session, scene.open(), scene.main(),
                                          {{"piece_us", 0.05}, {"p", 2}, {"order", 1}});
    EXPECT_THAT(all, HasSubstr("size of one piece 50 ns"));
    EXPECT_EQ(all.find("order"), std::string::npos) << "no slider moves it";
    const Values now{{"piece_us", 20}, {"p", 2}};
    const std::string unlike = sliders_words(scene.session, scene.open(), scene.main(),
                                             {{"piece_us", 0.05}, {"p", 2}}, &now);
    EXPECT_EQ(unlike, "size of one piece 50 ns");
}

} // namespace
} // namespace lockstep
