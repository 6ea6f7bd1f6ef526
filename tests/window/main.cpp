// SPDX-License-Identifier: MIT
// lockstep_window_tests NAME: walks one path in the real window, against a bench that plays run
// files. The learner's folders are fresh ones; a second start of the same path finds what the first
// left.
#include "tests/window/crash.hpp"
#include "tests/window/path.hpp"
#include "tests/window/pictures.hpp"

#include "app/experiment/paths.hpp"
#include "app/experiment/run_file.hpp"
#include "app/shell/window.hpp"

#include <hello_imgui/hello_imgui.h>
#include <imgui_internal.h>
#include <imgui_test_engine/imgui_te_context.h>
#include <imgui_test_engine/imgui_te_engine.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace lockstep;
using namespace lockstep::window_tests;

struct Walk {
    const WindowPath& path;
    void (*steps)(Driver&);
    shell::Front& front;
    bool failed = false, conflict = false, succeeded = false;
    ImGuiTest* test = nullptr; ///< the Test Engine's, gone with the window
};
Walk* g_walk = nullptr; // the Test Engine's functions carry no argument of ours

void walk(ImGuiTestContext* context) {
    Driver driver(*context, g_walk->front);
    // The first frames find out how high things are.
    driver.frames(6);
    g_walk->steps(driver);
    if (!driver.failed())
        driver.picture("end");
    g_walk->failed = driver.failed() || context->IsError();
}

void register_test() {
    ImGuiTestEngine* engine = HelloImGui::GetImGuiTestEngine();
    ImGuiTestEngineIO& io = ImGuiTestEngine_GetIO(engine);
    io.ConfigRunSpeed = ImGuiTestRunSpeed_Fast;
    io.ConfigFixedDeltaTime = 1.0f / 60;
    io.ConfigLogToTTY = std::getenv("LOCKSTEP_TEST_LOG") != nullptr;
    io.ConfigCaptureEnabled = false;
    io.ConfigWatchdogWarning = 60;
    io.ConfigWatchdogKillTest = 390;
    ImGui::GetIO().ConfigDebugHighlightIdConflicts =
        false; // its tooltip would cover what is tested
    g_walk->test = IM_REGISTER_TEST(engine, "window", g_walk->path.name);
    g_walk->test->TestFunc = walk;
    Pictures::leave_others_unrendered();
    report_crashes();
    ImGuiTestEngine_QueueTest(engine, g_walk->test);
}

void between_frames() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.HoveredIdPreviousFrameItemCount > 1 && !g_walk->conflict) {
        g_walk->conflict = true;
        std::fprintf(stderr, "  two items have one id; the pointer is at %.0f, %.0f\n",
                     static_cast<double>(context.IO.MousePos.x),
                     static_cast<double>(context.IO.MousePos.y));
    }
    ImGuiTestEngine* engine = HelloImGui::GetImGuiTestEngine();
    if (g_walk->test && engine && ImGuiTestEngine_IsTestQueueEmpty(engine)) {
        g_walk->succeeded = g_walk->test->Output.Status == ImGuiTestStatus_Success;
        g_walk->front.commands().push_back(command::Quit{});
    }
}

/// What the bench beside this program can do.
Result<protocol::Catalogue> read_catalogue_file(const std::filesystem::path& file) {
    LOCKSTEP_TRY(const std::string text, read_whole(file, 1u << 20));
    return protocol::read_catalogue(text);
}

/// The bench plays what a quiet machine would have measured.
Result<void> add_played_runs(std::vector<std::string>& bench, const std::filesystem::path& root,
                             const WindowPath& path, const std::filesystem::path& home) {
    if (!path.played)
        return {};
    const auto binaries = std::filesystem::path(bench.front()).parent_path();
    LOCKSTEP_TRY(const protocol::Catalogue catalogue,
                 read_catalogue_file(binaries / "catalogue.json"));
    const content::Course course = content::read_course(root / "lessons");
    if (!course.lesson(path.lesson))
        return fail(path.lesson, "there is no such lesson.");
    bench.push_back("--play");
    for (const content::Lesson& lesson : course.lessons) {
        if (path.all_lessons ? !is_of_this_unit(lesson) : lesson.id != path.lesson)
            continue;
        const auto files = write_played_runs(lesson, catalogue, home / "played", path.machine);
        bench.insert(bench.end(), files.begin(), files.end());
    }
    if (const auto file = write_played_passport(home / "played", path.machine); !file.empty())
        bench.push_back(file);
    return {};
}

/// Of the unit, where the path goes through every lesson of one.
std::string first_lesson(const WindowPath& path, const std::filesystem::path& root) {
    if (path.all_lessons)
        for (const content::Lesson& lesson : content::read_course(root / "lessons").lessons)
            if (is_of_this_unit(lesson))
                return lesson.id;
    return path.lesson;
}

bool start(const WindowPath& path, void (*steps)(Driver&), const std::filesystem::path& home) {
    const auto root = find_root();
    if (!root) {
        std::fprintf(stderr, "%s\n", root.error().text().c_str());
        return false;
    }
    shell::FrontOptions options;
    options.lesson = path.by_name ? first_lesson(path, *root) : "";
    options.root = *root;
    options.recordings = home / "recordings"; // what ships is no part of a path
    options.bench = {(program_folder().parent_path() / "bin" / "lockstep-bench").string()};
    if (const auto added = add_played_runs(options.bench, *root, path, home); !added) {
        std::fprintf(stderr, "%s\n", added.error().text().c_str());
        return false;
    }
    shell::Front front(std::move(options));
    Walk here{path, steps, front};
    g_walk = &here;
    shell::WindowHooks hooks;
    hooks.register_tests = register_test;
    hooks.after_frame = between_frames;
    hooks.before_swap = [] { Pictures::of_this_path().take(); };
    hooks.width = path.width;
    hooks.height = path.height;
    hooks.motion = false;
    if (shell::run_window(front, hooks) != 0)
        return false;
    return here.succeeded && !here.failed && !here.conflict;
}

std::filesystem::path fresh_home() {
    std::string name = (std::filesystem::temp_directory_path() / "lockstep-window-XXXXXX").string();
    const std::filesystem::path home = ::mkdtemp(name.data());
    ::setenv("HOME", home.c_str(), 1);
    ::setenv("XDG_DATA_HOME", (home / "data").c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (home / "config").c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (home / "cache").c_str(), 1);
    ::unsetenv("XDG_CURRENT_DESKTOP");
    return home;
}

/// The second start is a process of its own, as the learner's is.
bool start_again(const WindowPath& path, const std::filesystem::path& home) {
    std::string arguments[] = {"/proc/self/exe", path.name, home.string()};
    char* pointers[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(), nullptr};
    pid_t child = 0;
    int status = 1;
    if (::posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, pointers, environ) != 0)
        return false;
    return ::waitpid(child, &status, 0) == child && status == 0;
}

void remove_home(const std::filesystem::path& home) {
    std::error_code error;
    if (!std::getenv("LOCKSTEP_KEEP_HOME"))
        std::filesystem::remove_all(home, error);
}

constexpr const char* round_lesson = "LOCKSTEP_ROUND_LESSON";
constexpr const char* round_what = "LOCKSTEP_ROUND";

int walk_rounds(const WindowPath& path) {
    const auto root = find_root();
    if (!root)
        return 1;
    const auto rounds = path.rounds(content::read_course(*root / "lessons"));
    int walked = 0;
    for (const Round& round : rounds) {
        ::setenv(round_lesson, round.lesson.c_str(), 1);
        ::setenv(round_what, round.what.c_str(), 1);
        const std::filesystem::path home = fresh_home();
        const bool good = start_again(path, home);
        std::printf("  %s, %s: %s\n", round.lesson.c_str(), round.what.c_str(),
                    good ? "walked" : "FAILED");
        walked += good ? 1 : 0;
        remove_home(home);
    }
    const bool all = !rounds.empty() && walked == static_cast<int>(rounds.size());
    std::printf("%s: %s\n", path.name, all ? "walked" : "FAILED");
    return all ? 0 : 1;
}

int walk_first(const WindowPath& path) {
    const std::filesystem::path home = fresh_home();
    const char* const unit = std::getenv("LOCKSTEP_UNIT");
    Pictures::of_this_path().set_folder(program_folder().parent_path() / "screenshots",
                                        path.name + (unit ? "_" + std::string(unit) : ""));
    if (path.prepare)
        path.prepare(home);
    bool good = start(path, path.walk, home);
    if (good && path.walk_again)
        good = start_again(path, home);
    remove_home(home);
    std::printf("%s: %s\n", path.name, good ? "walked" : "FAILED");
    return good ? 0 : 1;
}

/// In the process of a round.
int walk_round(WindowPath path, const std::filesystem::path& home) {
    const char* const lesson = std::getenv(round_lesson);
    if (lesson)
        path.lesson = lesson;
    std::string name = std::string(path.name) + "-" + path.lesson + "-" + round_of_this_start();
    std::ranges::replace(name, '/', '-');
    Pictures::of_this_path().set_folder(program_folder().parent_path() / "screenshots", name);
    return start(path, path.walk, home) ? 0 : 1;
}

int walk_again(WindowPath path, const std::filesystem::path& home) {
    Pictures::of_this_path().set_folder(program_folder().parent_path() / "screenshots",
                                        std::string(path.name) + "-again");
    return start(path, path.walk_again, home) ? 0 : 1;
}

} // namespace

std::string lockstep::window_tests::round_of_this_start() {
    const char* const what = std::getenv(round_what);
    return what ? what : "";
}

int main(int argc, char** argv) {
    for (const WindowPath* path : all_paths())
        if (argc > 1 && std::string_view(argv[1]) == path->name)
            return argc > 2       ? (path->rounds ? walk_round : walk_again)(*path, argv[2])
                   : path->rounds ? walk_rounds(*path)
                                  : walk_first(*path);
    std::fprintf(stderr, "lockstep_window_tests NAME, one of:\n");
    for (const WindowPath* path : all_paths())
        std::fprintf(stderr, "  %s\n", path->name);
    return 2;
}
