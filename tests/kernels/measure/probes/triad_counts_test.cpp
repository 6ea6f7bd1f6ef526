// SPDX-License-Identifier: MIT
// Every number of workers has its place, and those at which something is full come first.
#include "kernels/measure/probes/triad_counts.hpp"

#include "tests/kernels/measure/probes/large_machine.hpp"

#include <gmock/gmock.h>
#include <numeric>

namespace lockstep {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

using protocol::CoreInfo;
using protocol::Layout;

std::vector<int> up_to(int most) {
    std::vector<int> numbers(static_cast<std::size_t>(most));
    std::iota(numbers.begin(), numbers.end(), 1);
    return numbers;
}

std::vector<int> all_of(const TriadCounts& counts) {
    std::vector<int> all = counts.telling;
    all.insert(all.end(), counts.between.begin(), counts.between.end());
    return all;
}

/// So many cores of one thread each, and nothing known of caches.
Layout bare(int cores) {
    Layout layout;
    layout.kinds = {{"", cores, 0}};
    for (int core = 0; core < cores; ++core)
        layout.cores.push_back({0, 0, 0, {core}, true});
    return layout;
}

TEST(TriadCounts, FewCoresHaveEveryNumberOnce) {
    for (const int cores : {1, 2, 3, 7, 16, 40}) {
        std::vector<int> cpus = up_to(cores);
        for (int& cpu : cpus)
            --cpu;
        std::vector<int> all = all_of(triad_counts(bare(cores), cpus, cores));
        std::ranges::sort(all);
        EXPECT_EQ(all, up_to(cores));
    }
}

TEST(TriadCounts, OneAllAndTwoComeFirstThenWhatDoubles) {
    const TriadCounts counts = triad_counts(bare(12), {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}}, 12);
    EXPECT_THAT(counts.telling, ElementsAre(1, 12, 2));
    EXPECT_THAT(counts.between, ElementsAre(4, 8, 3, 6, 5, 10, 7, 9, 11));
}

TEST(TriadCounts, AClassOfCoresIsFull) {
    Layout layout = bare(6); // three fast cores, three slow ones
    layout.kinds = {{"fast", 3, 0}, {"slow", 3, 0}};
    for (std::size_t core = 3; core < 6; ++core)
        layout.cores[core].kind = 1;
    EXPECT_THAT(triad_counts(layout, {{0, 1, 2, 3, 4, 5}}, 6).telling, ElementsAre(1, 6, 2, 3));
}

TEST(TriadCounts, SecondThreadsBeginWhereTheCoresAreFull) {
    Layout layout = bare(5);
    for (CoreInfo& core : layout.cores)
        core.cpus.push_back(core.cpus.front() + 5);
    EXPECT_THAT(triad_counts(layout, {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}, 10).telling,
                ElementsAre(1, 10, 2, 5));
}

TEST(TriadCounts, ACacheIsFullInTheOrderOfPinning) {
    Layout layout = bare(6);
    layout.caches = {{2, "unified", 1e6, 64, 8, 2, 3, {{0, 2, 4}, {1, 3, 5}}},
                     {1, "instruction", 1e6, 64, 8, 3, 2, {{0, 4}, {1, 2}, {3, 5}}}};
    EXPECT_THAT(triad_counts(layout, {{0, 2, 4, 1, 3, 5}}, 6).telling, ElementsAre(1, 6, 2, 3));
}

TEST(TriadCounts, WhatMayNotBeUsedIsNotWaitedFor) {
    Layout layout = bare(8);
    layout.nodes = {{0, 1, {}}, {1, 1, {}}};
    for (std::size_t core = 4; core < 8; ++core)
        layout.cores[core].node = 1;
    EXPECT_THAT(triad_counts(layout, {{0, 1, 2, 4, 5}}, 5).telling, ElementsAre(1, 5, 2, 3))
        << "CPU 3 is not allowed, so node 0 is full with three";
    EXPECT_THAT(triad_counts(layout, {{0, 1, 2, 4, 5}}, 2).telling, ElementsAre(1, 2))
        << "the quota allows two";
}

TEST(TriadCounts, ALargeMachineHasItsNodesAndCaches) {
    const LargeMachine machine;
    const TriadCounts counts = triad_counts(machine.layout, machine.cpus, 2 * machine.cores);
    for (int full = 8; full <= machine.cores; full += 8)
        EXPECT_THAT(counts.telling, Contains(full)) << "a last cache, or a node";
    EXPECT_EQ(counts.telling.size(), 19u) << "and 1, 2 and 256";
    EXPECT_THAT(std::vector<int>(counts.telling.begin(), counts.telling.begin() + 4),
                ElementsAre(1, 256, 2, 128));
    EXPECT_THAT(counts.between, Contains(4));
    EXPECT_THAT(counts.between, Not(Contains(8))) << "it has its place already";
    EXPECT_LE(counts.between.size(), 64u);
}

TEST(TriadCounts, NothingKnownIsOneWorker) {
    const TriadCounts counts = triad_counts({}, {{0}}, 1);
    EXPECT_THAT(counts.telling, ElementsAre(1));
    EXPECT_THAT(counts.between, IsEmpty());
}

} // namespace
} // namespace lockstep
