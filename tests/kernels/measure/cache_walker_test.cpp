// SPDX-License-Identifier: MIT
// Which cores walk over how much, on machines that nobody here has.
#include "kernels/measure/cache_walker.hpp"

#include "kernels/measure/cores.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;

constexpr double MiB = 1 << 20;

protocol::CacheInfo cache(int level, double bytes, std::vector<std::vector<int>> cpus,
                          std::string kind = "unified") {
    protocol::CacheInfo made;
    made.level = level;
    made.kind = std::move(kind);
    made.size_bytes = bytes;
    made.cpus = std::move(cpus);
    return made;
}

std::vector<std::size_t> bytes_of(const std::vector<CacheWalk>& walks) {
    std::vector<std::size_t> bytes;
    for (const CacheWalk& walk : walks)
        bytes.push_back(walk.bytes / static_cast<std::size_t>(MiB));
    return bytes;
}

TEST(CacheWalks, OneCoreWalksOverTheSharedLevelAndTheOthersOverTheirOwn) {
    const std::vector<protocol::CacheInfo> caches{
        cache(1, MiB / 32, {{0}, {1}, {2}}, "data"), cache(1, 64 * MiB, {{0}}, "instruction"),
        cache(2, 2 * MiB, {{0}, {1}, {2}}), cache(3, 32 * MiB, {{0, 1, 2}})};
    const std::vector<int> cpus{2, 0, 1};
    const auto walks = cache_walks(caches, cpus, 3);
    EXPECT_THAT(bytes_of(walks), ElementsAre(64, 4, 4));
    EXPECT_EQ(walks[0].cpu, 2);
    EXPECT_THAT(bytes_of(cache_walks(caches, cpus, 1)), ElementsAre(64));
    EXPECT_EQ(cache_walks(caches, cpus, 9).size(), 3u) << "not more than there are cores";
}

TEST(CacheWalks, EachLastLevelIsWalkedOverByACoreOfItsOwn) {
    const std::vector<protocol::CacheInfo> caches{cache(2, MiB, {{0}, {1}, {2}, {3}}),
                                                  cache(3, 16 * MiB, {{0, 1}, {2, 3}})};
    EXPECT_THAT(bytes_of(cache_walks(caches, std::vector<int>{0, 1, 2, 3}, 4)),
                ElementsAre(32, 2, 32, 2));
}

TEST(CacheWalks, WhereNothingIsKnownEachCoreWalksFar) {
    const auto walks = cache_walks({}, std::vector<int>{0, 1}, 2);
    ASSERT_EQ(walks.size(), 2u);
    EXPECT_GT(walks[0].bytes, 100e6);
    EXPECT_EQ(walks[0].bytes, walks[1].bytes);
}

TEST(CacheWalker, WalksOnTheCoresThatAreThere) {
    CacheWalker walker({cache(2, MiB, {})}, usable_cores().cpus, 64 << 20);
    EXPECT_TRUE(walker.is_enough());
    EXPECT_EQ(walker.latest_ns(), 0);
    walker.walk(usable_cores().workers());
    EXPECT_GT(walker.latest_ns(), 0);
    unpin_thread();
}

TEST(CacheWalker, SaysWhenThereIsNotMemoryEnough) {
    CacheWalker walker({cache(3, 512 * MiB, {})}, usable_cores().cpus, 1 << 20);
    EXPECT_FALSE(walker.is_enough());
    walker.walk(1);
    EXPECT_GT(walker.latest_ns(), 0) << "it walks over what there is";
    unpin_thread();
}

} // namespace
} // namespace lockstep
