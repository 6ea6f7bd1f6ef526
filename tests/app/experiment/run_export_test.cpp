// SPDX-License-Identifier: MIT
// The ending chooses the format.
#include "app/experiment/run_export.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/scratch_folder.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::StartsWith;

TEST(RunExport, TheEndingChoosesTheFormat) {
    const ScratchFolder folder;
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    const std::pair<const char*, const char*> expected[] = {
        {"a.json", "{\"format\":\"lockstep-run\""},
        {"a.csv", "series,provenance,"},
        {"a.html", "<!DOCTYPE html>"},
        {"a.svg", "<svg "}};
    for (const auto& [name, begin] : expected) {
        ASSERT_TRUE(export_run(plan.run, folder.path() / name));
        EXPECT_THAT(read_whole(folder.path() / name, 1 << 20).value(), StartsWith(begin));
    }
}

TEST(RunExport, AnotherEndingIsRefused) {
    const ScratchFolder folder;
    const auto saved = export_run({}, folder.path() / "a.xls");
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error().text(), testing::HasSubstr("Use .json, .csv, .html or .svg."));
    EXPECT_TRUE(folder.names().empty());
}

} // namespace
} // namespace lockstep
