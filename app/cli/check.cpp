// SPDX-License-Identifier: MIT
// `lockstep check`: lessons and recordings, what is wrong, where, and what to do.
#include "app/content/check.hpp"

#include "app/cli/commands.hpp"
#include "app/experiment/lesson_check.hpp"
#include "app/experiment/paths.hpp"
#include "app/experiment/recordings.hpp"
#include "app/experiment/run_file.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> run_files(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    if (fs::is_regular_file(folder, error))
        return {folder};
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".json")
            found.push_back(at->path());
    std::ranges::sort(found);
    return found;
}

/// What is wrong with one run file, or with the runs of a lesson's: that it cannot be read, or what
/// its samples say otherwise.
std::vector<std::string> problems_of(const fs::path& file) {
    const auto runs = load_runs(file);
    if (!runs)
        return {runs.error().text()};
    std::vector<std::string> said;
    for (const Run& run : *runs)
        for (const std::string& difference : series_differences(run))
            said.push_back(fmt::format("{}: {} It was edited, or reckoned by another version: take "
                                       "the original, or run it again.",
                                       file.string(), difference));
    return said;
}

struct Counts {
    std::size_t lessons = 0, files = 0, problems = 0;
};

void report(const std::vector<content::Problem>& problems, Counts& counts) {
    for (const content::Problem& problem : problems)
        fmt::print("{}\n", problem.text());
    counts.problems += problems.size();
}

void check_lessons(const fs::path& folder, const fs::path& root, Counts& counts) {
    const auto catalogue = read_built_catalogue();
    const content::KnownNames known = known_names(catalogue ? *catalogue : protocol::Catalogue{});
    const content::Course course = content::read_course(folder, root);
    counts.lessons += course.lessons.size();
    report(content::check_course(course, known), counts);
}

/// A folder with an index: each file against the index, its samples and the lessons.
void check_index(const fs::path& folder, const fs::path& root, Counts& counts) {
    counts.files += run_files(folder).size();
    report(check_recordings(folder, content::read_course(root / "lessons", root)), counts);
}

void check_files(const fs::path& folder, const fs::path& root, Counts& counts) {
    std::error_code error;
    if (fs::exists(folder / content::recordings_index, error))
        return check_index(folder, root, counts);
    for (const fs::path& file : run_files(folder)) {
        ++counts.files;
        for (const std::string& problem : problems_of(file)) {
            fmt::print("{}\n", problem);
            ++counts.problems;
        }
    }
}

/// A folder of lessons or one lesson, as opposed to a folder of run files.
bool holds_lessons(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder / "lesson.toml", error))
        return true;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().filename() == "lesson.toml")
            return true;
        if (at.depth() > 2)
            at.disable_recursion_pending();
    }
    return false;
}

std::string plural(std::size_t count, const std::string& noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

} // namespace

int check(const CheckOptions& options) {
    const auto root = find_root();
    if (!root)
        return refuse(root.error(), cannot);
    Counts counts;
    std::error_code error;
    if (options.folder.empty()) {
        check_lessons(*root / "lessons", *root, counts);
        check_index(*root / "assets" / "recordings", *root, counts);
    } else if (!fs::exists(options.folder, error)) {
        return refuse({options.folder, "there is no such file or folder.", ""}, misuse);
    } else {
        const fs::path folder = options.folder;
        const bool files =
            !run_files(folder).empty() || fs::exists(folder / content::recordings_index, error);
        if (fs::is_directory(folder, error) && (holds_lessons(folder) || !files))
            check_lessons(folder, *root, counts);
        check_files(folder, *root, counts);
    }
    fmt::print("{}, {}: {}.\n", plural(counts.lessons, "lesson"), plural(counts.files, "run file"),
               counts.problems == 0 ? "nothing wrong" : plural(counts.problems, "problem"));
    return counts.problems == 0 ? done : answer_is_no;
}

} // namespace lockstep::cli
