// SPDX-License-Identifier: MIT
// Lists of runs, made of what is known without reading any.
#include "app/experiment/known_runs.hpp"

#include "app/experiment/events.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "app/ledger/run_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

std::vector<KnownRun> own_runs(std::span<const ledger::Event> events) {
    const auto kept = ledger::kept_runs(events);
    std::vector<KnownRun> runs;
    for (const ledger::Event& event : events) {
        if (event.kind != events::run_kind)
            continue;
        const auto read = events::read_run(event.json);
        if (!read || !kept.contains(read->run_id))
            continue;
        KnownRun run;
        run.id = read->run_id;
        run.lesson = event.lesson;
        run.experiment = read->experiment;
        run.parameters = read->sliders;
        run.machine = read->machine;
        run.machine_hash = read->machine_hash;
        run.started = event.time;
        runs.push_back(std::move(run));
    }
    return runs;
}

KnownRun own_run(const Run& run) {
    KnownRun known;
    known.id = run.id;
    known.lesson = run.lesson;
    known.experiment = run.experiment_id;
    known.parameters = run.parameters;
    known.machine = run.machine.name;
    known.machine_hash = run.machine.hash;
    known.started = run.started;
    return known;
}

std::vector<KnownRun> recorded_runs(const content::RecordingsRead& read) {
    std::vector<KnownRun> runs;
    for (const content::Recording& recording : read.recordings) {
        KnownRun run;
        run.id = recording.file;
        run.recording = true;
        run.file = recording.path;
        run.sha256 = recording.sha256;
        run.lesson = recording.lesson;
        run.experiment = recording.experiment;
        run.machine = recording.machine;
        run.gpu = recording.gpu;
        run.cores = recording.cores;
        run.started = recording.date;
        runs.push_back(std::move(run));
    }
    return runs;
}

namespace {

bool same_axes(const content::Experiment& a, const content::Experiment& b) {
    return a.workload == b.workload && a.x == b.x && a.quantity == b.quantity && a.unit == b.unit;
}

void newest_first(std::vector<const KnownRun*>& runs) {
    std::ranges::reverse(runs);
    std::ranges::stable_sort(runs, std::ranges::greater{}, &KnownRun::started);
}

} // namespace

std::vector<const KnownRun*> recordings_for(const Session& session,
                                            const content::Experiment& experiment) {
    std::vector<const KnownRun*> found;
    for (const KnownRun& run : session.known_runs) {
        if (!run.recording)
            continue;
        const content::Lesson* lesson = session.course.lesson(run.lesson);
        const content::Experiment* of = lesson ? lesson->experiment(run.experiment) : nullptr;
        if (of && same_axes(*of, experiment))
            found.push_back(&run);
    }
    newest_first(found);
    return found;
}

std::vector<const KnownRun*> own_runs_for(const Session& session, const content::Lesson& lesson,
                                          const content::Experiment& experiment) {
    std::string shown; // the run that the lab shows lies over nothing
    if (const LessonState* state = session.state(lesson.id))
        if (const auto lab = state->labs.find(experiment.id); lab != state->labs.end())
            shown = lab->second.run ? lab->second.run->id : "";
    std::vector<const KnownRun*> found;
    for (const KnownRun& run : session.known_runs)
        if (!run.recording && run.lesson == lesson.id && run.experiment == experiment.id &&
            run.id != shown)
            found.push_back(&run);
    newest_first(found);
    return found;
}

const KnownRun* known_run(const Session& session, std::string_view id) {
    const auto found = std::ranges::find(session.known_runs, id, &KnownRun::id);
    return found == session.known_runs.end() ? nullptr : &*found;
}

const LaidOver* laid_over(const LabState* lab, std::string_view from) {
    if (lab == nullptr)
        return nullptr;
    const auto found = std::ranges::find_if(lab->laid_over, [&](const LaidOver& laid) {
        return laid.from == from || laid.run.id == from;
    });
    return found == lab->laid_over.end() ? nullptr : &*found;
}

namespace {

bool misses_a_card(const Session& session, const content::Experiment& experiment) {
    if (session.machine.has_gpu)
        return false;
    return std::ranges::any_of(experiment.variants, [&](const std::string& name) {
        const auto* variant = session.catalogue.variant(experiment.workload, name);
        return variant && variant->crew == "card";
    });
}

/// More of a sweep over workers, or all that a lesson needs, is what more cores can show.
bool gains_by_cores(const Session& session, const content::Experiment& experiment, int cores) {
    const int here = session.machine.cores;
    const bool sweeps = experiment.x == "p" && experiment.x_values.empty();
    const bool lacks = here < experiment.needs_cores && cores >= experiment.needs_cores;
    return cores > here && (sweeps || lacks);
}

} // namespace

std::optional<OfferedRecording> offered_recording(const Session& session,
                                                  const content::Experiment& experiment) {
    const std::vector<const KnownRun*> all = recordings_for(session, experiment);
    const KnownRun* most = nullptr;
    for (const KnownRun* run : all)
        if (gains_by_cores(session, experiment, run->cores) &&
            (most == nullptr || run->cores > most->cores))
            most = run;
    if (most != nullptr)
        return OfferedRecording{most, fmt::format("a {}-core machine", most->cores)};
    if (misses_a_card(session, experiment))
        for (const KnownRun* run : all)
            if (!run->gpu.empty())
                return OfferedRecording{run, run->gpu};
    if (noise_hides(session, experiment) && !all.empty())
        return OfferedRecording{all.front(), "another machine"};
    return std::nullopt;
}

std::string sliders_words(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, const Values& parameters,
                          const Values* unlike, ChoiceWords choices) {
    std::string words;
    for (const SliderShown& slider : sliders_shown(session, lesson, experiment)) {
        const auto value = parameters.find(slider.parameter);
        if (value == parameters.end())
            continue;
        if (unlike && same_where_both({{slider.parameter, value->second}}, *unlike))
            continue;
        const auto info = parameter_info(session.catalogue, experiment.workload, slider.parameter);
        const std::string said =
            info ? value_words(*info, value->second) : fmt::format("{:g}", value->second);
        words += words.empty() ? "" : ", ";
        if (slider.choices.empty())
            words += slider.words + " " + said;
        else
            words += choices == ChoiceWords::Quoted ? "\"" + said + "\"" : said;
    }
    return words;
}

} // namespace lockstep
