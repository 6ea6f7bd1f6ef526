// SPDX-License-Identifier: MIT
// `lockstep compare`: which marks of two runs can be told apart, unpaired.
#include "app/cli/compare.hpp"

#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/print_run.hpp"
#include "app/cli/terminal.hpp"
#include "app/experiment/laid_over.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/run_words.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::cli {

namespace {

bool same_thing(const Run& a, const Run& b) {
    return a.workload == b.workload && a.x == b.x && a.quantity == b.quantity && a.unit == b.unit &&
           (a.experiment_id.empty() || b.experiment_id.empty() ||
            a.experiment_id == b.experiment_id);
}

const Run* partner_of(const Run& run, const std::vector<Run>& others) {
    const Run* like = nullptr;
    for (const Run& other : others) {
        if (!same_thing(run, other))
            continue;
        if (same_where_both(run.parameters, other.parameters))
            return &other;
        if (like == nullptr)
            like = &other;
    }
    return like;
}

std::vector<MarkPair> marks_of(const Run& now, const Run& then) {
    std::vector<MarkPair> marks;
    for (const Series& series : now.series) {
        if (series.provenance == Provenance::Model || series.provenance == Provenance::Predicted)
            continue;
        for (const Estimate& mark : series.points)
            if (const Estimate* other = same_mark(then, series, mark.x))
                marks.push_back({series.key(), mark.x, mark, *other,
                                 compare_unpaired(now, mark, then, *other), false});
    }
    return marks;
}

bool is_decided(const MarkPair& pair) {
    return pair.difference.verdict != Unpaired::Verdict::Undecided;
}

/// Of twenty marks that are equal one differs at 95 % by chance: together they are asked for more.
void judge_together(RunsCompared& compared) {
    for (const RunPair& pair : compared.pairs)
        compared.marks += static_cast<std::size_t>(std::ranges::count_if(pair.marks, is_decided));
    if (compared.marks == 0)
        return;
    compared.confidence = 1 - 0.05 / static_cast<double>(compared.marks);
    for (RunPair& pair : compared.pairs)
        for (MarkPair& mark : pair.marks) {
            mark.together =
                compare_unpaired(*pair.now, mark.now, *pair.then, mark.then, compared.confidence)
                    .differs();
            compared.differ_together += mark.together;
        }
}

std::string subject_of(const Run& run) {
    return fmt::format("{} of {} over {}", run.quantity, run.workload, run.x);
}

} // namespace

Result<RunsCompared> compare_files(const std::vector<Run>& now, const std::vector<Run>& then,
                                   const std::string& now_name, const std::string& then_name) {
    RunsCompared compared;
    for (const Run& run : now) {
        const Run* other = partner_of(run, then);
        RunPair pair{&run, other, {}};
        if (other)
            pair.marks = marks_of(run, *other);
        if (pair.marks.empty())
            ++compared.alone;
        else
            compared.pairs.push_back(std::move(pair));
    }
    if (compared.pairs.empty())
        return fail(now_name + " and " + then_name,
                    fmt::format("these have no mark in common: one is {}, the other {}.",
                                subject_of(now.front()), subject_of(then.front())),
                    "Run the same lesson, or the same sweep, for both.");
    judge_together(compared);
    return compared;
}

namespace {

std::string whence(const Run& run) {
    const std::string name =
        run.machine.name.empty() ? "a machine without a name" : run.machine.name;
    return fmt::format("{}, {}", name, local_time(run.started));
}

std::string value_of_mark(const Estimate& mark, bool counted) {
    if (mark.n == 0)
        return "–";
    return counted ? format_number(mark.value, 6)
                   : format_with_interval(mark.value, mark.low, mark.high).text();
}

std::string pair_text(const RunPair& pair) {
    const PlotContext none;
    std::string text = fmt::format("{}\n", run_title(*pair.now, none));
    text += wrapped("  now:  " + whence(*pair.now), terminal_columns, 8);
    text += wrapped("  then: " + whence(*pair.then), terminal_columns, 8);
    if (pair.now->id == pair.then->id && !pair.now->id.empty())
        text += "  It is the same run twice.\n";
    for (const auto& [name, value] : pair.now->parameters) {
        const auto other = pair.then->parameters.find(name);
        if (name != pair.now->x && other != pair.then->parameters.end() && other->second != value)
            text += wrapped(fmt::format("  {} = {} now, {} then.", name, format_number(value, 6),
                                        format_number(other->second, 6)),
                            terminal_columns, 2);
    }
    std::vector<std::vector<std::string>> rows;
    for (const MarkPair& mark : pair.marks) {
        const bool counted = mark.difference.counted;
        rows.push_back(
            {fmt::format("  {}, {} = {}", mark.variant, pair.now->x, format_number(mark.x, 6)),
             value_of_mark(mark.now, counted), value_of_mark(mark.then, counted),
             unpaired_words(mark.difference)});
    }
    return text + "\n" + listing(rows) + "\n";
}

} // namespace

std::string compared_text(const RunsCompared& compared) {
    std::string text;
    for (const RunPair& pair : compared.pairs)
        text += pair_text(pair);
    if (compared.alone > 0)
        text += wrapped(fmt::format("{} {} no partner in the other file.", compared.alone,
                                    compared.alone == 1 ? "run has" : "runs have"));
    if (compared.marks == 0)
        return text + "Nothing can be decided.\n";
    if (compared.marks == 1)
        return text + (compared.differ_together ? "They differ.\n" : "No difference is seen.\n");
    return text +
           wrapped(fmt::format(
               "Judged together, each at {} so that all hold at 95 %: {} of {} differ.",
               format_percent(compared.confidence, 4), compared.differ_together, compared.marks));
}

namespace {

/// The runs of a file as their samples give them; what an edited one says otherwise is said.
Result<std::vector<Run>> runs_of(const std::string& file) {
    LOCKSTEP_TRY(const std::vector<Run> read, load_runs(file));
    std::vector<Run> runs;
    for (const Run& run : read) {
        auto checked = checked_run(run, file);
        if (!checked && read.size() == 1)
            return Failure(checked.error());
        if (!checked)
            continue;
        if (!checked->notice.empty())
            fmt::print(stderr, "{}",
                       wrapped(fmt::format("lockstep: {}: {}", file, checked->notice)));
        runs.push_back(std::move(checked->run));
    }
    if (runs.empty())
        return fail(file, "none of its runs holds samples.", "Run it again.");
    return runs;
}

} // namespace

int compare(const CompareOptions& options) {
    const auto now = runs_of(options.now), then = runs_of(options.then);
    for (const auto* read : {&now, &then})
        if (!*read)
            return refuse(read->error(), misuse);
    const auto compared = compare_files(*now, *then, options.now, options.then);
    if (!compared)
        return refuse(compared.error(), misuse);
    if (options.json != "-")
        fmt::print("{}", compared_text(*compared));
    if (!options.json.empty())
        if (const auto written = write_output(options.json, comparison_json(*compared)); !written)
            return refuse(written.error(), cannot);
    if (compared->marks == 0)
        return cannot;
    return compared->differ_together > 0 ? answer_is_no : done;
}

int show_run(const std::string& file) {
    const auto runs = runs_of(file);
    if (!runs)
        return refuse(runs.error(), misuse);
    protocol::Catalogue catalogue;
    if (auto built = read_built_catalogue())
        catalogue = *std::move(built);
    for (const Run& run : *runs) {
        PlotContext context;
        context.catalogue = &catalogue;
        fmt::print("{}\nrecorded: {}\n\n{}\n", run_title(run, context), whence(run),
                   run_text(run, context));
    }
    return done;
}

} // namespace lockstep::cli
