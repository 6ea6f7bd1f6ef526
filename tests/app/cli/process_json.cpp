// SPDX-License-Identifier: MIT
// The command line started as a program: exit codes, words, and files that others read. Runs go
// against the real bench with small budgets; no test looks at a time.
#include "tests/app/cli/program_under_test.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lockstep::testing_support {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Where the text is no JSON it equals nothing.
nlohmann::json json_said(const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false);
}

TEST(CliProcess, VersionAndHelpOfEverySubcommand) {
    const Ended version = start("--version");
    EXPECT_EQ(version.code, 0);
    EXPECT_THAT(version.output, testing::StartsWith("lockstep 1."));
    EXPECT_THAT(start("--help").output, HasSubstr("passport"));
    for (const char* command :
         {"list", "passport", "run", "compare", "model", "simulate", "check", "doctor"}) {
        const Ended help = start(std::string(command) + " --help");
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_THAT(help.output, HasSubstr("Usage: ")) << command;
    }
}

TEST(CliProcess, MisuseSaysWhatCouldHaveBeenMeant) {
    const std::pair<const char*, const char*> cases[] = {
        {"run amdal", "there is no lesson or workload 'amdal'. Did you mean amdahl?"},
        {"run stragler --sweep p=1", "Did you mean straggler"},
        {"run amdahl --sweep f=0,7", "f: 7 cannot be; it is 0 to 1"},
        {"run workload:amdahl --set piece=3", "piece_us"},
        {"run workload:amdahl --set f", "not of the form name=value"},
        {"run workload:amdahl --set f=0.5", "is what the sweep varies"},
        {"run workload:false_sharing --set store=sometimes", "It is one of fetch_add"},
        {"run amdahl --variants multicor", "Did you mean multicore?"},
        {"run one-cashier --sweep p=1,2", "is a lesson, which brings its own sweeps"},
        {"run amdahl --set nothing=1", "nothing"},
        {"run amdahl --budget -3", "--budget"},
        {"run", "NAME is required"},
        {"model amdall --sweep p=1", "Did you mean amdahl?"},
        {"model amdahl --set f=3 --sweep p=1", "f: 3 cannot be"},
        {"list lesson", "Did you mean lessons?"},
        {"check /nowhere", "there is no such file"},
        {"amdhal", "Did you mean amdahl?"},
        {"--nonsense", "--help"}};
    for (const auto& [arguments, words] : cases) {
        const Ended ended = start(arguments);
        EXPECT_EQ(ended.code, 2) << arguments << "\n" << ended.errors;
        EXPECT_THAT(ended.errors, HasSubstr(words)) << arguments;
        EXPECT_EQ(ended.output, "") << arguments;
    }
}

TEST(CliProcess, AWindowIsWantedOnlyWithADisplay) {
    EXPECT_EQ(start("1.2", "DISPLAY=:7").output, "window at 'amdahl'\n");
    EXPECT_EQ(start("", "DISPLAY=:7").output, "window at ''\n");
}

TEST(CliProcess, ListsAreJsonToo) {
    const Ended lessons = start("list lessons --json");
    EXPECT_EQ(lessons.code, 0);
    EXPECT_EQ(json_said(lessons.output)["lessons"][1]["id"], "amdahl");
    const auto everything = json_said(start("list --json").output);
    for (const char* name : {"lessons", "workloads", "variants", "models", "devices", "recordings"})
        EXPECT_TRUE(everything[name].is_array()) << name;
    EXPECT_GE(everything["workloads"].size(), 6u);
}

TEST(CliProcess, CardsAreListedWithTheSourcesOfTheirFigures) {
    const Ended listed = start("list devices");
    EXPECT_EQ(listed.code, 0) << listed.errors;
    EXPECT_EQ(listed.errors, "");
    EXPECT_THAT(listed.output, HasSubstr("rtx_3060"));
    EXPECT_THAT(listed.output, HasSubstr("Ampere 8.6: 28 SMs"));
    const auto json = json_said(start("list devices --json").output);
    ASSERT_EQ(json["devices"].size(), 6u);
    EXPECT_EQ(json["devices"][0]["name"], "a100");
    EXPECT_EQ(json["devices"][0]["sms"], "108");
    EXPECT_EQ(json["devices"][0]["dram_cycles"], "290");
    EXPECT_THAT(json["devices"][0]["dram_cycles_source"].get<std::string>(),
                HasSubstr("Abdelkhalik"));
}

TEST(CliProcess, AModelNeedsNoBench) {
    const Ended ended =
        start("model amdahl --set f=0.95 --sweep p=8,1,2 --json -", "LOCKSTEP_BENCH=/nowhere");
    EXPECT_EQ(ended.code, 0) << ended.errors;
    const auto json = json_said(ended.output);
    EXPECT_EQ(json["format"], "lockstep-model");
    ASSERT_EQ(json["points"].size(), 3u);
    EXPECT_EQ(json["points"][0]["x"], 1);
    EXPECT_NEAR(json["points"][2]["value"].get<double>(), 1 / (0.05 + 0.95 / 8), 1e-12);
}

TEST(CliProcess, ARunGivesARunFileATableAndAReport) {
    const Scratch scratch;
    const std::string run = (scratch.path / "run.json").string();
    const std::string page = (scratch.path / "run.html").string();
    const Ended ended = start("run amdahl --sweep f=0.25,0.75 --budget 0.5 --json " + run +
                              " --csv - --html " + page);
    EXPECT_EQ(ended.code, 0) << ended.errors;
    EXPECT_THAT(ended.output, testing::StartsWith("series,provenance,f,"));
    EXPECT_THAT(ended.output, HasSubstr("multicore,measured,0.25,"));
    const auto json = json_said(text_of(run));
    EXPECT_EQ(json["format"], "lockstep-run");
    ASSERT_EQ(json["series"][0]["points"].size(), 2u);
    EXPECT_GT(json["series"][0]["points"][1]["value"].get<double>(), 0);
    EXPECT_THAT(text_of(page), testing::EndsWith("</html>\n"));
    // What was just written agrees with itself, and a changed value does not.
    EXPECT_EQ(start("check " + run).code, 0);
    auto edited = json;
    edited["series"][0]["points"][1]["value"] = 77;
    std::ofstream(run) << edited.dump();
    const Ended checked = start("check " + run);
    EXPECT_EQ(checked.code, 1);
    EXPECT_THAT(checked.output, HasSubstr("f = 0.75: the file says 77, its samples give"));
    EXPECT_THAT(checked.output, HasSubstr("take the original, or run it again"));
}

TEST(CliProcess, TheSameCodeTwiceIsComparedWithItself) {
    const Ended ended = start("run amdahl --variants serial,serial --sweep f=0.5 --budget 0.5");
    EXPECT_EQ(ended.code, 0) << ended.errors;
    EXPECT_THAT(ended.output, HasSubstr("serial (2)"));
    EXPECT_THAT(ended.output, HasSubstr("serial against itself"));
}

TEST(CliProcess, AChoiceIsTakenByItsName) {
    const Ended ended = start("run workload:false_sharing --set store=\"load and store\" "
                              "--sweep distance=8 --budget 0.3 --json -");
    EXPECT_EQ(ended.code, 0) << ended.errors;
    EXPECT_EQ(json_said(ended.output)["experiment"]["parameters"]["store"], 1);
}

TEST(CliProcess, ALessonSaysEachOfItsFindings) {
    const Ended ended = start("run amdahl --budget 0.3 --json -");
    EXPECT_THAT(ended.code, testing::AnyOf(0, 1)) << ended.errors;
    const auto json = json_said(ended.output);
    EXPECT_EQ(json["format"], "lockstep-lesson");
    ASSERT_EQ(json["findings"].size(), 4u);
    EXPECT_EQ(json["runs"].size(), 4u);
    bool any_fails = false;
    for (const auto& finding : json["findings"]) {
        EXPECT_FALSE(finding["says"].get<std::string>().empty()) << finding["block"];
        any_fails = any_fails || finding["holds"] == false;
    }
    EXPECT_EQ(ended.code, any_fails ? 1 : 0);
}

TEST(CliProcess, ABenchThatIsNotThereOrDiesIsACalmNotice) {
    const Ended missing = start("run amdahl --sweep p=1", "LOCKSTEP_BENCH=/nowhere/bench");
    EXPECT_EQ(missing.code, 3);
    EXPECT_FALSE(missing.errors.empty());
    const Ended dead =
        start("run amdahl --sweep p=1", "LOCKSTEP_BENCH=\"sh -c 'echo the reason >&2; exit 4'\"");
    EXPECT_EQ(dead.code, 3);
    EXPECT_THAT(dead.errors, HasSubstr("the reason"));
}

TEST(CliProcess, CtrlCEndsTheBenchAndTheProgram) {
    const Ended ended = start_and_interrupt("run amdahl --budget 20");
    EXPECT_EQ(ended.code, 130);
}

TEST(CliProcess, CheckSaysWhatIsWrongWithALesson) {
    const Scratch scratch;
    const fs::path lesson = scratch.path / "01_unit" / "01_lesson";
    fs::create_directories(lesson);
    std::ofstream(lesson / "lesson.toml") << "id = 'x'\ntitle = broken\n";
    std::ofstream(lesson / "lesson.md") << "text\n";
    const Ended ended = start("check " + scratch.path.string());
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.output, HasSubstr("lesson.toml:2"));
}

TEST(CliProcess, AFileThatCannotBeWrittenIsSaid) {
    const Ended ended = start("model amdahl --sweep p=1 --json /nowhere/at/all.json");
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.errors, HasSubstr("No such file or directory"));
}

TEST(CliProcess, DoctorSaysWhatIsMissing) {
    EXPECT_EQ(start("doctor").code, 0);
    const Ended ended = start("doctor", "LOCKSTEP_BENCH=/nowhere/bench");
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.output, HasSubstr("Nothing can be timed."));
}

} // namespace
} // namespace lockstep::testing_support
