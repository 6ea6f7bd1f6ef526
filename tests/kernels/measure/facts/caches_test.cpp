// SPDX-License-Identifier: MIT
// Caches from hwloc's synthetic machines and from the C library.
#include "kernels/measure/facts/caches.hpp"

#include "kernels/measure/topology.hpp"

#include <cstdlib>
#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::SizeIs;

TEST(Caches, AlikeOnesAreOneEntry) {
    setenv("HWLOC_SYNTHETIC", "pack:2 l3:2(size=16MB) core:4 l2:1(size=1MB) l1d:1(size=32kB) pu:2",
           1);
    {
        const Topology topology;
        ASSERT_NE(topology.get(), nullptr);
        const auto caches = caches_of(topology.get());
        ASSERT_THAT(caches, SizeIs(3));
        EXPECT_EQ(caches[0].level, 1);
        EXPECT_EQ(caches[0].kind, "data");
        EXPECT_EQ(caches[0].count, 16);
        EXPECT_EQ(caches[0].shared_by, 2);
        EXPECT_EQ(caches[2].level, 3);
        EXPECT_EQ(caches[2].count, 4);
        EXPECT_EQ(caches[2].shared_by, 8);
        EXPECT_THAT(caches[2].cpus, SizeIs(4));
        EXPECT_THAT(data_levels(caches), SizeIs(3));
    }
    unsetenv("HWLOC_SYNTHETIC");
}

TEST(Caches, OfTheLibraryRise) {
    double last = 0;
    for (const auto& cache : data_levels(caches_of_library())) {
        EXPECT_GE(cache.size_bytes, last);
        last = cache.size_bytes;
    }
}

TEST(Caches, InstructionCachesAreNoDataLevel) {
    const std::vector<protocol::CacheInfo> caches{{1, "instruction", 32768, 64, 8, 1, 1, {}},
                                                  {2, "unified", 1 << 20, 64, 8, 1, 1, {}},
                                                  {2, "unified", 2 << 20, 64, 8, 1, 4, {}}};
    const auto levels = data_levels(caches);
    ASSERT_THAT(levels, SizeIs(1));
    EXPECT_EQ(levels[0].size_bytes, 1 << 20) << "the first of a hybrid machine's two";
}

} // namespace
} // namespace lockstep
