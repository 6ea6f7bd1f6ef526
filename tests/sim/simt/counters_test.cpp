// SPDX-License-Identifier: MIT
#include "sim/simt/counters.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep::simt {

TEST(CountersTest, TheListHasEachOfThemOnceInOrder) {
    EXPECT_EQ(counter_list().size(), sizeof(Counters) / sizeof(std::uint64_t));
    std::set<std::string_view> names;
    std::size_t place = 0;
    const Counters zero;
    for (const CounterInfo& info : counter_list()) {
        EXPECT_TRUE(names.insert(info.name).second) << info.name;
        EXPECT_TRUE(info.sentence.ends_with('.')) << info.name;
        EXPECT_EQ(&(zero.*info.member), reinterpret_cast<const std::uint64_t*>(&zero) + place++);
    }
}

TEST(CountersTest, AddingAddsEachOfThem) {
    Counters a, b;
    std::uint64_t next = 1;
    for (const CounterInfo& info : counter_list()) {
        a.*info.member = next;
        b.*info.member = next++ * 100;
    }
    a += b;
    next = 1;
    for (const CounterInfo& info : counter_list())
        EXPECT_EQ(a.*info.member, next++ * 101) << info.name;
}

TEST(CountersTest, EfficiencyIsLanesOutOfThirtyTwo) {
    Counters counters;
    EXPECT_EQ(counters.lane_efficiency(), 0);
    counters.instructions_executed = 10;
    counters.lane_instructions = 80;
    EXPECT_EQ(counters.lane_efficiency(), 0.25);
}

} // namespace lockstep::simt
