// SPDX-License-Identifier: MIT
// What shares something stands side by side, and lines break where little is torn apart.
#include "app/experiment/core_map.hpp"

#include "tests/app/experiment/machines.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_support::hybrid;
using testing_support::server;

std::vector<std::string> names_of(const CoreMap& map) {
    std::vector<std::string> names;
    for (const CoreMapRow& row : map.rows)
        names.push_back(row.name);
    return names;
}

TEST(CoreMap, FastCoresComeFirstAndSlowOnesTogether) {
    const protocol::Layout layout = hybrid();
    const CoreMap map = core_map_of(layout);
    EXPECT_THAT(map.order, ElementsAre(2, 5, 0, 1, 3, 4));
    EXPECT_THAT(names_of(map), ElementsAre("L1", "L2", "L3", "memory"));
    ASSERT_THAT(map.kinds, SizeIs(2));
    EXPECT_EQ(map.kinds[0].words, "P cores, up to 5 GHz");
    EXPECT_EQ(map.kinds[1].first, 2);
    EXPECT_EQ(map.kinds[1].last, 5);
    EXPECT_THAT(map.rows[0].stretches, SizeIs(6)) << "each has an L1 of its own";
    EXPECT_EQ(map.rows[0].stretches[0].words, "48 KiB") << "instruction caches are left out";
    ASSERT_THAT(map.rows[1].stretches, SizeIs(3));
    EXPECT_EQ(map.rows[1].stretches[0].words, "1.25 MiB");
    EXPECT_EQ(map.rows[1].stretches[2].words, "2 MiB");
    EXPECT_EQ(map.rows[1].stretches[2].first, 2);
    EXPECT_EQ(map.rows[1].stretches[2].last, 5);
    EXPECT_THAT(map.rows[2].stretches, SizeIs(1));
    EXPECT_EQ(map.rows[3].stretches[0].words, "32 GiB");
}

TEST(CoreMap, SocketsAndNodesAreStretchesToo) {
    const CoreMap map = core_map_of(server(2, 3));
    EXPECT_THAT(map.order, ElementsAre(0, 2, 4, 1, 3, 5));
    EXPECT_THAT(names_of(map), ElementsAre("L3", "socket", "memory"));
    EXPECT_THAT(map.kinds, IsEmpty()) << "all are equal";
    EXPECT_EQ(map.rows[1].stretches[1].words, "socket 1");
    EXPECT_EQ(map.rows[2].stretches[1].words, "node 1: 128 GiB");
}

TEST(CoreMap, ANodeOfSeveralSocketsHasItsMemoryOnce) {
    protocol::Layout layout = server(2, 2); // as virtual machines show themselves
    layout.nodes = {{0, 24, {0, 1, 2, 3}}};
    for (protocol::CoreInfo& core : layout.cores)
        core.node = 0;
    const CoreMap map = core_map_of(layout);
    EXPECT_THAT(map.rows[1].stretches, SizeIs(2));
    EXPECT_THAT(map.rows[2].stretches, SizeIs(1));
    EXPECT_EQ(map.rows[2].stretches[0].words, "24 GiB");
}

TEST(CoreMap, WhatTheSystemDoesNotSayIsLeftOut) {
    protocol::Layout layout = server(1, 2);
    layout.caches[0].cpus.clear();
    layout.nodes.clear();
    EXPECT_THAT(core_map_of(layout).rows, IsEmpty());
    EXPECT_THAT(core_map_of({}).order, IsEmpty());
}

TEST(CoreMap, LinesBreakWhereSomethingEnds) {
    const CoreMap map = core_map_of(server(4, 6));
    EXPECT_THAT(core_map_lines(map, 24), ElementsAre(0));
    EXPECT_THAT(core_map_lines(map, 16), ElementsAre(0, 12)) << "two sockets a line, not 16 cores";
    EXPECT_THAT(core_map_lines(map, 7), ElementsAre(0, 6, 12, 18));
    EXPECT_THAT(core_map_lines(map, 0), SizeIs(24)) << "a narrow window has one a line";
    EXPECT_THAT(core_map_lines(core_map_of(server(1, 10)), 4), ElementsAre(0, 4, 8));
    EXPECT_THAT(core_map_lines({}, 4), ElementsAre(0));
}

TEST(CoreMap, ACoreInWords) {
    protocol::Layout layout = hybrid();
    EXPECT_EQ(core_words(layout, 2),
              "CPU 0 and 1, of the P cores, up to 5 GHz: L1 48 KiB, L2 1.25 MiB, L3 12 MiB");
    layout.cores[2].usable = false;
    EXPECT_THAT(core_words(layout, 2), HasSubstr("Lockstep may not use it"));
    EXPECT_THAT(core_words(server(2, 2), 1), HasSubstr("CPU 1: L3 32 MiB, node 1"));
    EXPECT_EQ(core_words(layout, 99), "");
    EXPECT_EQ(core_words(layout, -1), "");
}

} // namespace
} // namespace lockstep
