// SPDX-License-Identifier: MIT
// The index says what the files say; these are the two places that hold one against the other.
#include "app/experiment/recordings.hpp"

#include "app/experiment/laid_over.hpp"
#include "app/experiment/run_file.hpp"
#include "app/ledger/sha256.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

namespace fs = std::filesystem;

namespace {

constexpr const char* index_head = "# SPDX-License-Identifier: MIT\n"
                                   "# Run files of this folder, for lists and offers: lockstep run "
                                   "LESSON --record FOLDER adds to\n"
                                   "# it, lockstep check FOLDER says what is wrong with it.\n";

/// The card that a mark of the run was timed on; empty where none was.
std::string card_of(const Run& run) {
    const bool timed = std::ranges::any_of(run.series, [](const Series& series) {
        return !series.is_simulated() && series.variant.starts_with("cuda") &&
               std::ranges::any_of(series.points, [](const Estimate& mark) { return mark.n > 0; });
    });
    return timed && run.machine.has_gpu ? run.machine.gpu : std::string();
}

/// What the index says of a run, but for its file.
content::Recording facts_of(const Run& run) {
    content::Recording facts;
    facts.lesson = run.lesson;
    facts.experiment = run.experiment_id;
    facts.machine = run.machine.name.empty() ? "a machine without a name" : run.machine.name;
    facts.gpu = card_of(run);
    facts.cores = run.machine.cores;
    facts.date = run.started.substr(0, 10);
    return facts;
}

/// "NVIDIA H200" -> "nvidia-h200".
std::string slug(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter || capital)
            made += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!made.empty() && made.back() != '-')
            made += '-';
    }
    while (made.ends_with('-'))
        made.pop_back();
    return made;
}

std::string free_name(const fs::path& folder, const content::Recording& facts) {
    const std::string stem = fmt::format(
        "{}-{}-{}-{}", slug(facts.lesson), slug(facts.experiment),
        facts.gpu.empty() ? fmt::format("{}-cores", facts.cores) : slug(facts.gpu), facts.date);
    std::error_code error;
    std::string name = stem + ".json";
    for (int i = 2; fs::exists(folder / name, error); ++i)
        name = fmt::format("{}-{}.json", stem, i);
    return name;
}

bool has_times(const Run& run) {
    return std::ranges::any_of(run.series, [](const Series& series) {
        return !series.is_simulated() &&
               std::ranges::any_of(series.points, [](const Estimate& mark) { return mark.n > 0; });
    });
}

} // namespace

std::optional<Error> no_recording(const Run& run) {
    if (run.lesson.empty() || run.experiment_id.empty())
        return Error{run.workload, "a recording belongs to a lesson's experiment.",
                     "Run a lesson: lockstep run LESSON --record FOLDER."};
    const std::string where = fmt::format("{}, {}", run.lesson, run.experiment_id);
    if (run.quantity == "count")
        return Error{where, "what is counted is the same on every machine.", ""};
    if (run.cancelled)
        return Error{where, "this run was not carried to its end.", "Run it again."};
    if (!has_times(run))
        return Error{where, "nothing was timed in this run.", ""};
    return std::nullopt;
}

Result<content::Recording> add_recording(const fs::path& folder, const Run& run) {
    if (auto why = no_recording(run))
        return Failure(*std::move(why));
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path index = folder / content::recordings_index;
    std::string text = index_head;
    if (fs::exists(index, error)) {
        LOCKSTEP_TRY(text, read_whole(index, 4u << 20));
    }
    const std::string written = write_run(run);
    content::Recording recording = facts_of(run);
    recording.file = free_name(folder, recording);
    recording.path = folder / recording.file;
    recording.sha256 = ledger::sha256(written);
    LOCKSTEP_CHECK(write_whole(recording.path, written));
    if (auto kept = write_whole(index, text + content::recording_entry(recording)); !kept) {
        fs::remove(recording.path, error); // a file that no entry names is nothing but a riddle
        return Failure(std::move(kept).error());
    }
    return recording;
}

namespace {

class FolderCheck {
  public:
    FolderCheck(const fs::path& folder, const content::Course& course)
        : m_index(folder / content::recordings_index), m_course(course) {}

    void check(const content::Recording& recording) {
        const auto text = read_whole(recording.path, most_run_file_bytes);
        if (!text)
            return report(recording, text.error().text(), "Put the original there again.");
        if (ledger::sha256(*text) != recording.sha256)
            report(recording,
                   fmt::format("{} was changed after this entry was made: its SHA-256 is another.",
                               recording.file),
                   "Put the original there again, or record it anew.");
        const auto run = read_run(*text, recording.path.string());
        if (!run)
            return report(recording, run.error().text(), "");
        for (const std::string& difference : series_differences(*run))
            m_problems.push_back(
                {recording.path, 0, difference,
                 "It was edited, or reckoned by another version: record it anew."});
        check_facts(recording, facts_of(*run));
        check_place(recording, *run);
    }

    std::vector<content::Problem>& problems() { return m_problems; }

  private:
    void report(const content::Recording& recording, std::string what, std::string remedy) {
        m_problems.push_back({m_index, recording.line, std::move(what), std::move(remedy)});
    }

    void check_facts(const content::Recording& said, const content::Recording& found) {
        const auto same = [&](const char* key, const std::string& index, const std::string& file) {
            if (index != file)
                report(said,
                       fmt::format("{} = '{}', but {} says '{}'.", key, index, said.file, file),
                       "Let the index say what the file says.");
        };
        same("lesson", said.lesson, found.lesson);
        same("experiment", said.experiment, found.experiment);
        same("machine", said.machine, found.machine);
        same("gpu", said.gpu, found.gpu);
        same("cores", std::to_string(said.cores), std::to_string(found.cores));
        same("date", said.date, found.date);
    }

    void check_place(const content::Recording& recording, const Run& run) {
        const content::Lesson* lesson = m_course.lesson(recording.lesson);
        const content::Experiment* experiment =
            lesson ? lesson->experiment(recording.experiment) : nullptr;
        if (!experiment)
            report(recording,
                   fmt::format("there is no experiment '{}' in a lesson '{}'.",
                               recording.experiment, recording.lesson),
                   "Record it anew, or take this entry and its file out.");
        else if (!fits(run, *experiment))
            report(recording,
                   fmt::format("{} is of {} over {}, and the lesson now has {} over {}.",
                               recording.file, run.workload, run.x, experiment->workload,
                               experiment->x),
                   "Record it anew.");
    }

    const fs::path m_index;
    const content::Course& m_course;
    std::vector<content::Problem> m_problems;
};

} // namespace

std::vector<content::Problem> check_recordings(const fs::path& folder,
                                               const content::Course& course) {
    content::RecordingsRead read = content::read_recordings(folder);
    FolderCheck check(folder, course);
    check.problems() = std::move(read.problems);
    for (const content::Recording& recording : read.recordings)
        check.check(recording);
    return std::move(check.problems());
}

} // namespace lockstep
