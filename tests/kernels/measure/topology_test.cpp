// SPDX-License-Identifier: MIT
// hwloc's picture of this machine, and of one that it is told of.
#include "kernels/measure/topology.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Topology, OfThisMachineIsLoaded) {
    const Topology topology;
    ASSERT_NE(topology.get(), nullptr);
    EXPECT_GE(slowness_of(topology.get(), 0), 0);
}

TEST(Topology, OfEqualCoresHasOneClass) {
    setenv("HWLOC_SYNTHETIC", "pack:1 core:3 pu:2", 1);
    {
        const Topology synthetic;
        ASSERT_NE(synthetic.get(), nullptr);
        EXPECT_EQ(slowness_of(synthetic.get(), 5), 0) << "all are alike";
    }
    unsetenv("HWLOC_SYNTHETIC");
    EXPECT_TRUE(cpu_numbers(nullptr).empty());
}

} // namespace
} // namespace lockstep
