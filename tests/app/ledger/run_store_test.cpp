// SPDX-License-Identifier: MIT
#include "app/ledger/run_store.hpp"

#include "app/ledger/sha256.hpp"
#include "tests/app/ledger/hardship.hpp"

#include <gmock/gmock.h>

namespace lockstep::ledger {
namespace {

using testing::HasSubstr;

TEST(RunStore, KeepsAndReadsBack) {
    const Folder folder;
    const auto kept = keep_run(folder.path(), "0a-1", "{\"x\":1}");
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, sha256("{\"x\":1}"));
    EXPECT_EQ(read_run(folder.path(), "0a-1", *kept).value(), "{\"x\":1}");
    EXPECT_EQ(read_run(folder.path(), "0a-1").value(), "{\"x\":1}");
}

TEST(RunStore, AnEditedTruncatedOrMissingRunIsSaid) {
    const Folder folder;
    const auto kept = keep_run(folder.path(), "a", "{\"x\":1}").value();
    std::ofstream(folder.path() / "runs/a.json") << "{\"x\":2}";
    EXPECT_THAT(read_run(folder.path(), "a", kept).error().what, HasSubstr("it was changed"));
    std::ofstream(folder.path() / "runs/a.json") << "{";
    EXPECT_THAT(read_run(folder.path(), "a", kept).error().what, HasSubstr("it was changed"));
    EXPECT_THAT(read_run(folder.path(), "b").error().what, HasSubstr("not here"));
}

TEST(RunStore, TheEventSaysWhatWasKept) {
    const std::vector<Event> events = {
        kept_event("amdahl", "a", sha256("x")), kept_event("amdahl", "b", sha256("y")),
        Event{0, "", "kept", "", "", "c", "{}"},
        Event{0, "", "run", "", "", "d", kept_event("", "", "z").json}};
    const auto kept = kept_runs(events);
    EXPECT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept.at("a"), sha256("x"));
    EXPECT_EQ(kept.at("b"), sha256("y"));
    EXPECT_EQ(events[0].lesson, "amdahl");
}

TEST(RunStore, AHugeFileIsNotRead) {
    const Folder folder;
    std::filesystem::create_directories(folder.path() / "runs");
    std::ofstream(folder.path() / "runs/a.json") << "";
    std::filesystem::resize_file(folder.path() / "runs/a.json", 200'000'000); // takes no room
    EXPECT_THAT(read_run(folder.path(), "a").error().what, HasSubstr("200000000 bytes"));
}

TEST(RunStore, ANameLeadsNowhereElse) {
    const Folder folder;
    for (const char* name : {"", "../a", "a/b", "a.b", ".."}) {
        EXPECT_FALSE(keep_run(folder.path(), name, "x")) << name;
        EXPECT_FALSE(read_run(folder.path(), name)) << name;
    }
}

} // namespace
} // namespace lockstep::ledger
