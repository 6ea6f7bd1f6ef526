// SPDX-License-Identifier: MIT
#include "tests/gpu/record.hpp"

#include "app/content/lesson.hpp"
#include "app/experiment/paths.hpp"
#include "tests/gpu/process.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::on_card {

namespace fs = std::filesystem;

namespace {

/// What the runs leave for assets/recordings: run files and their index.
constexpr const char* recordings = "recordings";

/// Two files each: whoever carries them away may take eight.
constexpr std::size_t most_lessons_apart = 4;

Result<std::vector<std::string>> all_lessons() {
    LOCKSTEP_TRY(const fs::path root, find_root());
    std::vector<std::string> ids;
    for (const content::Lesson& lesson : content::read_course(root / "lessons").lessons)
        ids.push_back(lesson.id);
    if (ids.empty())
        return fail((root / "lessons").string(), "there are no lessons.");
    return ids;
}

/// Whether there is a file afterwards. 1 is an answer, too: a finding that does not hold here.
bool record(const std::string& id, const RecordOptions& options, const fs::path& program) {
    const fs::path file = options.folder / (id + ".json");
    const std::string budget =
        options.budget_s > 0 ? fmt::format(" --budget {}", options.budget_s) : "";
    const auto begin = std::chrono::steady_clock::now();
    const Said said = run_shell(
        fmt::format("{} run lesson:{}{} --record {} --json {} >{} 2>&1", quoted(program.string()),
                    quoted(id), budget, quoted((options.folder / recordings).string()),
                    quoted(file.string()), quoted((options.folder / (id + ".txt")).string())));
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::error_code error;
    const bool there =
        (said.code == 0 || said.code == 1) && fs::file_size(file, error) > 0 && !error;
    fmt::print("  {:<16} exit code {}, {:.0f} s{}\n", id, said.code, seconds,
               there ? "" : ": no run file");
    return there;
}

Result<void> pack(const fs::path& folder, const std::vector<std::string>& lessons) {
    std::vector<std::string> files;
    for (const std::string& id : lessons)
        for (const char* const ending : {".json", ".txt"})
            if (fs::exists(folder / (id + ending)))
                files.push_back(quoted(id + ending));
    if (fs::exists(folder / recordings))
        files.emplace_back(recordings);
    const std::string names = fmt::format("{}", fmt::join(files, " "));
    const Said said = run_shell(fmt::format("cd {} && tar -cf runs.tar {} && rm -r {}",
                                            quoted(folder.string()), names, names));
    if (said.code != 0)
        return fail((folder / "runs.tar").string(),
                    "cannot be made; the files are left as they are.");
    return {};
}

} // namespace

Result<fs::path> find_command_line(const fs::path& folder) {
    for (const char* const name : {"lockstep", "lockstep-terminal"}) {
        std::error_code error;
        if (fs::exists(folder / name, error))
            return folder / name;
    }
    return fail(folder.string(), "there is no lockstep in it.",
                "Build the target lockstep_terminal.");
}

Result<int> record_lessons(const RecordOptions& options, const fs::path& program) {
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return fail(options.folder.string(), "cannot be made: " + error.message() + ".");
    std::vector<std::string> lessons = options.lessons;
    if (lessons.empty()) {
        LOCKSTEP_TRY(lessons, all_lessons());
    }
    int without = 0;
    for (const std::string& id : lessons)
        without += !record(id, options, program);
    if (lessons.size() > most_lessons_apart)
        LOCKSTEP_CHECK(pack(options.folder, lessons));
    return without;
}

} // namespace lockstep::on_card
