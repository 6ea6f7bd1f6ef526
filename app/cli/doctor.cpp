// SPDX-License-Identifier: MIT
// `lockstep doctor`: what is installed, what is missing, and what that costs the learner.
#include "app/cli/bench_client.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/terminal.hpp"
#include "app/experiment/paths.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace lockstep::cli {

namespace {

namespace fs = std::filesystem;

struct Finding {
    bool there = false;
    std::string what, words; ///< words: what it is, or what its absence costs
    bool needed = false;     ///< nothing can be run without it
};

Finding lessons_found(const Result<Installed>& installed) {
    if (!installed)
        return {false, "lessons", installed.error().text(), true};
    const content::Course& course = installed->course;
    if (course.lessons.empty())
        return {false, "lessons", "None could be read: see lockstep check.", true};
    std::string words = fmt::format("{} lessons in {}", course.lessons.size(),
                                    (installed->root / "lessons").string());
    if (!course.problems.empty())
        words +=
            fmt::format("; {} could not be opened: see lockstep check", course.problems.size());
    return {course.problems.empty(), "lessons", words, false};
}

Finding catalogue_found(const Result<Installed>& installed) {
    if (installed && !installed->catalogue.workloads.empty())
        return {true, "catalogue",
                fmt::format("{} workloads", installed->catalogue.workloads.size()), true};
    return {
        false, "catalogue",
        fmt::format("{} is missing: workloads are not known before the bench starts. Build again.",
                    catalogue_file().string()),
        false};
}

std::vector<Finding> bench_found() {
    auto bench = BenchClient::create();
    if (!bench) {
        std::string words = bench.error().sentence;
        if (!bench.error().log.empty())
            words += " It said: " + bench.error().log.back();
        return {{false, "bench", words + " Nothing can be timed.", true}};
    }
    const protocol::Machine& machine = (*bench)->machine();
    std::vector<Finding> found{{true, "bench", join_words(bench_arguments()), true}};
    found.push_back(
        {machine.cores > 1, "cores",
         machine.cores > 1
             ? fmt::format("{} may be used", machine.cores)
             : "One core cannot run two things at once: speedups stay at 1, and models and "
               "waiting threads show the rest."});
    found.push_back({machine.simd_lanes_f32 > 1, "vector unit",
                     machine.simd_lanes_f32 > 1
                         ? fmt::format("{}, {} lanes", machine.simd, machine.simd_lanes_f32)
                         : "None was found: lessons about lanes need one."});
    found.push_back({machine.has_gpu, "graphics card",
                     machine.has_gpu
                         ? machine.gpu
                         : fmt::format("{}. CUDA variants are not shown; the vector unit "
                                       "shows the same effects.",
                                       machine.gpu)});
    return found;
}

Finding display_found() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    if (set("DISPLAY") || set("WAYLAND_DISPLAY"))
        return {true, "display", "a window can be opened"};
    return {false, "display",
            "None: lessons run in the terminal (lockstep run) and leave an HTML report."};
}

/// Where the learner's answers and runs are kept, by the rules of XDG.
Finding data_folder_found() {
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    fs::path folder = data && *data ? fs::path(data) : fs::path(home ? home : ".") / ".local/share";
    // The nearest folder that exists decides whether the rest can be made.
    std::error_code error;
    const fs::path wanted = folder / "lockstep";
    while (!folder.empty() && !fs::exists(folder, error) && folder.has_parent_path() &&
           folder != folder.parent_path())
        folder = folder.parent_path();
    if (::access(folder.c_str(), W_OK) == 0)
        return {true, "memory", wanted.string()};
    return {false, "memory",
            fmt::format("{} cannot be written: what you did is not there at the next start.",
                        wanted.string())};
}

} // namespace

int doctor() {
    const auto installed = find_installed();
    std::vector<Finding> findings{lessons_found(installed), catalogue_found(installed)};
    for (Finding& finding : bench_found())
        findings.push_back(std::move(finding));
    findings.push_back(display_found());
    findings.push_back(data_folder_found());
    std::vector<std::vector<std::string>> rows;
    bool works = true;
    for (const Finding& finding : findings) {
        rows.push_back({finding.there    ? "✓"
                        : finding.needed ? "✗"
                                         : "–",
                        finding.what, finding.words});
        works = works && (finding.there || !finding.needed);
    }
    fmt::print("lockstep {}\n{}", program_version(), listing(rows));
    fmt::print("\n{}\n", works ? "Lessons can be taken here." : "Lessons cannot be run here yet.");
    return works ? done : cannot;
}

} // namespace lockstep::cli
