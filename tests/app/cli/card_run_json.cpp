// SPDX-License-Identifier: MIT
// A lesson run on a card, which is played: what is printed of its clock and its copies, and what
// the recording carries. `on_card --record` is this command line.
#include "app/content/lesson.hpp"
#include "app/content/recordings.hpp"
#include "app/experiment/estimates.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/cli/program_under_test.hpp"
#include "tests/app/experiment/support.hpp"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lockstep::testing_support {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

fs::path binaries() {
    return fs::path(LOCKSTEP_TERMINAL).parent_path();
}

/// Chains of the lesson on latency: 2 ms each, of which the kernel is three quarters, and copies of
/// 6 ms. The baseline is on the card, too.
std::string played(const Scratch& scratch) {
    const auto known = protocol::read_catalogue(text_of(binaries() / "catalogue.json"));
    const content::Course course = content::read_course(fs::path(LOCKSTEP_SOURCE) / "lessons");
    const content::Experiment& card = *course.lesson("latency")->experiment("card");
    Run run = planned(card, machine(), {}, nullptr, nullptr, *known).run;
    run.finished = true;
    for (Point& point : run.points)
        for (int round = 0; round < 26; ++round) {
            const double time_ns = 2e6 * (1 + 0.001 * (round % 5));
            point.round.push_back(round);
            point.flags.push_back(round < 11 ? protocol::sample_pilot : 0);
            point.time_ns.push_back(time_ns);
            point.kernel_ns.push_back(0.75 * time_ns);
            point.copy_ns.push_back(6e6);
        }
    run.series = run.planned;
    update_series(run);
    const fs::path file = scratch.path / "card.json";
    std::ofstream(file) << write_run(run);
    return file.string();
}

TEST(CliCardRun, FactorsAndCopiesArePrintedWrittenRecordedAndChecked) {
    const Scratch scratch;
    const fs::path folder = scratch.path / "recordings", csv = scratch.path / "latency.csv",
                   file = scratch.path / "latency.json";
    const Ended ended =
        start(fmt::format("run lesson:latency --csv {} --json {} --record {}", csv.string(),
                          file.string(), folder.string()),
              fmt::format("LOCKSTEP_BENCH='{} --play {}'", (binaries() / "lockstep-bench").string(),
                          played(scratch)));
    EXPECT_THAT(ended.code, testing::AnyOf(0, 1)) << ended.errors;
    EXPECT_THAT(ended.output, HasSubstr("cuda_1 on the card, with the data there already"));
    EXPECT_THAT(ended.output, HasSubstr("launch  times as fast  copies  with copies"));
    EXPECT_THAT(ended.output, HasSubstr("0.750"));
    EXPECT_THAT(ended.output, HasSubstr("6 ms"));
    EXPECT_THAT(text_of(csv), HasSubstr(",kernel,launch,copies [ns],"));

    const auto lesson = nlohmann::json::parse(text_of(file), nullptr, false);
    ASSERT_FALSE(lesson["findings"].empty());
    for (const auto& finding : lesson["findings"])
        EXPECT_NE(finding["block"], "") << "a tab alone asks nothing";
    EXPECT_EQ(lesson["runs"].back()["experiment"]["id"], "card");

    const auto read = content::read_recordings(folder);
    const auto card =
        std::ranges::find(read.recordings, std::string("card"), &content::Recording::experiment);
    ASSERT_NE(card, read.recordings.end()) << ended.errors;
    auto json = nlohmann::json::parse(text_of(card->path), nullptr, false);
    EXPECT_EQ(json["points"][0]["samples"]["kernel_ns"][20].get<double>(), 0.75 * 2e6);
    EXPECT_EQ(json["points"][0]["samples"]["copy_ns"][20], 6e6);
    auto& mark = json["series"][0]["points"][0];
    EXPECT_NEAR(mark["factors"]["launch"].get<double>(), 0.75, 1e-9);
    EXPECT_EQ(mark["factors"]["copy"], 1);
    EXPECT_NEAR(mark["copies"]["speedup"].get<double>(), 1, 1e-3) << "both are copied";
    EXPECT_EQ(start("check " + folder.string()).code, 0);

    mark["factors"]["launch"] = 1;
    std::ofstream(card->path) << json.dump();
    const Ended bad = start("check " + folder.string());
    EXPECT_EQ(bad.code, 1);
    EXPECT_THAT(bad.output, HasSubstr("the file says launch 1, its samples give 0.75"));
}

} // namespace
} // namespace lockstep::testing_support
