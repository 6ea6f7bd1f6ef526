// SPDX-License-Identifier: MIT
// The real bench over pipes: what it says, in which order, and how it ends.
#include "kernels/bench/catalogue.hpp"
#include "tests/kernels/bench/child.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <set>

namespace lockstep::bench {
namespace {

using protocol::Done;
using protocol::ErrorMessage;
using protocol::Hello;
using testing::HasSubstr;

TEST(Bench, SaysHelloFirst) {
    Child bench;
    const auto first = bench.hear();
    ASSERT_TRUE(first);
    const auto* const hello = std::get_if<Hello>(&*first);
    ASSERT_NE(hello, nullptr);
    EXPECT_THAT(hello->bench, HasSubstr("lockstep-bench "));
    EXPECT_NE(hello->catalogue.variant("amdahl", "serial"), nullptr);
    EXPECT_GE(hello->machine.threads, 1);
    EXPECT_FALSE(hello->machine.gpu.empty()) << "a name, or the reason";
}

TEST(Bench, ARunHasSamplesOfEveryPointAndEnds) {
    Child bench;
    bench.say(short_run());
    const auto said = bench.hear_run();
    ASSERT_FALSE(all_of<Done>(said).empty());
    EXPECT_EQ(all_of<Done>(said)[0].id, "r1");
    std::set<int> points;
    for (const auto& samples : all_of<protocol::Samples>(said)) {
        EXPECT_EQ(samples.id, "r1");
        points.insert(samples.point);
        for (const double time_ns : samples.time_ns)
            EXPECT_GT(time_ns, 0);
    }
    EXPECT_EQ(points, (std::set<int>{0, 1}));
    EXPECT_FALSE(all_of<protocol::PointState>(said).empty());
    const auto spans = all_of<protocol::Spans>(said);
    ASSERT_EQ(spans.size(), 2u) << "each has a timeline, who is alone as well";
    EXPECT_EQ(spans[0].point, 0);
    EXPECT_EQ(spans[1].point, 1);
}

TEST(Bench, TwoRunsAfterOneAnother) {
    Child bench;
    bench.say(short_run("first"));
    bench.say(short_run("second")); // waits in the pipe until the first is done
    for (const char* const id : {"first", "second"}) {
        const auto said = bench.hear_run();
        ASSERT_FALSE(all_of<Done>(said).empty());
        EXPECT_EQ(all_of<Done>(said)[0].id, id);
        for (const auto& samples : all_of<protocol::Samples>(said))
            EXPECT_EQ(samples.id, id);
    }
}

TEST(Bench, GoesOnWhenNobodySaysGo) {
    Child bench;
    bench.say(short_run());
    EXPECT_FALSE(all_of<Done>(bench.hear_run(false)).empty());
}

TEST(Bench, EndsWhenItsInputCloses) {
    Child bench;
    ASSERT_TRUE(bench.hear());
    bench.close_input();
    const auto status = bench.end();
    ASSERT_TRUE(status);
    EXPECT_TRUE(WIFEXITED(*status) && WEXITSTATUS(*status) == 0);
}

TEST(Bench, EndsWhenItsInputClosesInTheMiddleOfARun) {
    Child bench;
    bench.say(short_run("long", 600));
    ASSERT_TRUE(bench.hear_a<protocol::Samples>());
    bench.close_input();
    const auto status = bench.end();
    ASSERT_TRUE(status);
    EXPECT_TRUE(WIFEXITED(*status) && WEXITSTATUS(*status) == 0);
}

TEST(Bench, EndsWhenItIsTold) {
    Child bench;
    bench.say(short_run("long", 600));
    ASSERT_TRUE(bench.hear_a<protocol::Samples>());
    bench.signal(SIGTERM);
    const auto status = bench.end();
    ASSERT_TRUE(status);
    EXPECT_TRUE(WIFSIGNALED(*status) && WTERMSIG(*status) == SIGTERM);
}

TEST(Bench, AnUnknownWorkloadIsAnsweredWithTheNearest) {
    Child bench;
    protocol::RunRequest run = short_run();
    run.points[0].workload = "amdal";
    bench.say(run);
    const auto said = bench.hear_run();
    const auto errors = all_of<ErrorMessage>(said);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].id, "r1");
    EXPECT_THAT(errors[0].error.text(), HasSubstr("'amdal'"));
    EXPECT_THAT(errors[0].error.remedy, HasSubstr("'amdahl'"));
    EXPECT_TRUE(all_of<protocol::Samples>(said).empty());
}

TEST(Bench, WhatIsNoMessageIsAnsweredAndTheNextIsServed) {
    Child bench;
    ASSERT_TRUE(bench.hear_a<Hello>());
    bench.say(std::string("hello?\n{\"type\":\"dance\"}\n"));
    for (int i = 0; i < 2; ++i) {
        const auto error = bench.hear_a<ErrorMessage>();
        ASSERT_TRUE(error);
        EXPECT_EQ(error->id, "");
    }
    bench.say(protocol::PassportRequest{"p"});
    const auto passport = bench.hear_a<protocol::PassportAnswer>();
    ASSERT_TRUE(passport);
    EXPECT_GT(passport->machine.noise, 0);
    EXPECT_NE(passport->machine.gpu, "not asked yet");
}

TEST(Bench, AFullPassportComesInSlices) {
    Child bench;
    ASSERT_TRUE(bench.hear_a<Hello>());
    bench.say(protocol::PassportRequest{"full", true});
    int breaths = 0;
    std::optional<protocol::PassportAnswer> answer;
    while (!answer) {
        const auto message = bench.hear();
        ASSERT_TRUE(message);
        if (const auto* const news = std::get_if<protocol::Progress>(&*message)) {
            EXPECT_EQ(news->id, "full");
            EXPECT_FALSE(news->phase.empty());
            ++breaths;
            bench.say(protocol::Go{"full", 0, 0});
        }
        if (const auto* const passport = std::get_if<protocol::PassportAnswer>(&*message))
            answer = *passport;
    }
    EXPECT_GE(breaths, 4);
    EXPECT_EQ(answer->id, "full");
    EXPECT_EQ(answer->passport.edition, protocol::passport_edition);
    EXPECT_FALSE(answer->passport.peaks.empty());
    EXPECT_EQ(answer->passport.gpu.present, answer->machine.has_gpu);
    EXPECT_FALSE(answer->passport.gpu.name.empty()) << "a name, or the reason";
    // And it serves on.
    bench.say(protocol::PassportRequest{"p"});
    const auto quick = bench.hear_a<protocol::PassportAnswer>();
    ASSERT_TRUE(quick);
    EXPECT_EQ(quick->passport.edition, 0);
}

TEST(Bench, EndsInTheMiddleOfAPassport) {
    for (const bool by_signal : {true, false}) {
        Child bench;
        bench.say(protocol::PassportRequest{"full", true});
        ASSERT_TRUE(bench.hear_a<protocol::Progress>());
        if (by_signal)
            bench.signal(SIGTERM);
        else
            bench.close_input();
        EXPECT_TRUE(bench.end()) << "it still runs";
    }
}

TEST(Bench, ALineWithoutEndEndsIt) {
    Child bench;
    ASSERT_TRUE(bench.hear_a<Hello>());
    bench.flood(2 * protocol::longest_line);
    const auto status = bench.end();
    ASSERT_TRUE(status);
    EXPECT_TRUE(WIFEXITED(*status) && WEXITSTATUS(*status) == 2);
}

TEST(Bench, ItsCatalogueLiesBesideIt) {
    std::ifstream in(binary_folder() + "catalogue.json");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(text, protocol::write_catalogue(catalogue()));
}

TEST(Bench, ArgumentsThatItDoesNotKnowAreMisuse) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"--dance"}, {"--play"}, {"--describe", "--version"}, {"--play", "/nowhere.json"}}) {
        Child bench(arguments);
        const auto status = bench.end();
        ASSERT_TRUE(status);
        EXPECT_TRUE(WIFEXITED(*status) && WEXITSTATUS(*status) == 2) << arguments[0];
    }
}

} // namespace
} // namespace lockstep::bench
