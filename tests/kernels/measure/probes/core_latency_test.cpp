// SPDX-License-Identifier: MIT
// Latencies are half a matrix of positive numbers; what was not measured is no number.
#include "kernels/measure/probes/core_latency.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <set>

namespace lockstep {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

TEST(CoreLatency, OfThisMachine) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 20);
    std::vector<std::string> remarks;
    std::vector<int> cpus = usable_cores().cpus;
    cpus.resize(std::min<std::size_t>(cpus.size(), 3));
    const auto found = probe_latencies(cpus, pauses, remarks);
    ASSERT_EQ(found.ns.size(), cpus.size());
    for (std::size_t i = 0; i < found.ns.size(); ++i) {
        ASSERT_THAT(found.ns[i], SizeIs(i));
        for (const double ns : found.ns[i])
            EXPECT_TRUE(std::isnan(ns) || (std::isfinite(ns) && ns > 0)) << ns;
    }
    const auto pairs = static_cast<int>(cpus.size() * (cpus.size() - 1) / 2);
    EXPECT_EQ(remarks.empty(), found.measured == pairs && pairs > 0) << "what is missing is said";
    unpin_thread();
}

TEST(CoreLatency, ACpuThatIsNotThereHasNone) {
    const int here = usable_cores().cpus.front();
    EXPECT_EQ(line_latency_ns(here, 1000, 1e6), 0);
    EXPECT_EQ(line_latency_ns(1000, here, 1e6), 0);
    unpin_thread();
}

TEST(CoreLatency, WithoutTimeNothingIsMeasuredAndSaid) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 0);
    std::vector<std::string> remarks;
    const std::vector<int> cpus{0, 1, 2};
    const auto found = probe_latencies(cpus, pauses, remarks);
    EXPECT_EQ(found.measured, 0);
    EXPECT_TRUE(std::isnan(found.ns[2][0]));
    EXPECT_THAT(remarks, testing::Contains(HasSubstr("0 of 3 pairs")));
}

TEST(CoreLatency, VeryManyCpusAreThinnedOut) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 0);
    std::vector<int> cpus(1000);
    for (std::size_t i = 0; i < cpus.size(); ++i)
        cpus[i] = static_cast<int>(i);
    std::vector<std::string> remarks;
    const auto found = probe_latencies(cpus, pauses, remarks);
    EXPECT_THAT(found.cpus, SizeIs(250));
    EXPECT_THAT(remarks, testing::Contains(HasSubstr("too many")));
}

TEST(CoreLatency, TheOrderHoldsEachPairOnceNeighboursFirst) {
    for (const int count : {0, 1, 2, 3, 10}) {
        const auto order = latency_order(count);
        const std::set<std::pair<int, int>> pairs(order.begin(), order.end());
        EXPECT_EQ(pairs.size(), order.size());
        EXPECT_EQ(static_cast<int>(order.size()), count * (count - 1) / 2);
        for (const auto& [i, j] : order)
            EXPECT_GT(i, j);
    }
    EXPECT_EQ(latency_order(10)[8], (std::pair<int, int>(9, 8)));
    EXPECT_EQ(latency_order(10), latency_order(10));
}

} // namespace
} // namespace lockstep
