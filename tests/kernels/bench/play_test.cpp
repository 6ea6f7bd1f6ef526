// SPDX-License-Identifier: MIT
// The player answers from a file: the same every time, and it says what the file does not have.
#include "kernels/bench/play.hpp"

#include "tests/kernels/bench/child.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

using testing::ElementsAre;

class PlayTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        file = std::filesystem::temp_directory_path() /
               ("lockstep-play-" + std::to_string(getpid()) + test->name() + ".json");
        std::ofstream(file) << R"({"format":"lockstep-run","version":1,
          "passport":{"name":"a recorded machine","cores":3},
          "experiment":{"workload":"amdahl","parameters":{"f":0.5,"p":2}},
          "points":[
           {"id":0,"variant":"serial","samples":{"round":[0,11,12],"time_ns":[9,10,11],
             "busy_ns":[[],[],[]],"serial_ns":[0,0,0],"flags":[1,0,0]}},
           {"id":1,"variant":"multicore","parameters":{"p":2},"samples":{"round":[0,11,12],
             "time_ns":[5,6,7],"busy_ns":[[1,2],[1,2],[1,2]],"serial_ns":[3,3,3],
             "kernel_ns":[4,5,null],"copy_ns":[8,9,10],"flags":[1,0,0]},
            "spans":{"time_ns":6,"worker":[0,1],"phase":[0,0],"task":[0,1],"kind":[0,0],
                     "begin_ns":[0,1],"end_ns":[4,5]}}]})";
    }
    void TearDown() override { std::filesystem::remove(file); }

    std::vector<std::string> played(const protocol::RunRequest& run) {
        Child bench({"--play", file.string()});
        bench.say(run);
        std::vector<std::string> lines;
        for (const FromBench& message : bench.hear_run())
            lines.push_back(protocol::write(message));
        return lines;
    }
    std::filesystem::path file;
};

TEST_F(PlayTest, TheSameSamplesEveryTime) {
    protocol::RunRequest run = short_run();
    run.points[1].parameters["p"] = 2;
    const auto once = played(run);
    EXPECT_EQ(once, played(run));
    std::vector<FromBench> said;
    for (const std::string& line : once)
        said.push_back(protocol::read_from_bench(line, {}).value());
    const auto samples = all_of<protocol::Samples>(said);
    ASSERT_EQ(samples.size(), 4u) << "the pilot of both, then the rounds of both";
    EXPECT_THAT(samples[0].time_ns, ElementsAre(9));
    EXPECT_THAT(samples[2].time_ns, ElementsAre(10, 11));
    EXPECT_THAT(samples[3].time_ns, ElementsAre(6, 7));
    EXPECT_EQ(samples[3].point, 1);
    EXPECT_THAT(samples[3].busy_ns[0], ElementsAre(1, 2));
    EXPECT_THAT(samples[3].copy_ns, ElementsAre(9, 10));
    EXPECT_THAT(samples[3].kernel_ns, ElementsAre(5, testing::IsNan()));
    EXPECT_TRUE(samples[2].kernel_ns.empty()) << "no card was at it";
    ASSERT_EQ(all_of<protocol::Spans>(said).size(), 1u);
    EXPECT_EQ(all_of<protocol::Spans>(said)[0].point, 1);
    ASSERT_FALSE(all_of<protocol::Done>(said).empty());
}

TEST_F(PlayTest, TheMachineIsTheFilesOwn) {
    Child bench({"--play", file.string()});
    const auto hello = bench.hear_a<protocol::Hello>();
    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->machine.name, "a recorded machine");
    EXPECT_NE(hello->catalogue.workload("amdahl"), nullptr);
}

TEST_F(PlayTest, APassportIsPlayedWithItsProbes) {
    std::ofstream(file) << protocol::write(protocol::FromBench(protocol::PassportAnswer{
        "full", protocol::examples::machine(), protocol::examples::passport()}));
    Child bench({"--play", file.string()});
    bench.say(protocol::PassportRequest{"p", true});
    std::vector<std::string> probes;
    while (const auto message = bench.hear()) {
        if (const auto* progress = std::get_if<protocol::Progress>(&*message)) {
            EXPECT_TRUE(progress->await_go);
            if (probes.empty() || probes.back() != progress->phase)
                probes.push_back(progress->phase);
            bench.say(protocol::Go{"p"});
        }
        if (const auto* answer = std::get_if<protocol::PassportAnswer>(&*message)) {
            EXPECT_EQ(answer->id, "p");
            EXPECT_EQ(answer->passport.taken, protocol::examples::passport().taken);
            break;
        }
    }
    EXPECT_EQ(probes.size(), 4u);
    bench.say(protocol::PassportRequest{"short"});
    const auto brief = bench.hear_a<protocol::PassportAnswer>();
    ASSERT_TRUE(brief);
    EXPECT_EQ(brief->passport.edition, 0) << "who does not ask for all gets what is known anyway";
}

TEST_F(PlayTest, WhatTheFileDoesNotHaveIsUnavailable) {
    protocol::RunRequest run = short_run();
    run.points[1].parameters["f"] = 0.75;
    Child bench({"--play", file.string()});
    bench.say(run);
    const auto states = all_of<protocol::PointState>(bench.hear_run());
    ASSERT_EQ(states.size(), 2u);
    EXPECT_EQ(states[0].status, protocol::PointStatus::Ok);
    EXPECT_EQ(states[1].status, protocol::PointStatus::Unavailable);
    EXPECT_FALSE(states[1].reason.empty());
}

} // namespace
} // namespace lockstep::bench
