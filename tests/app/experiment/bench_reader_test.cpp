// SPDX-License-Identifier: MIT
// The reader wakes the main thread once for each drain, however much has come.
#include "app/experiment/bench_process.hpp"

#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace std::chrono_literals;

TEST(BenchReader, WakesOncePerDrain) {
    std::atomic<int> wakes = 0;
    BenchProcess::Options options;
    // Greets, then says twenty things in a row.
    options.arguments = {"sh", "-c",
                         "echo '{\"type\":\"hello\",\"protocol\":1,\"machine\":{\"cores\":1}}'; "
                         "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do "
                         "echo '{\"type\":\"progress\",\"id\":\"r\"}'; done; sleep 60"};
    options.wake = [&wakes] { ++wakes; };
    auto bench = *BenchProcess::create(std::move(options));
    for (int i = 0; i < 500 && wakes == 0; ++i)
        std::this_thread::sleep_for(10ms);
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(wakes, 1);
    std::size_t came = bench->drain().size();
    for (int i = 0; i < 500 && came < 21; ++i) {
        std::this_thread::sleep_for(10ms);
        came += bench->drain().size();
    }
    EXPECT_EQ(came, 21u);
    EXPECT_FALSE(bench->failure());
}

TEST(BenchReader, AnEndWithoutAWordIsSaidToo) {
    BenchProcess::Options options;
    options.arguments = {"true"};
    auto bench = *BenchProcess::create(std::move(options));
    for (int i = 0; i < 500 && !bench->failure(); ++i)
        std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(bench->failure());
    EXPECT_EQ(bench->failure()->sentence, "The bench ended with code 0.");
}

} // namespace
} // namespace lockstep
