// SPDX-License-Identifier: MIT
// `lockstep run WORKLOAD`: one experiment, planned, timed, shown and written.
#include "app/cli/bench_client.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/print_run.hpp"
#include "app/cli/progress_line.hpp"
#include "app/cli/workload_experiment.hpp"
#include "app/experiment/collect.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/run_words.hpp"
#include "app/experiment/sweep.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

/// The models' curves for what was run: those of a session that holds this run alone.
std::vector<Series> curves_of(const content::Experiment& experiment, const BenchClient& bench,
                              const Run& run) {
    Session session;
    session.catalogue = bench.catalogue();
    session.machine = run.machine;
    content::Lesson lesson;
    lesson.id = "run";
    lesson.experiments = {experiment};
    session.lessons["run"].labs[experiment.id].run = run;
    return model_curves(session, lesson, experiment);
}

/// The same variant named twice gives two series, which need two names.
void number_equal_labels(Run& run) {
    for (std::size_t i = 0; i < run.series.size(); ++i) {
        int same = 1;
        for (std::size_t k = 0; k < i; ++k)
            same += run.series[k].variant == run.series[i].variant;
        if (same > 1)
            run.series[i].label += fmt::format(" ({})", same);
    }
}

ExitCode verdict_of(const Run& run) {
    bool any = false, wrong = false;
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points) {
            any = any || mark.n > 0;
            wrong = wrong || mark.status == PointStatus::Wrong;
        }
    return wrong ? answer_is_no : any ? done : cannot;
}

} // namespace

int run_workload(const RunOptions& options, const Installed& installed,
                 const std::string& workload) {
    if (!options.record.empty())
        return refuse({"--record", "a recording belongs to a lesson's experiment.",
                       "Name a lesson: lockstep run lesson:NAME --record FOLDER."},
                      misuse);
    const auto asked = experiment_for(options, workload, installed.course, installed.catalogue);
    if (!asked)
        return refuse(asked.error(), misuse);
    auto bench = BenchClient::create();
    if (!bench) {
        tell({bench.error().sentence, bench.error().log, ""});
        return bench.error().code;
    }
    auto plan = plan_run({.experiment = *asked,
                          .catalogue = (*bench)->catalogue(),
                          .machine = (*bench)->machine(),
                          .sliders = {},
                          .budget_s = options.budget_s.value_or(asked->budget_s)});
    if (!plan)
        return refuse(plan.error(), misuse);
    Run& run = plan->run;
    number_equal_labels(run);
    ProgressLine line;
    const auto take = [&](const protocol::FromBench& message) {
        if (const auto* progress = std::get_if<protocol::Progress>(&message))
            line.show(*progress, workload);
        collect(run, message);
    };
    auto trouble = (*bench)->carry_out(plan->request, plan->request.id, take);
    if (!trouble && !plan->simulation.points.empty())
        trouble = (*bench)->simulate(plan->simulation, take);
    line.clear();
    if (trouble && trouble->code == interrupted)
        return interrupted;
    Report report;
    const PlotContext context{&*asked, &(*bench)->catalogue(), curves_of(*asked, **bench, run)};
    report.title = run_title(run, context);
    report.parts.push_back({"", &run, context, {}});
    if (trouble)
        run.cancelled = true;
    if (!output_is_data(options))
        fmt::print("{}\n\n{}", (*bench)->catalogue().workload(workload)->title,
                   run_text(run, context));
    if (const auto written = write_outputs(options, write_run(run), report); !written)
        return refuse(written.error(), cannot);
    if (!trouble)
        return verdict_of(run);
    tell({trouble->sentence, trouble->log, repeat_command(run)});
    return trouble->code;
}

} // namespace lockstep::cli
