// SPDX-License-Identifier: MIT
// Words of a command line, and where the program's files are.
#include "app/experiment/paths.hpp"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using testing::ElementsAre;

TEST(Paths, SplitsWordsAsAShellWould) {
    EXPECT_THAT(split_words("ssh host lockstep-bench"),
                ElementsAre("ssh", "host", "lockstep-bench"));
    EXPECT_THAT(split_words("  python3 'my bench.py' \"a b\"c ''"),
                ElementsAre("python3", "my bench.py", "a bc", ""));
    EXPECT_TRUE(split_words("   ").empty());
}

TEST(Paths, JoinedWordsAreReadBack) {
    const std::vector<std::string> words{"lockstep", "run", "a b", "it's", "", "--set", "p=2"};
    EXPECT_EQ(split_words(join_words(words)), words);
    EXPECT_EQ(join_words({"lockstep", "run", "f=0.5,1"}), "lockstep run f=0.5,1");
}

TEST(Paths, TheBenchIsBesideTheProgramUnlessNamed) {
    ::unsetenv("LOCKSTEP_BENCH");
    EXPECT_THAT(bench_arguments(), ElementsAre((program_folder() / "lockstep-bench").string()));
    ::setenv("LOCKSTEP_BENCH", "ssh host lockstep-bench", 1);
    EXPECT_EQ(bench_arguments().size(), 3u);
    ::unsetenv("LOCKSTEP_BENCH");
}

TEST(Paths, TheRootCanBeNamed) {
    const auto folder = std::filesystem::temp_directory_path() / "lockstep-paths-test";
    std::filesystem::create_directories(folder / "lessons");
    ::setenv("LOCKSTEP_ROOT", folder.c_str(), 1);
    ASSERT_TRUE(find_root().has_value());
    EXPECT_EQ(*find_root(), std::filesystem::canonical(folder));
    ::unsetenv("LOCKSTEP_ROOT");
    std::filesystem::remove_all(folder);
    EXPECT_FALSE(program_version().empty());
}

} // namespace
} // namespace lockstep
