// SPDX-License-Identifier: MIT
// A bench that behaves, and benches that die, stall, lie and flood: each ends in a calm sentence.
#include "app/experiment/bench_process.hpp"

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace lockstep {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string fake_bench() {
    return std::string(std::getenv("LOCKSTEP_SOURCE_DIR")) + "/tests/app/experiment/fake_bench.py";
}

/// A fake bench that plays one part, and a main thread that waits for it.
class Played {
  public:
    explicit Played(const std::string& part, std::chrono::milliseconds grace = 300ms,
                    std::chrono::milliseconds greeting = 20s) {
        BenchProcess::Options options;
        options.arguments = {"python3", fake_bench(), part};
        options.grace = grace;
        options.greeting = greeting;
        options.wake = [this] { wake(); };
        auto created = BenchProcess::create(std::move(options));
        EXPECT_TRUE(created.has_value());
        bench = *std::move(created);
    }

    void wake() {
        ++wakes;
        const std::lock_guard lock(m_mutex);
        m_woken = true;
        m_condition.notify_all();
    }

    /// Drains until a message of type T came, answering go; its failure ends the wait too.
    template <class T>
    std::optional<T> await(bool answers_go = true) {
        const auto until = std::chrono::steady_clock::now() + 20s;
        while (std::chrono::steady_clock::now() < until) {
            for (protocol::FromBench& message : bench->drain()) {
                if (const auto* found = std::get_if<T>(&message))
                    return *found;
                if (std::holds_alternative<protocol::Samples>(message))
                    ++samples;
                const auto* progress = std::get_if<protocol::Progress>(&message);
                if (progress && progress->await_go && answers_go)
                    bench->send(protocol::Go{progress->id});
            }
            if (bench->failure())
                return std::nullopt;
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, 100ms, [this] { return m_woken; });
            m_woken = false;
        }
        ADD_FAILURE() << "nothing came in 20 s";
        return std::nullopt;
    }

    std::string failure_after_run() {
        EXPECT_TRUE(await<protocol::Hello>().has_value());
        EXPECT_TRUE(bench->send(request()));
        EXPECT_FALSE(await<protocol::Done>().has_value());
        const auto failure = bench->failure();
        return failure ? failure->sentence : "";
    }

    static protocol::RunRequest request() {
        protocol::RunRequest run;
        run.id = "run-1";
        run.points = {{0, "amdahl", "serial", {{"f", 0.5}}},
                      {1, "amdahl", "multicore", {{"f", 0.5}, {"p", 2}}}};
        return run;
    }

    std::atomic<int> wakes = 0;
    int samples = 0;

  private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_woken = false;

  public:
    std::unique_ptr<BenchProcess> bench; ///< last: its threads call wake()
};

TEST(BenchProcess, CarriesARunThroughItsBreaths) {
    Played played("good");
    const auto hello = played.await<protocol::Hello>();
    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->machine.cores, 2);
    ASSERT_TRUE(played.bench->send(Played::request()));
    const auto done = played.await<protocol::Done>();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->id, "run-1");
    EXPECT_EQ(played.samples, 4);
    EXPECT_GT(played.wakes, 0);
    EXPECT_FALSE(played.bench->failure());
}

TEST(BenchProcess, WaitingForOurGoIsNoStall) {
    Played played("good", 50ms);
    ASSERT_TRUE(played.await<protocol::Hello>());
    played.bench->send(Played::request());
    EXPECT_TRUE(played.await<protocol::Progress>(false));
    std::this_thread::sleep_for(600ms); // longer than slice and grace together
    EXPECT_FALSE(played.bench->failure());
    played.bench->send(protocol::Go{"run-1"});
    EXPECT_TRUE(played.await<protocol::Done>());
}

TEST(BenchProcess, SaysThatItDiedWithTheLastWordsOfItsLog) {
    Played played("die");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("was ended by signal 11"));
    EXPECT_THAT(played.bench->failure()->log, testing::Contains("the last words"));
    EXPECT_FALSE(played.bench->send(Played::request()));
}

TEST(BenchProcess, KeepsTheSamplesThatCameBeforeItDied) {
    Played played("half");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("ended with code 3"));
    EXPECT_EQ(played.samples, 2);
}

TEST(BenchProcess, SaysThatItStalled) {
    Played played("stall");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("fell silent for more than 0.5 s"));
}

TEST(BenchProcess, SaysThatNoGreetingCame) {
    Played played("silent", 300ms, 400ms);
    EXPECT_FALSE(played.await<protocol::Hello>());
    EXPECT_THAT(played.bench->failure()->sentence, HasSubstr("fell silent for more than 0.4 s"));
}

TEST(BenchProcess, SaysThatItLied) {
    Played played("lie");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("not the protocol"));
}

TEST(BenchProcess, RefusesColumnsOfDifferentLengths) {
    Played played("columns");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("columns differ in length"));
}

TEST(BenchProcess, RefusesALineWithoutEnd) {
    Played played("long");
    EXPECT_THAT(played.failure_after_run(), HasSubstr("longer than"));
}

TEST(BenchProcess, StopsAFlood) {
    Played played("flood", 5s);
    EXPECT_THAT(played.failure_after_run(), HasSubstr("more than was asked for"));
}

TEST(BenchProcess, RefusesAnotherProtocol) {
    Played played("version");
    EXPECT_FALSE(played.await<protocol::Hello>());
    EXPECT_THAT(played.bench->failure()->sentence, HasSubstr("7"));
}

TEST(BenchProcess, RefusesABenchThatDoesNotGreet) {
    Played played("mute");
    EXPECT_FALSE(played.await<protocol::Hello>());
    EXPECT_THAT(played.bench->failure()->sentence, HasSubstr("hello"));
}

TEST(BenchProcess, KeepsTheLast200LinesOfTheLog) {
    Played played("log");
    ASSERT_TRUE(played.await<protocol::Hello>());
    std::vector<std::string> log;
    for (int i = 0; i < 200 && (log.empty() || log.back() != "line 499"); ++i) {
        std::this_thread::sleep_for(10ms);
        log = played.bench->log();
    }
    ASSERT_EQ(log.size(), 200u);
    EXPECT_EQ(log.front(), "line 300");
    EXPECT_EQ(log.back(), "line 499");
}

TEST(BenchProcess, CancelEndsTheWholeGroupAndStartsAnother) {
    Played played("stubborn");
    ASSERT_TRUE(played.await<protocol::Hello>());
    std::string child;
    for (int i = 0; i < 200 && child.empty(); ++i) {
        std::this_thread::sleep_for(10ms);
        const auto log = played.bench->log();
        if (!log.empty())
            child = log.front();
    }
    ASSERT_THAT(child, HasSubstr("child "));
    const int id = std::stoi(child.substr(6));
    ASSERT_EQ(::kill(id, 0), 0);
    ASSERT_TRUE(played.bench->restart().has_value());
    // The grandchild was adopted by init, which may take a moment to bury it; a zombie is dead too.
    bool gone = false;
    for (int i = 0; i < 500 && !gone; ++i) {
        std::this_thread::sleep_for(10ms);
        char state = 'Z';
        if (FILE* stat = std::fopen(("/proc/" + std::to_string(id) + "/stat").c_str(), "r")) {
            if (std::fscanf(stat, "%*d (%*[^)]) %c", &state) != 1)
                state = 'Z';
            std::fclose(stat);
        }
        gone = state == 'Z' || state == 'X';
    }
    EXPECT_TRUE(gone);
    ASSERT_TRUE(played.await<protocol::Hello>());
    played.bench->send(Played::request());
    EXPECT_TRUE(played.await<protocol::Done>());
}

TEST(BenchProcess, AProgramThatIsNotThereIsAnError) {
    BenchProcess::Options options;
    options.arguments = {"/nowhere/lockstep-bench"};
    const auto created = BenchProcess::create(std::move(options));
    ASSERT_FALSE(created.has_value());
    EXPECT_THAT(created.error().text(), HasSubstr("could not be started"));
}

} // namespace
} // namespace lockstep
