// SPDX-License-Identifier: MIT
// Runs of another machine or another day, beside the lab's own.
#include "app/experiment/laid_over.hpp"

#include "app/content/experiment.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/run_file.hpp"

#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace lockstep {

namespace {

/// A mark that its samples do not give: neither a value nor a reason why there is none.
bool is_empty(const Estimate& mark) {
    return mark.n == 0 && mark.status == PointStatus::Ok;
}

bool has_marks(const Run& run) {
    return std::ranges::any_of(run.series, [](const Series& series) {
        return series.provenance != Provenance::Model &&
               series.provenance != Provenance::Predicted && !series.points.empty();
    });
}

std::string edited_words(const std::vector<std::string>& differences) {
    const std::size_t more = differences.size() - 1;
    const std::string rest =
        more == 0 ? std::string()
                  : fmt::format(" {} more of its marks {} so.", more, more == 1 ? "is" : "are");
    return fmt::format("This run file does not say what its samples give: it was edited, or made "
                       "by another version. {}{} The marks shown are made from its samples.",
                       differences.front(), rest);
}

bool uses_a_card(const Run& run) {
    return std::ranges::any_of(run.series, [](const Series& series) {
        return !series.is_simulated() && series.variant.starts_with("cuda");
    });
}

} // namespace

Result<LaidOver> checked_run(Run run, std::string from) {
    LaidOver laid{std::move(run), std::move(from), {}};
    if (const auto differences = series_differences(laid.run); !differences.empty())
        laid.notice = edited_words(differences);
    laid.run.series = recompute_series(laid.run);
    for (Series& series : laid.run.series)
        if (series.provenance == Provenance::Recorded || series.is_simulated())
            std::erase_if(series.points, is_empty);
    std::erase_if(laid.run.series, [](const Series& series) { return series.points.empty(); });
    if (!has_marks(laid.run))
        return fail(laid.from, "this run holds no samples, so it has no marks to show.",
                    "Save it again where it was measured.");
    return laid;
}

Result<std::vector<LaidOver>> load_laid_over(const std::filesystem::path& file) {
    LOCKSTEP_TRY(const std::vector<Run> runs, load_runs(file));
    std::vector<LaidOver> laid;
    for (const Run& run : runs) {
        const bool known = std::ranges::any_of(laid, [&](const LaidOver& there) {
            return there.run.experiment_id == run.experiment_id;
        });
        if (known)
            continue;
        auto checked = checked_run(run, file.string());
        // Of several, those that can be shown: a lesson may ask for what a machine did not have.
        if (checked)
            laid.push_back(*std::move(checked));
        else if (runs.size() == 1)
            return Failure(checked.error());
    }
    if (laid.empty())
        return fail(file.string(), "none of its runs holds samples, so there is nothing to show.");
    std::ranges::reverse(laid);
    return laid;
}

bool fits(const Run& run, const content::Experiment& experiment) {
    const bool same_unit =
        experiment.quantity != content::Quantity::TimePerItem || run.unit == experiment.unit;
    return run.workload == experiment.workload && run.x == experiment.x &&
           run.quantity == content::name_of(experiment.quantity) && same_unit;
}

namespace {

std::optional<LabPlace> first_fit(const content::Lesson& lesson, const Run& run) {
    for (const content::Experiment& experiment : lesson.experiments)
        if (fits(run, experiment))
            return LabPlace{lesson.id, experiment.id};
    return std::nullopt;
}

} // namespace

Result<LabPlace> place_for(const Session& session, const Run& run) {
    if (const content::Experiment* shown = open_experiment(session); shown && fits(run, *shown))
        return LabPlace{session.lesson_id, shown->id};
    if (const content::Lesson* lesson = session.course.lesson(run.lesson)) {
        const content::Experiment* own = lesson->experiment(run.experiment_id);
        if (own && fits(run, *own))
            return LabPlace{lesson->id, own->id};
    }
    if (const content::Lesson* open = session.lesson())
        if (const auto place = first_fit(*open, run))
            return *place;
    for (const content::Lesson& lesson : session.course.lessons)
        if (const auto place = first_fit(lesson, run))
            return *place;
    return fail(laid_over_words(session, run),
                fmt::format("this is a run of {}, {} over {}, which no lesson here shows.",
                            run.workload.empty() ? "nothing that has a name" : run.workload,
                            run.quantity.empty() ? "something" : run.quantity,
                            run.x.empty() ? "nothing" : run.x),
                "In a terminal, lockstep compare holds two such files against each other.");
}

std::string local_time(const std::string& started) {
    std::tm utc{};
    const char* end = ::strptime(started.c_str(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    if (end == nullptr || *end != 0)
        return started.substr(0, 10);
    const std::time_t time = ::timegm(&utc);
    std::tm here{};
    ::localtime_r(&time, &here);
    return fmt::format("{:%Y-%m-%d %H:%M}", here);
}

std::string machine_of_run(const Session& session, const Run& run) {
    const protocol::Machine& machine = run.machine;
    if (!machine.hash.empty() && machine.hash == session.machine.hash)
        return "this machine";
    if (machine.has_gpu && !machine.gpu.empty() && uses_a_card(run))
        return machine.gpu;
    return machine.name.empty() ? "a machine without a name" : machine.name;
}

std::string laid_over_words(const Session& session, const Run& run) {
    const std::string machine = machine_of_run(session, run);
    const std::string when =
        machine == "this machine" ? local_time(run.started) : run.started.substr(0, 10);
    return when.empty() ? machine : machine + ", " + when;
}

std::string laid_over_words(const Session& session, const LabState& lab, const LaidOver& laid) {
    const std::string words = laid_over_words(session, laid.run);
    const auto alike = std::ranges::count_if(lab.laid_over, [&](const LaidOver& other) {
        return laid_over_words(session, other.run) == words;
    });
    if (alike < 2)
        return words;
    const bool own = laid.from == laid.run.id;
    return words + ", " +
           (own ? laid.run.id.substr(0, 8) : std::filesystem::path(laid.from).stem().string());
}

std::vector<Series> laid_over_curves(const Session& session, const LabState& lab) {
    std::vector<Series> curves;
    for (const LaidOver& laid : lab.laid_over)
        for (const Series& series : laid.run.series)
            if (series.provenance == Provenance::Recorded) {
                curves.push_back(series);
                curves.back().label = fmt::format("{} (recorded: {})", series.label,
                                                  laid_over_words(session, lab, laid));
            }
    return curves;
}

std::vector<NamedRun> laid_over_runs(const Session& session, const LabState& lab) {
    std::vector<NamedRun> runs;
    for (const LaidOver& laid : lab.laid_over)
        runs.push_back({laid_over_words(session, lab, laid), laid.run});
    return runs;
}

} // namespace lockstep
