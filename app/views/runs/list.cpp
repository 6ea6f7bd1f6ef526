// SPDX-License-Identifier: MIT
#include "app/views/runs/list.hpp"

#include "app/experiment/chosen.hpp"
#include "app/experiment/compare_runs.hpp"
#include "app/experiment/known_runs.hpp"
#include "app/experiment/laid_over.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::runs_view {

namespace {

/// Of a diligent learner: what is older is opened by its file.
constexpr std::size_t most_own_rows = 60;

/// Squares for the first run laid over, triangles for the second: its place counts from 1.
int shape_of(const LabState* lab, const std::string& id) {
    const LaidOver* laid = laid_over(lab, id);
    return laid ? static_cast<int>(laid - lab->laid_over.data()) + 1 : 0;
}

std::string machine_of(const Session& session, const KnownRun& run) {
    if (!run.machine_hash.empty() && run.machine_hash == session.machine.hash)
        return "this machine";
    return run.gpu.empty() ? run.machine : run.gpu + ", " + run.machine;
}

Row row_of(const Session& session, const content::Experiment& experiment, const KnownRun& run,
           const LabState* lab) {
    Row row;
    row.id = run.id;
    const std::string when = local_time(run.started), machine = machine_of(session, run);
    row.headline = run.recording     ? fmt::format("{}, {}", machine, when)
                   : machine.empty() ? when
                                     : fmt::format("{}, {}", when, machine);
    row.details = sliders_words(session, *session.lesson(), experiment, run.parameters);
    row.shape = shape_of(lab, run.id);
    return row;
}

/// Those laid over that no list knows: they came from a file.
Group opened_files(const Session& session, const LabState* lab) {
    Group group{"Opened", {}};
    if (lab == nullptr)
        return group;
    for (const LaidOver& laid : lab->laid_over) {
        if (known_run(session, laid.from) || known_run(session, laid.run.id))
            continue;
        Row row;
        row.id = laid.from;
        row.headline = laid_over_words(session, *lab, laid);
        row.details = laid.from;
        row.shape = shape_of(lab, laid.from);
        row.known = false;
        group.rows.push_back(std::move(row));
    }
    return group;
}

} // namespace

std::vector<Group> groups_of(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    if (!experiment)
        return {};
    const LabState* lab = session.lab(experiment->id);
    Group recorded{"Recordings of other machines", {}};
    for (const KnownRun* run : recordings_for(session, *experiment))
        recorded.rows.push_back(row_of(session, *experiment, *run, lab));
    Group own{"Your earlier runs of this experiment", {}};
    const auto mine = own_runs_for(session, *session.lesson(), *experiment);
    for (std::size_t i = 0; i < std::min(mine.size(), most_own_rows); ++i)
        own.rows.push_back(row_of(session, *experiment, *mine[i], lab));
    if (mine.size() > most_own_rows)
        own.words += fmt::format(", the latest {} of {}", most_own_rows, mine.size());
    std::vector<Group> groups{opened_files(session, lab), std::move(recorded), std::move(own)};
    std::erase_if(groups, [](const Group& group) { return group.rows.empty(); });
    return groups;
}

bool has_rows(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    if (!experiment)
        return false;
    const LabState* lab = session.lab(experiment->id);
    return (lab && !lab->laid_over.empty()) || !recordings_for(session, *experiment).empty() ||
           !own_runs_for(session, *session.lesson(), *experiment).empty();
}

std::vector<std::string> comparisons_of(const Session& session) {
    std::vector<std::string> words;
    const content::Experiment* experiment = open_experiment(session);
    const LabState* lab = experiment ? session.lab(experiment->id) : nullptr;
    const auto chosen = lab ? chosen_point(*lab) : std::nullopt;
    if (!chosen)
        return words;
    for (const LaidOver& laid : lab->laid_over)
        if (const Estimate* there = same_mark(laid.run, *chosen->series, chosen->x))
            words.push_back(
                fmt::format("{}: {}", laid_over_words(session, *lab, laid),
                            unpaired_sentence(
                                *chosen->estimate, *there,
                                compare_unpaired(*lab->run, *chosen->estimate, laid.run, *there))));
    return words;
}

} // namespace lockstep::runs_view
