// SPDX-License-Identifier: MIT
// The disk's thread and the doorbell: jobs in order, answers between frames, changes seen once.
#include "app/shell/disk.hpp"
#include "app/shell/doorbell.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>

namespace lockstep::shell {
namespace {

using namespace std::chrono_literals;

std::filesystem::path fresh_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "lockstep-disk-XXXXXX").string();
    return ::mkdtemp(name.data());
}

TEST(Doorbell, RemembersARingUntilSomebodyWaits) {
    Doorbell bell;
    EXPECT_FALSE(bell.wait(1ms));
    bell.ring();
    bell.ring();
    EXPECT_TRUE(bell.wait(1ms));
    EXPECT_FALSE(bell.wait(1ms));
}

TEST(Doorbell, RingsTheOtherOneToo) {
    Doorbell bell;
    int rings = 0;
    bell.set_also([&] { ++rings; });
    bell.ring();
    EXPECT_EQ(rings, 1);
}

TEST(Disk, DoesItsJobsInOrderAndAnswersOnce) {
    Doorbell bell;
    Disk disk([&] { bell.ring(); });
    std::vector<int> order;
    for (int i = 0; i < 100; ++i) disk.add([&order, i] { order.push_back(i); });
    disk.add([&] { disk.answer([](Session& session) { session.page = "answered"; }); });
    ASSERT_TRUE(bell.wait(20s));
    disk.wait_until_idle();
    for (int i = 0; i < 100; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
    Session session;
    for (const auto& answer : disk.take_answers()) answer(session);
    EXPECT_EQ(session.page, "answered");
    EXPECT_TRUE(disk.take_answers().empty());
}

TEST(Disk, FinishesItsJobsBeforeItEnds) {
    std::atomic<int> done = 0;
    {
        Disk disk([] {});
        for (int i = 0; i < 50; ++i) disk.add([&] { ++done; });
    }
    EXPECT_EQ(done, 50);
}

TEST(Disk, SeesAChangeBelowItsFolderAlsoInANewOne) {
    const auto folder = fresh_folder();
    std::filesystem::create_directories(folder / "01_unit" / "01_lesson");
    Doorbell bell;
    Disk disk([] {});
    disk.watch(folder, [&] { bell.ring(); });
    disk.wait_until_idle();
    std::ofstream(folder / "01_unit" / "01_lesson" / "lesson.md") << "changed";
    EXPECT_TRUE(bell.wait(20s));
    std::filesystem::create_directories(folder / "02_unit");
    EXPECT_TRUE(bell.wait(20s));
    std::ofstream(folder / "02_unit" / "lesson.md") << "new";
    EXPECT_TRUE(bell.wait(20s));
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace lockstep::shell
