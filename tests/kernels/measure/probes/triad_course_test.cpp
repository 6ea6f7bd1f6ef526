// SPDX-License-Identifier: MIT
// Whatever the machine, the bandwidths fit into the time, and the most telling are there.
#include "kernels/measure/probes/triad_course.hpp"

#include "tests/kernels/measure/probes/large_machine.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <set>

namespace lockstep {
namespace {

using testing::Contains;
using testing::Each;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double budget_ns = 20e9, kept_ns = 8e9, room = 64e9;
/// What the probes before it may take, at the worst.
constexpr double gone_ns = 4e9;

/// A machine whose plans take as long as they are said to, in no time.
class MadeUpGauge final : public TriadGauge {
  public:
    explicit MadeUpGauge(double one_ns, double at_ns = gone_ns)
        : m_one_ns(one_ns), m_at_ns(at_ns) {}

    double left_ns() const override { return budget_ns - m_at_ns; }
    std::optional<protocol::TriadRate> measure(const TriadPlan& plan) override {
        // Pages come at 1.2 GB/s to each worker, to sixteen at most.
        m_at_ns += m_one_ns + plan.set_bytes * plan.workers / (1.2 * std::min(plan.workers, 16));
        return protocol::TriadRate{plan.level, plan.workers, plan.set_bytes, 1};
    }
    void finished(int workers) override { dismissed.insert(workers); }

    std::set<int> dismissed;

  private:
    double m_one_ns, m_at_ns;
};

std::set<int> counts_of(const TriadRates& done) {
    std::set<int> counts;
    for (const auto& rate : done.rates)
        counts.insert(rate.workers);
    return counts;
}

TEST(TriadCourse, OfALargeMachineFitsAndHasWhatTells) {
    const LargeMachine machine;
    for (const int workers : {machine.cores, 2 * machine.cores})
        for (const double one_ns : {tries_ns, longest_tries_ns}) {
            MadeUpGauge gauge(one_ns);
            const TriadCounts counts = triad_counts(machine.layout, machine.cpus, workers);
            const TriadRates done = carry_out(counts, machine.layout.caches, room, gauge, kept_ns);
            EXPECT_GT(gauge.left_ns(), 0) << workers << " workers, " << one_ns << " ns each";
            EXPECT_EQ(done.missed, 0);
            for (const int count : counts.telling)
                EXPECT_THAT(counts_of(done), Contains(count));
            EXPECT_EQ(counts_of(done), gauge.dismissed);
        }
}

TEST(TriadCourse, WhereNobodyDisturbsThereIsTimeForSomeBetween) {
    const LargeMachine machine;
    MadeUpGauge gauge(tries_ns);
    const TriadCounts counts = triad_counts(machine.layout, machine.cpus, machine.cores);
    const TriadRates done = carry_out(counts, machine.layout.caches, room, gauge, kept_ns);
    EXPECT_GT(counts_of(done).size(), counts.telling.size());
    EXPECT_THAT(counts_of(done), Contains(4)) << "what doubles is the first";
    EXPECT_GT(gauge.left_ns(), 0.9 * kept_ns) << "the latencies have theirs";
}

TEST(TriadCourse, FewCoresAreMeasuredByEveryNumber) {
    protocol::Layout layout;
    std::vector<int> cpus;
    layout.kinds = {{"", 16, 0}};
    for (int core = 0; core < 16; ++core) {
        layout.cores.push_back({0, 0, 0, {core}, true});
        cpus.push_back(core);
    }
    layout.caches = {{1, "data", 32768, 64, 8, 16, 1, {}},
                     {2, "unified", 1048576, 64, 8, 16, 1, {}},
                     {3, "unified", 33554432, 64, 16, 1, 16, {}}};
    MadeUpGauge gauge(tries_ns);
    const TriadRates done =
        carry_out(triad_counts(layout, cpus, 16), layout.caches, room, gauge, kept_ns);
    EXPECT_THAT(counts_of(done), SizeIs(16));
    EXPECT_EQ(done.missed, 0);
    EXPECT_TRUE(std::ranges::is_sorted(done.rates, {}, [](const auto& rate) {
        return std::pair(rate.level == "memory" ? std::string("L9") : rate.level, rate.workers);
    }));
}

TEST(TriadCourse, WhatTheTimeDoesNotReachIsMissed) {
    const TriadCounts counts{{1, 3, 2}, {}};
    MadeUpGauge late(tries_ns, budget_ns - 1.5 * longest_tries_ns);
    const TriadRates done = carry_out(counts, {}, 48e6, late, kept_ns);
    EXPECT_EQ(done.telling, 3);
    EXPECT_EQ(done.missed, 2);
    ASSERT_THAT(done.rates, SizeIs(1));
    EXPECT_EQ(done.rates[0].workers, 1) << "the first in the order, not the first that is left";
}

TEST(TriadCourse, HereItIsRealAndEndsWithTheTime) {
    Scribe scribe;
    Crews crews;
    protocol::Layout layout;
    layout.caches = {{1, "data", 32768, 64, 8, 1, 1, {}}};
    Pauses none(scribe, crews, "p1", 1, 0);
    EXPECT_THAT(probe_triads(layout, 16e6, crews, none).rates, IsEmpty());
    Pauses enough(scribe, crews, "p1", 1, 20);
    const TriadRates done = probe_triads(layout, 16e6, crews, enough);
    EXPECT_EQ(done.missed, 0);
    EXPECT_THAT(counts_of(done), Contains(1));
    EXPECT_THAT(done.rates, Each(testing::Field(&protocol::TriadRate::gb_s, testing::Gt(0))));
}

} // namespace
} // namespace lockstep
