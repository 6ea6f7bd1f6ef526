// SPDX-License-Identifier: MIT
// Control groups of both versions, from pretended /proc and /sys folders.
#include "kernels/measure/cores.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep {
namespace {

namespace fs = std::filesystem;

class Quota : public testing::Test {
  protected:
    void SetUp() override {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        root = fs::temp_directory_path() /
               ("lockstep-quota-" + std::to_string(getpid()) + "-" + test->name());
        fs::remove_all(root);
    }
    void TearDown() override { fs::remove_all(root); }
    void put(const std::string& file, const std::string& text) {
        fs::create_directories((root / file).parent_path());
        std::ofstream(root / file) << text;
    }
    fs::path root;
};

TEST_F(Quota, WithoutGroupsThereIsNone) {
    EXPECT_EQ(cgroup_quota_cores(root), 0);
}

TEST_F(Quota, Version2) {
    put("proc/self/cgroup", "0::/a/b\n");
    put("sys/fs/cgroup/a/b/cpu.max", "150000 100000\n");
    EXPECT_DOUBLE_EQ(cgroup_quota_cores(root), 1.5);
}

TEST_F(Quota, MaxIsNone) {
    put("proc/self/cgroup", "0::/a\n");
    put("sys/fs/cgroup/a/cpu.max", "max 100000\n");
    EXPECT_EQ(cgroup_quota_cores(root), 0);
}

TEST_F(Quota, AGroupAboveMayBeTighter) {
    put("proc/self/cgroup", "0::/a/b/c\n");
    put("sys/fs/cgroup/a/b/c/cpu.max", "400000 100000\n");
    put("sys/fs/cgroup/a/cpu.max", "50000 100000\n");
    EXPECT_DOUBLE_EQ(cgroup_quota_cores(root), 0.5);
}

TEST_F(Quota, InsideAContainerThePathOfTheHostLeadsToTheMount) {
    put("proc/self/cgroup", "0::/docker/0123\n");
    put("sys/fs/cgroup/cpu.max", "200000 100000\n");
    EXPECT_DOUBLE_EQ(cgroup_quota_cores(root), 2);
}

TEST_F(Quota, Version1WithItsControllersTogether) {
    put("proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/x\n");
    put("sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_quota_us", "250000\n");
    put("sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_period_us", "100000\n");
    EXPECT_DOUBLE_EQ(cgroup_quota_cores(root), 2.5);
}

TEST_F(Quota, Version1MinusOneIsNone) {
    put("proc/self/cgroup", "4:cpu:/\n");
    put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    put("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    EXPECT_EQ(cgroup_quota_cores(root), 0);
}

TEST_F(Quota, CpusetAndCpuacctAreNotCpu) {
    put("proc/self/cgroup", "4:cpuset:/\n5:cpuacct:/\n");
    put("sys/fs/cgroup/cpuset/cpu.cfs_quota_us", "100000\n");
    put("sys/fs/cgroup/cpuset/cpu.cfs_period_us", "100000\n");
    EXPECT_EQ(cgroup_quota_cores(root), 0);
}

TEST_F(Quota, GarbageIsNone) {
    put("proc/self/cgroup", "nonsense\n0::/a\n");
    put("sys/fs/cgroup/a/cpu.max", "lots\n");
    EXPECT_EQ(cgroup_quota_cores(root), 0);
}

} // namespace
} // namespace lockstep
