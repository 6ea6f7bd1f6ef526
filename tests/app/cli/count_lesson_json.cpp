// SPDX-License-Identifier: MIT
// A lesson whose main experiment counts, carried out in the terminal: no card, and nothing timed.
#include "tests/app/cli/program_under_test.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
namespace fs = std::filesystem;

constexpr const char* toml = R"(id = 'sectors'
title = 'Sectors'
minutes = 5
[experiment.main]
workload = 'gather'
quantity = 'count'
sweep.stride = [1, 2, 4, 8, 16]
models = ['sectors']
set = { loads = 1024, array = 64 }
[experiment.main.simulated]
variants = ['cuda_1']
of = 'global_load_sectors'
per = 'global_load_requests'
words = 'sectors a request'
[[card]]
front = 'a'
back = 'b'
)";

constexpr const char* markdown = R"(Guess.

```predict
id = 'curve'
kind = 'curve'
ask = 'Draw it.'
right = 'Yes.'
```

```run
id = 'apart'
ask = 'Let them stand apart'
compare = { a = { stride = 8 }, b = { stride = 1 } }
expect = 'above'
above = 'Apart a request takes {{ratio}} times the sectors: {{counted stride=8}}.'
same = 'The same.'
below = 'Fewer.'
```
)";

/// A root with this lesson alone, as LOCKSTEP_ROOT names it.
std::string root_in(const Scratch& scratch) {
    const fs::path folder = scratch.path / "lessons/01_unit/01_sectors";
    fs::create_directories(folder);
    std::ofstream(folder.parent_path() / "unit.toml") << "title = 'Unit'\n";
    std::ofstream(folder / "lesson.toml") << toml;
    std::ofstream(folder / "lesson.md") << markdown;
    return "LOCKSTEP_ROOT=" + scratch.path.string();
}

bool has_kernels() {
    const char* build = std::getenv("LOCKSTEP_BINARY_DIR");
    return build && fs::exists(fs::path(build) / "bin/gather_cuda_1.ptx");
}

TEST(CliCountLesson, IsCountedAndItsFindingHolds) {
    if (!has_kernels())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const Scratch scratch;
    const std::string files = (scratch.path / "out").string();
    const Ended ended = start("run lesson:sectors --json " + files + ".json --csv " + files +
                                  ".csv --html " + files + ".html",
                              root_in(scratch));
    EXPECT_EQ(ended.code, 0) << ended.errors << ended.output;
    EXPECT_THAT(ended.output, HasSubstr("cuda_1, simulated"));
    EXPECT_THAT(ended.output, HasSubstr("sectors a request"));
    EXPECT_THAT(ended.output, HasSubstr("holds: Apart a request takes 8 times the sectors: 32."));
    EXPECT_THAT(ended.output, HasSubstr("PTX-level counts"));
    const auto json = nlohmann::json::parse(text_of(files + ".json"), nullptr, false);
    const auto& run = json["runs"][0].contains("run") ? json["runs"][0]["run"] : json["runs"][0];
    EXPECT_EQ(run["series"][0]["provenance"], "simulated");
    EXPECT_EQ(run["series"][0]["points"][3]["value"], 32);
    EXPECT_GT(run["points"][0]["counters"]["global_load_sectors"], 0);
    EXPECT_THAT(text_of(files + ".csv"), HasSubstr("cuda_1,simulated"));
    EXPECT_THAT(text_of(files + ".html"), HasSubstr("(simulated)"));
}

TEST(CliCountLesson, WithNoDisplayTheFirstLessonRunsAndLeavesItsReport) {
    if (!has_kernels())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const Scratch scratch;
    const std::string root = root_in(scratch);
    fs::create_directories(scratch.path / "here");
    const Ended ended = start("", root + " env --chdir=" + (scratch.path / "here").string());
    EXPECT_EQ(ended.code, 0) << ended.errors << ended.output;
    EXPECT_THAT(ended.output, HasSubstr("There is no display"));
    EXPECT_THAT(ended.output, HasSubstr("holds: Apart a request takes 8 times the sectors: 32."));
    int reports = 0;
    for (const auto& entry : fs::directory_iterator(scratch.path / "here")) {
        EXPECT_THAT(entry.path().filename().string(), testing::StartsWith("lockstep-sectors-"));
        EXPECT_THAT(text_of(entry.path()), testing::EndsWith("</html>\n"));
        ++reports;
    }
    EXPECT_EQ(reports, 1);
}

} // namespace
} // namespace lockstep
