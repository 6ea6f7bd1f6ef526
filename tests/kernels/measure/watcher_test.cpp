// SPDX-License-Identifier: MIT
// Another program on the core is seen; here the test itself is that program.
#include "kernels/measure/watcher.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <atomic>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

namespace lockstep {
namespace {

/// Burns the first core for as long as it lives.
class Burner {
  public:
    Burner() {
        for (std::thread& thread : m_threads)
            thread = std::thread([this] {
                pin_thread(usable_cores().cpus.front());
                while (!m_stop.load(std::memory_order_relaxed)) {
                }
            });
    }
    ~Burner() {
        m_stop = true;
        for (std::thread& thread : m_threads)
            thread.join();
    }

  private:
    std::atomic<bool> m_stop = false;
    std::thread m_threads[3];
};

/// Of ten samples that outlast any scheduler's slice: how many were disturbed.
int disturbed_samples(const Variant& variant, Crews& crews) {
    toys::Toy toy;
    toy.steps = 15'000'000;
    const auto runner = host_runner(variant, toy, 1, 1, crews).value();
    Watcher watcher(UsualNoise{});
    int disturbed = 0;
    for (int i = 0; i < 10; ++i) {
        watcher.begin_round();
        runner->wake();
        watcher.begin_sample(*runner);
        const double length_ns = runner->run(0, 1)->duration_ns();
        disturbed += watcher.end_sample(*runner, length_ns) ? 1 : 0;
    }
    crews.rest();
    unpin_thread();
    return disturbed;
}

TEST(Watcher, SeesThatTheCoreWasBurnt) {
    for (const Variant* const variant : {&toys::serial, &toys::team, &toys::arena}) {
        Crews crews;
        const Burner burner;
        // Three burners leave a quarter of the core, and nearly every sample is interrupted.
        EXPECT_GE(disturbed_samples(*variant, crews), 5) << variant->name;
    }
}

TEST(Watcher, WaitingThreadsAreNotTakenForDisturbed) {
    Crews crews;
    toys::Toy toy;
    const auto runner = host_runner(toys::threads, toy, 4, 1, crews).value();
    EXPECT_TRUE(runner->lost_ns().empty());
}

TEST(Watcher, TheUsualGrowsWithTheSample) {
    const UsualNoise usual{0.5, 2000, 700};
    const stats::Watched ten = usual.over(10e6);
    EXPECT_DOUBLE_EQ(ten.switches, 5);
    EXPECT_DOUBLE_EQ(ten.off_cpu_ns, 20000);
    EXPECT_DOUBLE_EQ(ten.gap_ns, 700) << "the spin before a round is always as long";
}

TEST(Watcher, TheUsualIsKeptInAFile) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("lockstep-usual-" + std::to_string(getpid()));
    const auto file = folder / "deep" / "usual-x.txt";
    const UsualNoise first = usual_noise(file);
    if (std::filesystem::exists(file)) { // else the machine was too busy to know
        EXPECT_EQ(usual_noise(file).off_cpu_ns_per_ms, first.off_cpu_ns_per_ms);
    }
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "0.25 1234 99\n";
    const UsualNoise second = usual_noise(file);
    EXPECT_EQ(second.off_cpu_ns_per_ms, 1234);
    EXPECT_EQ(second.gap_ns, 99);
    EXPECT_LT(second.switches_per_ms, 0.25) << "too much to be believed";
    std::ofstream(file) << "garbage";
    EXPECT_NE(usual_noise(file).off_cpu_ns_per_ms, 1234) << "measured anew";
    EXPECT_GE(first.off_cpu_ns_per_ms, 0);
    std::filesystem::remove_all(folder);
    EXPECT_NO_FATAL_FAILURE(usual_noise("/proc/nowhere/usual.txt")) << "cannot be written";
    unpin_thread();
}

TEST(Watcher, TheFileLiesInTheCache) {
    setenv("XDG_CACHE_HOME", "/somewhere/cache", 1);
    EXPECT_EQ(usual_noise_file("abc"), "/somewhere/cache/lockstep/usual-abc.txt");
    unsetenv("XDG_CACHE_HOME");
}

} // namespace
} // namespace lockstep
