// SPDX-License-Identifier: MIT
// Run files, whole, sparse and broken, as the player reads them.
#include "kernels/bench/play.hpp"

#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* whole = R"({"format":"lockstep-run","version":1,"id":"x","started":"2026",
 "passport":{"cores":6,"name":"six cores"},"remarks":["The clock jumped.",7],
 "experiment":{"workload":"amdahl","parameters":{"f":0.5,"caches":1},
   "x":{"name":"p","unit":"workers"}},
 "points":[{"id":4,"variant":"multicore","parameters":{"p":2},
   "samples":{"time_ns":[10,20,30],"busy_ns":[[1,5],[2,3],[4,4]],
              "serial_ns":[1,1,1],"flags":[1,0,2]}},
  {"id":5,"workload":"chains","variant":"serial"}],
 "series":[{"variant":"multicore","points":[
   {"x":2,"point":4,"status":"disturbed","reason":"A reason."}]}]})";

TEST(PlayJson, ReadsWhatARunFileHolds) {
    const auto run = read_played_run(whole, "file");
    ASSERT_TRUE(run) << run.error().text();
    ASSERT_TRUE(run->machine);
    EXPECT_EQ(run->machine->cores, 6);
    EXPECT_THAT(run->remarks, ElementsAre("The clock jumped."));
    ASSERT_EQ(run->points.size(), 2u);
    const PlayedPoint& point = run->points[0];
    EXPECT_EQ(point.request.workload, "amdahl");
    EXPECT_EQ(point.request.parameters.at("f"), 0.5) << "from the experiment";
    EXPECT_EQ(point.request.parameters.at("p"), 2) << "from the point";
    EXPECT_EQ(point.request.parameters.size(), 2u) << "a point has no caches of its own";
    EXPECT_THAT(point.samples.time_ns, ElementsAre(10, 20, 30));
    EXPECT_THAT(point.samples.round, ElementsAre(0, 1, 2)) << "it has none: they go by place";
    EXPECT_THAT(point.samples.longest_ns, ElementsAre(5, 3, 4))
        << "of one phase, as far as is known";
    EXPECT_EQ(point.state.status, PointStatus::Disturbed);
    EXPECT_EQ(point.state.reason, "A reason.");
    EXPECT_EQ(run->points[1].request.workload, "chains");
    EXPECT_TRUE(run->points[1].samples.time_ns.empty());
}

TEST(PlayJson, ReadsAKeptPassport) {
    const protocol::PassportAnswer answer{"full", protocol::examples::machine(),
                                          protocol::examples::passport()};
    const auto run = read_played_run(protocol::write(protocol::FromBench(answer)), "file");
    ASSERT_TRUE(run) << run.error().text();
    ASSERT_TRUE(run->passport);
    EXPECT_EQ(run->passport->taken, answer.passport.taken);
    EXPECT_EQ(run->machine->hash, "abc123");
    EXPECT_TRUE(run->points.empty());
    EXPECT_FALSE(read_played_run(R"({"type":"passport","machine":7})", "file"));
}

TEST(PlayJson, RefusesWhatItCannotRead) {
    const auto problem = [](std::string_view text) {
        const auto run = read_played_run(text, "my.json");
        return run ? "accepted" : run.error().text();
    };
    EXPECT_THAT(problem(std::string_view(whole).substr(0, 200)), HasSubstr("cut off"));
    EXPECT_THAT(problem("{}"), HasSubstr("my.json: this is not a run file"));
    EXPECT_THAT(problem("[]"), HasSubstr("not a run file"));
    EXPECT_THAT(problem(R"({"format":"lockstep-run","version":2})"), HasSubstr("version 2"));
    EXPECT_THAT(problem(R"({"format":"lockstep-run"})"), HasSubstr("version"));
    EXPECT_THAT(problem(R"({"format":"lockstep-run","version":1,
                            "points":[{"samples":{"time_ns":[1,2],"flags":[1]}}]})"),
                HasSubstr("columns"));
    EXPECT_EQ(problem(R"({"format":"lockstep-run","version":1,"points":[3],"series":7})"),
              "accepted");
}

} // namespace
} // namespace lockstep::bench
