// SPDX-License-Identifier: MIT
// A square has both halves, and neighbours that share something.
#include "app/experiment/latency_square.hpp"

#include "tests/app/experiment/machines.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep {
namespace {

using testing::ElementsAre;
using testing_support::server;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(LatencySquare, IsOrderedAsTheMap) {
    const protocol::CoreLatencies latencies{
        {0, 1, 2, 3}, {{}, {100}, {20, 110}, {120, 25, none}}, 5};
    const protocol::Layout layout = server(2, 2);
    const LatencySquare square = latency_square(layout, latencies);
    EXPECT_THAT(square.cpus, ElementsAre(0, 2, 1, 3)) << "sockets side by side";
    EXPECT_EQ(square.at(0, 1), 20);
    EXPECT_EQ(square.at(1, 0), 20);
    EXPECT_EQ(square.at(2, 3), 25);
    EXPECT_EQ(square.at(1, 2), 110);
    EXPECT_TRUE(std::isnan(square.at(1, 3))) << "not measured";
    EXPECT_TRUE(std::isnan(square.at(2, 2)));
    EXPECT_EQ(square.low_ns, 20);
    EXPECT_EQ(square.high_ns, 120);
    EXPECT_EQ(pair_words(layout, square, 2, 0), "CPU 0 and CPU 1: 100 ns, another socket");
    EXPECT_EQ(pair_words(layout, square, 0, 1), "CPU 0 and CPU 2: 20 ns, same L3");
    EXPECT_EQ(pair_words(layout, square, 1, 3), "CPU 2 and CPU 3: not measured, another socket");
    EXPECT_EQ(pair_words(layout, square, 2, 2), "");
    EXPECT_EQ(pair_words(layout, square, 4, 0), "");
}

TEST(LatencySquare, SharesGoByFactors) {
    LatencySquare square;
    square.low_ns = 10;
    square.high_ns = 1000;
    EXPECT_EQ(square.share(10), 0);
    EXPECT_NEAR(square.share(100), 0.5, 1e-12);
    EXPECT_EQ(square.share(1000), 1);
    square.high_ns = 10;
    EXPECT_EQ(square.share(10), 0.5) << "where all are equal none is dark or light";
}

TEST(LatencySquare, CpusThatNoCoreNamesComeLast) {
    const LatencySquare square = latency_square(server(1, 1), {{7, 0}, {{}, {50}}, 1});
    EXPECT_THAT(square.cpus, ElementsAre(0, 7));
    EXPECT_EQ(square.at(0, 1), 50);
    EXPECT_EQ(latency_square({}, {}).side(), 0u);
    EXPECT_EQ(latency_square({}, {}).high_ns, 0);
}

} // namespace
} // namespace lockstep
