// SPDX-License-Identifier: MIT
// A passport is found again as it was, and only on the machine that it is of.
#include "app/experiment/passport_file.hpp"

#include "app/experiment/run_file.hpp"
#include "scratch_folder.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

protocol::PassportAnswer answer() {
    return {"full", protocol::examples::machine(), protocol::examples::passport()};
}

std::string line_of(const protocol::Passport& passport) {
    return protocol::write(
        protocol::FromBench(protocol::PassportAnswer{"full", answer().machine, passport}));
}

TEST(PassportFile, IsFoundAsItWas) {
    const testing_support::ScratchFolder scratch;
    const auto folder = scratch.path() / "not" / "there" / "yet";
    EXPECT_FALSE(kept_passport(folder, answer().machine));
    const auto written = keep_passport(folder, answer());
    ASSERT_TRUE(written) << written.error().text();
    const auto kept = kept_passport(folder, answer().machine);
    ASSERT_TRUE(kept);
    EXPECT_EQ(line_of(*kept), line_of(answer().passport));
}

TEST(PassportFile, AnotherMachineHasAnother) {
    const testing_support::ScratchFolder scratch;
    ASSERT_TRUE(keep_passport(scratch.path(), answer()));
    protocol::Machine changed = answer().machine;
    changed.hash = "def456";
    EXPECT_FALSE(kept_passport(scratch.path(), changed)) << "a core more, a quota: it is measured";
    ASSERT_TRUE(keep_passport(scratch.path(), {"full", changed, answer().passport}));
    EXPECT_TRUE(kept_passport(scratch.path(), answer().machine)) << "and the first one stays";
    EXPECT_THAT(scratch.names(), ElementsAre("passport-abc123.json", "passport-def456.json"));
    // A file under a wrong name is of the machine that it says.
    ASSERT_TRUE(write_whole(passport_file(scratch.path(), "def456"), line_of(answer().passport)));
    EXPECT_FALSE(kept_passport(scratch.path(), changed));
}

TEST(PassportFile, WhatIsDamagedOrOlderIsMeasuredAnew) {
    const testing_support::ScratchFolder scratch;
    const auto file = passport_file(scratch.path(), answer().machine.hash);
    const std::string line = line_of(answer().passport);
    protocol::Passport older = answer().passport, lie = answer().passport;
    --older.edition;
    lie.peaks[0].f64_one = -1;
    for (const std::string& text : {std::string(), std::string("{}"), line.substr(0, 500),
                                    line + line, line_of(older), line_of(lie)}) {
        ASSERT_TRUE(write_whole(file, text));
        EXPECT_FALSE(kept_passport(scratch.path(), answer().machine)) << text.substr(0, 80);
    }
}

TEST(PassportFile, AHashIsNoPath) {
    EXPECT_THAT(passport_file("/cache", "").string(), IsEmpty());
    EXPECT_THAT(passport_file("/cache", "../../etc/passwd").string(), IsEmpty());
    EXPECT_THAT(passport_file("/cache", std::string(100, 'a')).string(), IsEmpty());
    EXPECT_EQ(passport_file("/cache", "0f").string(), "/cache/passport-0f.json");
    protocol::PassportAnswer nameless = answer();
    nameless.machine.hash = "a/b";
    EXPECT_FALSE(keep_passport("/cache", nameless));
}

TEST(PassportFile, AFolderThatCannotBeWrittenIsSaid) {
    const testing_support::ScratchFolder scratch;
    ASSERT_TRUE(write_whole(scratch.path() / "file", "x"));
    const auto written = keep_passport(scratch.path() / "file", answer());
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().text(), testing::HasSubstr("cannot be written"));
}

} // namespace
} // namespace lockstep
