// SPDX-License-Identifier: MIT
// From arguments to a subcommand, or to the window.
#include "app/cli/cli.hpp"

#include "app/cli/commands.hpp"
#include "app/cli/simulate_trace.hpp"
#include "app/cli/values.hpp"
#include "app/experiment/laid_over.hpp"
#include "app/experiment/sweep.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace lockstep {

using namespace cli;

namespace {

namespace fs = std::filesystem;

bool has_display() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

/// The current folder, or the home folder where that cannot be written.
fs::path report_folder() {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const char* home = std::getenv("HOME");
    if ((error || ::access(here.c_str(), W_OK) != 0) && home && *home)
        return home;
    return here;
}

/// What can stand where a lesson was expected: lessons and subcommands, for "did you mean".
Error unknown_lesson(const content::Course& course, const std::string& name) {
    std::vector<std::string> known;
    for (const content::Lesson& lesson : course.lessons)
        known.push_back(lesson.id);
    for (const char* command :
         {"list", "passport", "run", "compare", "model", "simulate", "check", "doctor"})
        known.emplace_back(command);
    return unknown_name("lesson or subcommand", name, known);
}

/// A file is read before a window opens: what is wrong with it belongs beside the command that
/// named it. Nothing comes back when the window is to open it.
std::optional<int> open_file(const std::string& file, WindowRequest& out) {
    const bool trace = is_trace_file(file);
    if (trace) {
        if (const auto read = load_trace_file(file); !read)
            return refuse(read.error(), misuse);
    } else if (const auto read = load_laid_over(file); !read) {
        return refuse(read.error(), misuse);
    }
    std::error_code error;
    const fs::path path = fs::absolute(file, error);
    out.file = error ? file : path.string();
    if (has_display())
        return std::nullopt;
    if (!trace)
        return show_run(file);
    SimulateOptions options;
    options.name = file;
    return simulate(options);
}

/// What is no lesson and looks like a path, or lies there, was meant as a file.
bool is_meant_as_file(const std::string& name) {
    std::error_code error;
    return name.ends_with(".json") || name.find('/') != name.npos || fs::exists(name, error);
}

std::optional<int> open_window(const WindowOptions& options, WindowRequest& out) {
    if (options.lesson.ends_with(".json"))
        return open_file(options.lesson, out);
    if (!options.lesson.empty()) {
        const auto installed = find_installed();
        if (!installed)
            return refuse(installed.error(), cannot);
        const content::Lesson* lesson = find_lesson(installed->course, options.lesson);
        if (!lesson && is_meant_as_file(options.lesson))
            return open_file(options.lesson, out);
        if (!lesson)
            return refuse(unknown_lesson(installed->course, options.lesson), misuse);
        out.lesson = lesson->id;
    }
    if (has_display())
        return std::nullopt;
    return run_without_window(out.lesson);
}

struct Carrier {
    WindowRequest& out;
    std::optional<int> operator()(const WindowOptions& options) const {
        return open_window(options, out);
    }
    std::optional<int> operator()(const ListOptions& options) const { return list(options); }
    std::optional<int> operator()(const PassportOptions& options) const {
        return passport(options);
    }
    std::optional<int> operator()(const RunOptions& options) const { return run(options); }
    std::optional<int> operator()(const CompareOptions& options) const { return compare(options); }
    std::optional<int> operator()(const ModelOptions& options) const { return model(options); }
    std::optional<int> operator()(const SimulateOptions& options) const {
        return simulate(options);
    }
    std::optional<int> operator()(const CheckOptions& options) const { return check(options); }
    std::optional<int> operator()(const DoctorOptions&) const { return doctor(); }
};

} // namespace

std::optional<int> run_command_line(int argc, char** argv, WindowRequest& out) {
    const auto read = read_arguments(argc, argv);
    if (const int* code = std::get_if<int>(&read))
        return *code;
    try {
        const auto code = std::visit(Carrier{out}, std::get<Options>(read));
        if (code)
            std::fflush(stdout);
        if (!code || std::ferror(stdout) == 0)
            return code;
    } catch (const std::system_error&) {
        // fmt throws when what it prints cannot be written; a bench's pipes had us ignore SIGPIPE.
    }
    return refuse({"standard output", "not everything could be written.", ""}, cannot);
}

int run_without_window(const std::string& lesson) {
    const auto installed = find_installed();
    if (!installed)
        return refuse(installed.error(), cannot);
    if (installed->course.lessons.empty())
        return refuse({"lessons", "no lesson could be read.", "See lockstep check."}, cannot);
    const content::Lesson* chosen = lesson.empty() ? &installed->course.lessons.front()
                                                   : find_lesson(installed->course, lesson);
    if (!chosen)
        return refuse(unknown_lesson(installed->course, lesson), misuse);
    fmt::print("There is no display, so the lesson runs here in the terminal.\n"
               "With one, the same command opens the window. See also lockstep --help.\n\n");
    std::fflush(stdout);
    RunOptions options;
    options.name = chosen->id;
    const std::string day = utc_now().substr(0, 10);
    options.html = (report_folder() / fmt::format("lockstep-{}-{}.html", chosen->id, day)).string();
    return run_lesson(options, *installed, *chosen);
}

} // namespace lockstep
