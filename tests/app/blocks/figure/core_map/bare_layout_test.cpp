// SPDX-License-Identifier: MIT
#include "app/blocks/figure/core_map/bare_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lockstep::core_map {
namespace {

TEST(CoreMapFigure, KnowsHowManyCoresThereAre) {
    protocol::Machine machine;
    machine.cores = 2;
    machine.threads = 4;
    machine.cores_present = 3;
    const protocol::Layout layout = bare_layout(machine);
    ASSERT_EQ(layout.cores.size(), 3U);
    EXPECT_EQ(std::ranges::count(layout.cores, true, &protocol::CoreInfo::usable), 2);
    std::set<int> cpus;
    for (const protocol::CoreInfo& core : layout.cores)
        cpus.insert(core.cpus.begin(), core.cpus.end());
    EXPECT_EQ(cpus.size(), 6U) << "two hardware threads each, all different";
    EXPECT_TRUE(layout.caches.empty()) << "nobody has looked";
}

TEST(CoreMapFigure, AnUnknownMachineHasACore) {
    protocol::Machine machine;
    machine.cores = machine.threads = machine.cores_present = 0;
    EXPECT_EQ(bare_layout(machine).cores.size(), 1U);
}

} // namespace
} // namespace lockstep::core_map
