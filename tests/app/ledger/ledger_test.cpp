// SPDX-License-Identifier: MIT
#include "app/ledger/ledger.hpp"

#include "tests/app/ledger/hardship.hpp"

#include <functional>
#include <gmock/gmock.h>
#include <thread>

namespace lockstep::ledger {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Event event(const std::string& kind, const std::string& lesson = "amdahl",
            const std::string& json = "{}") {
    Event made;
    made.kind = kind;
    made.lesson = lesson;
    made.lesson_hash = "00ff";
    made.block = "curve";
    made.json = json;
    return made;
}

std::vector<std::string> kinds(const Ledger& ledger, std::string_view lesson = {}) {
    std::vector<std::string> kinds;
    const auto events = ledger.events(lesson);
    EXPECT_TRUE(events) << events.error().text();
    for (const Event& one : events.value_or(std::vector<Event>{}))
        kinds.push_back(one.kind);
    return kinds;
}

/// Files of a folder whose name begins so.
std::vector<std::filesystem::path> named(const std::filesystem::path& folder,
                                         const std::string& beginning) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(beginning))
            found.push_back(entry.path());
    return found;
}

TEST(Ledger, RemembersAcrossStarts) {
    const Folder folder;
    const auto home = folder.path() / "deep" / "lockstep";
    {
        Ledger ledger = Ledger::open(home);
        EXPECT_THAT(ledger.notices(), IsEmpty());
        EXPECT_FALSE(ledger.read_only());
        EXPECT_THAT(kinds(ledger), IsEmpty());
        ASSERT_TRUE(ledger.add(event("guess", "amdahl", "{\"µ\":1}")));
        ASSERT_TRUE(ledger.add(event("run", "chains")));
    }
    const Ledger again = Ledger::open(home);
    EXPECT_THAT(kinds(again), ElementsAre("guess", "run"));
    EXPECT_THAT(kinds(again, "chains"), ElementsAre("run"));
    const Event first = again.events()->front();
    EXPECT_EQ(first.id, 1);
    EXPECT_EQ(first.json, "{\"µ\":1}");
    EXPECT_EQ(first.lesson_hash, "00ff");
    EXPECT_EQ(first.block, "curve");
    EXPECT_EQ(first.time.size(), 24u) << first.time;
    EXPECT_EQ(first.time.back(), 'Z');
}

TEST(Ledger, TheFileIsPlainAndOnlyAddedTo) {
    const Folder folder;
    Ledger ledger = Ledger::open(folder.path());
    ASSERT_TRUE(ledger.add(event("guess")));
    auto other = Database::open(folder.path() / "ledger.db", Access::ReadWrite);
    EXPECT_EQ(other->query("PRAGMA journal_mode").value()[0][0], "delete");
    EXPECT_EQ(other->number("PRAGMA user_version").value(), Ledger::version);
    EXPECT_THAT(other->execute("UPDATE event SET kind = 'x'").error().what,
                HasSubstr("only added"));
    EXPECT_FALSE(other->execute("DELETE FROM event"));
    EXPECT_THAT(kinds(ledger), ElementsAre("guess"));
}

TEST(Ledger, TwoWindowsAtOnce) {
    const Folder folder;
    constexpr int each = 40;
    const auto write = [&](const std::string& kind) {
        Ledger ledger = Ledger::open(folder.path());
        for (int i = 0; i < each; ++i)
            static_cast<void>(ledger.add(event(kind)));
        EXPECT_TRUE(ledger.flush());
        EXPECT_EQ(ledger.unwritten(), 0u);
    };
    { const std::jthread one(write, "one"), two(write, "two"); }
    const Ledger ledger = Ledger::open(folder.path());
    EXPECT_THAT(ledger.notices(), IsEmpty());
    const auto all = kinds(ledger);
    EXPECT_THAT(all, SizeIs(2 * each));
    EXPECT_EQ(std::count(all.begin(), all.end(), "one"), each);
}

TEST(Ledger, WhatAnotherWindowHoldsUpIsWrittenLater) {
    const Folder folder;
    Ledger ledger = Ledger::open(folder.path());
    auto other = Database::open(folder.path() / "ledger.db", Access::ReadWrite);
    ASSERT_TRUE(other->execute("BEGIN IMMEDIATE"));
    const auto held_up = ledger.add(event("first"));
    ASSERT_FALSE(held_up);
    EXPECT_THAT(held_up.error().what, HasSubstr("another window"));
    EXPECT_EQ(ledger.unwritten(), 1u);
    EXPECT_THAT(kinds(ledger), ElementsAre("first")) << "it is still known here";
    ASSERT_TRUE(other->execute("COMMIT"));
    ASSERT_TRUE(ledger.add(event("second")));
    EXPECT_EQ(ledger.unwritten(), 0u);
    EXPECT_THAT(kinds(Ledger::open(folder.path())), ElementsAre("first", "second"));
}

TEST(Ledger, ANewerVersionIsReadAndNotChanged) {
    const Folder folder;
    {
        Ledger ledger = Ledger::open(folder.path());
        ASSERT_TRUE(ledger.add(event("guess")));
        auto other = Database::open(folder.path() / "ledger.db", Access::ReadWrite);
        ASSERT_TRUE(other->execute("PRAGMA user_version = 2"));
    }
    const std::string before = content_of(folder.path() / "ledger.db");
    Ledger ledger = Ledger::open(folder.path());
    EXPECT_TRUE(ledger.read_only());
    ASSERT_THAT(ledger.notices(), SizeIs(1));
    EXPECT_THAT(ledger.notices()[0], HasSubstr("newer Lockstep"));
    EXPECT_TRUE(ledger.add(event("run"))) << "it was said; it is not said again";
    EXPECT_THAT(kinds(ledger), ElementsAre("guess", "run"));
    EXPECT_EQ(content_of(folder.path() / "ledger.db"), before);
}

TEST(Ledger, ADamagedFileIsSetAsideAndSaid) {
    const Folder folder;
    const std::string garbage(10'000, 'x');
    std::ofstream(folder.path() / "ledger.db") << garbage;
    std::ofstream(folder.path() / "ledger.db-journal") << "old";
    Ledger ledger = Ledger::open(folder.path());
    EXPECT_FALSE(ledger.read_only());
    ASSERT_THAT(ledger.notices(), SizeIs(1));
    const auto aside = named(folder.path(), "ledger-damaged-");
    ASSERT_FALSE(aside.empty());
    EXPECT_THAT(ledger.notices()[0], HasSubstr("set aside as"));
    bool kept = false;
    for (const auto& path : aside)
        kept |= content_of(path) == garbage;
    EXPECT_TRUE(kept) << "nothing of it is thrown away";
    ASSERT_TRUE(ledger.add(event("guess")));
    EXPECT_THAT(kinds(Ledger::open(folder.path())), ElementsAre("guess"));
}

TEST(Ledger, DamageInTheMiddleIsFoundAndASecondOneKeepsTheFirst) {
    const Folder folder;
    for (int time = 0; time < 2; ++time) {
        Ledger ledger = Ledger::open(folder.path());
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(ledger.add(event("guess", "amdahl", std::string(200, 'j'))));
        std::fstream file(folder.path() / "ledger.db",
                          std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(8192, '\xff');
    }
    const Ledger ledger = Ledger::open(folder.path());
    EXPECT_THAT(ledger.notices(), SizeIs(1));
    EXPECT_THAT(named(folder.path(), "ledger-damaged-"), SizeIs(2));
    EXPECT_THAT(kinds(ledger), IsEmpty());
}

TEST(Ledger, AnEmptyFileIsANewLedger) {
    const Folder folder;
    std::ofstream(folder.path() / "ledger.db") << "";
    Ledger ledger = Ledger::open(folder.path());
    EXPECT_THAT(ledger.notices(), IsEmpty());
    EXPECT_TRUE(ledger.add(event("guess")));
}

TEST(Ledger, AReadOnlyHomeIsReadAndSaid) {
    const Folder folder;
    {
        Ledger ledger = Ledger::open(folder.path());
        ASSERT_TRUE(ledger.add(event("guess")));
    }
    make_read_only(folder.path());
    const AsNobody nobody;
    Ledger ledger = Ledger::open(folder.path());
    EXPECT_TRUE(ledger.read_only());
    ASSERT_THAT(ledger.notices(), SizeIs(1));
    EXPECT_THAT(ledger.notices()[0], AllOf(HasSubstr("may not be written"), HasSubstr("is kept")));
    EXPECT_TRUE(ledger.add(event("run")));
    EXPECT_THAT(kinds(ledger), ElementsAre("guess", "run"));
}

TEST(Ledger, AHomeInWhichNothingCanBeMade) {
    const Folder folder;
    make_read_only(folder.path());
    const AsNobody nobody;
    Ledger below = Ledger::open(folder.path() / "lockstep");
    EXPECT_TRUE(below.read_only());
    EXPECT_THAT(below.notices(), SizeIs(1));
    EXPECT_TRUE(below.add(event("guess")));
    EXPECT_THAT(kinds(below), ElementsAre("guess"));
    const Ledger here = Ledger::open(folder.path());
    EXPECT_TRUE(here.read_only());
    EXPECT_THAT(here.notices(), SizeIs(1));
}

TEST(Ledger, AFolderInPlaceOfTheFile) {
    const Folder folder;
    std::filesystem::create_directory(folder.path() / "ledger.db");
    const Ledger ledger = Ledger::open(folder.path());
    EXPECT_TRUE(ledger.read_only());
    EXPECT_THAT(ledger.notices(), SizeIs(1));
}

/// Adds until no more fits, makes room, and looks whether everything is there.
void fill_and_make_room(const std::filesystem::path& folder, const std::function<void()>& fill,
                        const std::function<void()>& make_room) {
    Ledger ledger = Ledger::open(folder);
    ASSERT_TRUE(ledger.add(event("before")));
    fill();
    const auto added = ledger.add(event("during", "amdahl", std::string(60'000, 'j')));
    make_room();
    ASSERT_FALSE(added);
    EXPECT_FALSE(added.error().remedy.empty());
    EXPECT_EQ(ledger.unwritten(), 1u);
    EXPECT_THAT(kinds(ledger), ElementsAre("before", "during"));
    ASSERT_TRUE(ledger.flush());
    EXPECT_THAT(kinds(Ledger::open(folder)), ElementsAre("before", "during"));
    EXPECT_THAT(Ledger::open(folder).notices(), IsEmpty()) << "and the file is sound";
}

TEST(Ledger, NothingIsLostOnAFullDisk) {
    const TinyDisk disk;
    if (!disk.mounted())
        GTEST_SKIP() << "mounting a small disk needs root";
    fill_and_make_room(
        disk.path(), [&] { disk.fill(); }, [&] { disk.make_room(); });
}

TEST(Ledger, NothingIsLostWhereAFileMayNotGrow) {
    const Folder folder;
    std::optional<NoRoom> limit;
    fill_and_make_room(
        folder.path(), [&] { limit.emplace(32'768); }, [&] { limit.reset(); });
}

TEST(Ledger, ADiskThatIsFullFromTheStart) {
    const TinyDisk disk;
    if (!disk.mounted())
        GTEST_SKIP() << "mounting a small disk needs root";
    disk.fill();
    Ledger ledger = Ledger::open(disk.path());
    EXPECT_FALSE(ledger.notices().empty());
    EXPECT_FALSE(ledger.add(event("guess")));
    EXPECT_THAT(kinds(ledger), ElementsAre("guess"));
    disk.make_room();
    ASSERT_TRUE(ledger.flush());
    EXPECT_THAT(kinds(Ledger::open(disk.path())), ElementsAre("guess"));
}

} // namespace
} // namespace lockstep::ledger
