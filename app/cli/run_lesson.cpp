// SPDX-License-Identifier: MIT
// `lockstep run LESSON`: what the lesson's text runs, in order, with what was found.
#include "app/cli/bench_client.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/lesson_runner.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/print_run.hpp"
#include "app/cli/progress_line.hpp"
#include "app/cli/terminal.hpp"
#include "app/cli/workload_experiment.hpp"
#include "app/experiment/plain_text.hpp"
#include "app/experiment/recordings.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

void print_finding(const BlockResult& result) {
    const Finding& finding = result.finding;
    const std::string verdict = finding.verdict == Finding::Verdict::Noted
                                    ? ""
                                    : fmt::format("{}: ", verdict_words(finding.verdict));
    if (!verdict.empty() || !finding.says.empty())
        fmt::print("\n{}",
                   wrapped("  → " + verdict + plain_text(finding.says), terminal_columns, 4));
    fmt::print("\n");
    std::fflush(stdout);
}

void print_block(std::size_t number, std::size_t count, const BlockResult& result,
                 const protocol::Catalogue& catalogue) {
    fmt::print("{}/{}  {}\n", number, count, plain_text(result.title));
    if (!result.run.id.empty())
        fmt::print("{}", run_text(result.run, {result.experiment, &catalogue, result.curves}));
    print_finding(result);
}

/// How many findings hold, in one line at the end.
void print_sum(const std::vector<BlockResult>& results) {
    std::size_t findings = 0, hold = 0, fail = 0;
    for (const BlockResult& result : results) {
        if (!result.expects)
            continue;
        ++findings;
        hold += result.finding.verdict == Finding::Verdict::Holds;
        fail += result.finding.verdict == Finding::Verdict::DoesNotHold;
    }
    std::string words = fmt::format("{} of {} findings hold on this machine", hold, findings);
    if (fail > 0)
        words += fmt::format(", {} {} not", fail, fail == 1 ? "does" : "do");
    if (const std::size_t rest = findings - hold - fail; rest > 0)
        words += fmt::format(", {} cannot be shown", rest);
    fmt::print("{}.\n", words);
    const bool disturbed = std::ranges::any_of(results, [](const BlockResult& result) {
        return result.compared.outcome == Outcome::Disturbed;
    });
    if (disturbed)
        fmt::print("Other programs used the cores: run it again when they are quiet.\n");
}

Report report_of(const content::Lesson& lesson, const std::vector<BlockResult>& results,
                 const protocol::Catalogue& catalogue) {
    Report report;
    report.title = fmt::format("{} {}", lesson.number, lesson.title);
    report.introduction = "What this lesson's runs gave on this machine, beside its models.";
    for (const BlockResult& result : results)
        if (!result.run.id.empty())
            report.parts.push_back(
                {plain_text(result.title),
                 &result.run,
                 {result.experiment, &catalogue, result.curves},
                 result.block.empty() ? std::vector<Finding>{} : std::vector{result.finding}});
    return report;
}

ExitCode verdict_of(const std::vector<BlockResult>& results) {
    const bool no = std::ranges::any_of(results, [](const BlockResult& result) {
        return result.finding.verdict == Finding::Verdict::DoesNotHold;
    });
    return no ? answer_is_no : done;
}

/// The first run of each experiment that is a recording; of the others it is said why they are not.
Result<void> record_runs(const std::string& folder, const std::vector<BlockResult>& results) {
    std::vector<std::string> kept;
    for (const BlockResult& result : results) {
        const std::string& experiment = result.run.experiment_id;
        if (result.run.id.empty() || std::ranges::find(kept, experiment) != kept.end())
            continue;
        if (const auto why = no_recording(result.run)) {
            fmt::print(stderr, "Not recorded: {}\n", why->text());
            continue;
        }
        LOCKSTEP_TRY(const content::Recording added, add_recording(folder, result.run));
        kept.push_back(experiment);
        fmt::print(stderr, "Recorded: {}\n", added.path.string());
    }
    return {};
}

int stopped(const Trouble& trouble, const std::string& lesson) {
    if (trouble.code != interrupted)
        tell({trouble.sentence, trouble.log, fmt::format("lockstep run lesson:{}", lesson)});
    return trouble.code;
}

} // namespace

int run_lesson(const RunOptions& options, const Installed& installed,
               const content::Lesson& lesson) {
    if (!options.sweep.empty() || !options.variants.empty()) {
        const std::string workload = lesson.experiments.front().workload;
        return refuse({lesson.id, "is a lesson, which brings its own sweeps and variants.",
                       fmt::format("For your own: lockstep run workload:{} ...", workload)},
                      misuse);
    }
    content::Course course = installed.course;
    if (const auto set = set_in_lesson(course, lesson.id, installed.catalogue, options.set); !set)
        return refuse(set.error(), misuse);
    if (!options.cache.empty())
        for (content::Lesson& each : course.lessons)
            for (content::Experiment& experiment : each.experiments)
                choose_caches(experiment, options.cache);
    auto bench = BenchClient::create();
    if (!bench)
        return stopped(bench.error(), lesson.id);
    LessonRunner runner(**bench, std::move(course), lesson.id, options.budget_s);
    const bool quiet = output_is_data(options);
    if (!quiet)
        fmt::print("{} {}\n{}\n\n", lesson.number, lesson.title,
                   machine_words((*bench)->machine()));
    std::vector<BlockResult> results;
    const auto blocks = runner.blocks();
    // A recording is of every experiment that is timed: one on a card may be a tab alone.
    const auto tabs =
        options.record.empty() ? std::vector<std::string>{} : runner.tabs_without_a_block();
    const std::size_t count = blocks.size() + tabs.size();
    std::optional<Trouble> trouble;
    for (std::size_t i = 0; i < count && !trouble; ++i) {
        ProgressLine line;
        const auto told = [&](const protocol::Progress& progress) {
            line.show(progress, fmt::format("{}/{}", i + 1, count));
        };
        auto result = i < blocks.size() ? runner.carry_out(blocks[i], told)
                                        : runner.carry_out_tab(tabs[i - blocks.size()], told);
        line.clear();
        if (!result) {
            trouble = result.error();
            break;
        }
        if (!quiet)
            print_block(i + 1, count, *result, (*bench)->catalogue());
        results.push_back(*std::move(result));
    }
    if (trouble && trouble->code == interrupted)
        return interrupted;
    if (!quiet && !trouble)
        print_sum(results);
    const Report report = report_of(runner.lesson(), results, (*bench)->catalogue());
    if (const auto written = write_outputs(options, lesson_json(lesson.id, results), report);
        !written)
        return refuse(written.error(), cannot);
    if (!options.record.empty())
        if (const auto recorded = record_runs(options.record, results); !recorded)
            return refuse(recorded.error(), cannot);
    return trouble ? stopped(*trouble, lesson.id) : verdict_of(results);
}

} // namespace lockstep::cli
