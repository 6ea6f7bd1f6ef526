// SPDX-License-Identifier: MIT
// Recording, with a script in the place of the command line.
#include "tests/gpu/record.hpp"

#include "tests/gpu/process.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <stdlib.h>

namespace lockstep::on_card {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Record : public testing::Test {
  protected:
    Record() {
        std::string name = (fs::temp_directory_path() / "lockstep-record-XXXXXX").string();
        folder = mkdtemp(name.data());
    }
    ~Record() override { fs::remove_all(folder); }

    /// Writes its --json file unless it is asked for the lesson 'none'; its exit code is 1, as when
    /// a finding does not hold.
    fs::path program() const {
        const fs::path file = folder / "fake lockstep";
        std::ofstream(file) << "#!/bin/sh\necho \"$@\"\n[ \"$2\" = lesson:none ] && exit 3\n"
                               "for last; do :; done\necho '{}' >\"$last\"\n"
                               "dir=$(dirname \"$last\")/recordings; mkdir -p \"$dir\"\n"
                               "echo \"# $2\" >>\"$dir/index.toml\"\nexit 1\n";
        fs::permissions(file, fs::perms::owner_all);
        return file;
    }

    fs::path folder;
};

TEST_F(Record, AFileForEachLessonAndWhatWasSaid) {
    const fs::path out = folder / "out";
    EXPECT_EQ(record_lessons({out, {"amdahl", "none"}, 0.5}, program()).value(), 1);
    EXPECT_TRUE(fs::exists(out / "amdahl.json"));
    EXPECT_FALSE(fs::exists(out / "none.json"));
    EXPECT_THAT(run_shell("cat " + quoted((out / "amdahl.txt").string())).text,
                HasSubstr("run lesson:amdahl --budget 0.5 --record " +
                          (out / "recordings").string() + " --json "));
}

TEST_F(Record, ManyLessonsAreOneFile) {
    const fs::path out = folder / "out";
    const std::vector<std::string> lessons{"a", "b", "c", "d", "e"};
    EXPECT_EQ(record_lessons({out, lessons, 0}, program()).value(), 0);
    EXPECT_EQ(std::distance(fs::directory_iterator(out), {}), 1);
    const Said list = run_shell("tar -tf " + quoted((out / "runs.tar").string()));
    EXPECT_THAT(list.text, HasSubstr("e.json"));
    EXPECT_THAT(list.text, HasSubstr("a.txt"));
    EXPECT_THAT(list.text, HasSubstr("recordings/index.toml"));
}

TEST_F(Record, WhereNothingCanBeWritten) {
    EXPECT_FALSE(record_lessons({"/proc/nowhere", {"a"}, 0}, program()));
    EXPECT_FALSE(find_command_line(folder));
}

} // namespace
} // namespace lockstep::on_card
