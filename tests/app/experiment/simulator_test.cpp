// SPDX-License-Identifier: MIT
// The second bench as a process: it starts when it is asked, and again after it was stopped or
// died.
#include "app/experiment/simulator.hpp"

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace std::chrono_literals;

/// A simulator whose bench plays one part, and a main thread that waits for it.
class PlayedSimulator {
  public:
    explicit PlayedSimulator(const std::string& part) : simulator(options(part)) {}

    static protocol::SimulateRequest request() {
        protocol::SimulateRequest wanted;
        wanted.id = "s1";
        wanted.points = {{7, "amdahl", "cuda_1", {{"f", 0.5}}}};
        return wanted;
    }

    /// The message of type T, or the failure that came instead.
    template <class T>
    std::optional<T> await() {
        const auto until = std::chrono::steady_clock::now() + 20s;
        while (std::chrono::steady_clock::now() < until) {
            for (protocol::FromBench& message : simulator.drain())
                m_said.push_back(std::move(message));
            while (!m_said.empty()) {
                const protocol::FromBench message = std::move(m_said.front());
                m_said.pop_front(); // what comes after it waits for the next call
                if (const auto* found = std::get_if<T>(&message))
                    return *found;
            }
            if (auto failed = simulator.failure()) {
                sentence = failed->sentence;
                return std::nullopt;
            }
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, 100ms, [this] { return m_woken; });
            m_woken = false;
        }
        ADD_FAILURE() << "nothing came in 20 s";
        return std::nullopt;
    }

    std::string sentence;

  private:
    BenchProcess::Options options(const std::string& part) {
        BenchProcess::Options made;
        made.arguments = {"python3",
                          std::string(std::getenv("LOCKSTEP_SOURCE_DIR")) +
                              "/tests/app/experiment/fake_bench.py",
                          part};
        made.wake = [this] {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
            m_condition.notify_all();
        };
        return made;
    }

    std::deque<protocol::FromBench> m_said;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_woken = false;

  public:
    Simulator simulator; ///< last: its threads wake the others
};

TEST(Simulator, StartsWhenAskedAndAnswers) {
    PlayedSimulator played("good");
    EXPECT_TRUE(played.simulator.drain().empty());
    EXPECT_FALSE(played.simulator.failure());
    ASSERT_TRUE(played.simulator.ask(PlayedSimulator::request()));
    const auto seen = played.await<protocol::Simulated>();
    ASSERT_TRUE(seen) << played.sentence;
    EXPECT_EQ(seen->point, 7);
    EXPECT_TRUE(played.await<protocol::Done>());
    ASSERT_TRUE(played.simulator.ask(PlayedSimulator::request())) << "the same process once more";
    EXPECT_TRUE(played.await<protocol::Simulated>());
}

TEST(Simulator, GoesOnAfterStop) {
    PlayedSimulator played("good");
    ASSERT_TRUE(played.simulator.ask(PlayedSimulator::request()));
    played.simulator.stop();
    EXPECT_TRUE(played.simulator.drain().empty());
    ASSERT_TRUE(played.simulator.ask(PlayedSimulator::request()));
    EXPECT_TRUE(played.await<protocol::Done>());
}

TEST(Simulator, AFailureIsSaidOnce) {
    PlayedSimulator played("die");
    ASSERT_TRUE(played.simulator.ask(PlayedSimulator::request()));
    EXPECT_FALSE(played.await<protocol::Done>());
    EXPECT_FALSE(played.sentence.empty());
    EXPECT_FALSE(played.simulator.failure());
}

} // namespace
} // namespace lockstep
