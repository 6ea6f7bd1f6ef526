// SPDX-License-Identifier: MIT
// lockstep_window_tests NAME: walks one path in the real window, against a bench that plays run files.
// The learner's folders are fresh ones; a second start of the same path finds what the first left.
#include "tests/window/path.hpp"
#include "tests/window/pictures.hpp"

#include "app/experiment/paths.hpp"
#include "app/shell/window.hpp"

#include <hello_imgui/hello_imgui.h>
#include <imgui_internal.h>
#include <imgui_test_engine/imgui_te_context.h>
#include <imgui_test_engine/imgui_te_engine.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace lockstep;
using namespace lockstep::window_tests;

struct Walk {
    const WindowPath& path;
    void (*steps)(Driver&);
    shell::Front& front;
    bool failed = false, conflict = false;
    ImGuiTest* test = nullptr;
};
Walk* g_walk = nullptr; // the Test Engine's functions carry no argument of ours

void walk(ImGuiTestContext* context) {
    Driver driver(*context, g_walk->front);
    // The first frames find out how high things are.
    driver.frames(6);
    g_walk->steps(driver);
    if (!driver.failed()) driver.picture("end");
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
    io.ConfigWatchdogKillTest = 170;
    ImGui::GetIO().ConfigDebugHighlightIdConflicts = false; // its tooltip would cover what is tested
    g_walk->test = IM_REGISTER_TEST(engine, "window", g_walk->path.name);
    g_walk->test->TestFunc = walk;
    ImGuiTestEngine_QueueTest(engine, g_walk->test);
}

void between_frames() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.HoveredIdPreviousFrameItemCount > 1 && !g_walk->conflict) {
        g_walk->conflict = true;
        std::fprintf(stderr, "  two items have one id; the pointer is at %.0f, %.0f\n",
                     static_cast<double>(context.IO.MousePos.x), static_cast<double>(context.IO.MousePos.y));
    }
    ImGuiTestEngine* engine = HelloImGui::GetImGuiTestEngine();
    if (g_walk->test && engine && ImGuiTestEngine_IsTestQueueEmpty(engine))
        g_walk->front.commands().push_back(command::Quit{});
}

/// The bench plays the folder's run files, unless they are being recorded.
void add_played_runs(std::vector<std::string>& bench, const std::filesystem::path& root,
                     const WindowPath& path) {
    if (!path.runs || std::getenv("LOCKSTEP_RECORD_RUNS")) return;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/window/runs" / path.runs))
        files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    bench.push_back("--play");
    bench.insert(bench.end(), files.begin(), files.end());
}

bool start(const WindowPath& path, void (*steps)(Driver&)) {
    const auto root = find_root();
    if (!root) {
        std::fprintf(stderr, "%s\n", root.error().text().c_str());
        return false;
    }
    shell::FrontOptions options;
    options.lesson = path.lesson;
    options.root = *root;
    options.bench = {(program_folder().parent_path() / "bin" / "lockstep-bench").string()};
    add_played_runs(options.bench, *root, path);
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
    if (shell::run_window(front, hooks) != 0) return false;
    const bool succeeded = here.test && here.test->Output.Status == ImGuiTestStatus_Success;
    return succeeded && !here.failed && !here.conflict;
}

std::filesystem::path fresh_home() {
    std::string name = (std::filesystem::temp_directory_path() / "lockstep-window-XXXXXX").string();
    const std::filesystem::path home = ::mkdtemp(name.data());
    ::setenv("HOME", home.c_str(), 1);
    ::setenv("XDG_DATA_HOME", (home / "data").c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (home / "config").c_str(), 1);
    ::unsetenv("XDG_CURRENT_DESKTOP");
    return home;
}

int run(const WindowPath& path) {
    const std::filesystem::path home = fresh_home();
    Pictures::of_this_path().set_folder(program_folder().parent_path() / "screenshots", path.name);
    if (path.prepare) path.prepare(home);
    bool good = start(path, path.walk);
    if (good && path.walk_again) {
        Pictures::of_this_path().set_folder(program_folder().parent_path() / "screenshots",
                                            std::string(path.name) + "-again");
        good = start(path, path.walk_again);
    }
    std::error_code error;
    // LOCKSTEP_RECORD_RUNS=FOLDER walks against the real bench and keeps the run files for --play.
    if (const char* folder = std::getenv("LOCKSTEP_RECORD_RUNS"))
        std::filesystem::copy(home / "data" / "lockstep" / "runs", folder,
                              std::filesystem::copy_options::overwrite_existing |
                                  std::filesystem::copy_options::recursive,
                              error);
    std::filesystem::remove_all(home, error);
    std::printf("%s: %s\n", path.name, good ? "walked" : "FAILED");
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    for (const WindowPath* path : all_paths())
        if (argc == 2 && std::string_view(argv[1]) == path->name) return run(*path);
    std::fprintf(stderr, "lockstep_window_tests NAME, one of:\n");
    for (const WindowPath* path : all_paths()) std::fprintf(stderr, "  %s\n", path->name);
    return 2;
}
