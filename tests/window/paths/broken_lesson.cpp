// SPDX-License-Identifier: MIT
// A lesson that is being written: what is wrong stands above it with file, line and remedy, and
// goes as soon as the file is mended, while the window stays open.
#include "tests/window/steps.hpp"

#include "app/experiment/paths.hpp"
#include "app/experiment/run_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace lockstep::window_tests {

namespace {

namespace fs = std::filesystem;

constexpr const char* right = "workload = 'amdahl'";
constexpr const char* wrong = "workload = 'amdal'";

fs::path lesson_file(const fs::path& home) {
    return home / "root/lessons/01_where_it_comes_from/02_amdahl/lesson.toml";
}

void replace_all(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = read_whole(file, 1u << 20).value_or("");
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    std::ofstream(file) << text;
}

/// A tree of its own, whose lessons may be changed.
void prepare(const fs::path& home) {
    const auto root = find_root();
    if (!root)
        return;
    fs::create_directories(home / "root");
    fs::copy(*root / "lessons", home / "root/lessons", fs::copy_options::recursive);
    for (const char* folder : {"kernels", "assets"})
        fs::create_directory_symlink(*root / folder, home / "root" / folder);
    replace_all(lesson_file(home), right, wrong);
    ::setenv("LOCKSTEP_ROOT", (home / "root").c_str(), 1);
}

void walk(Driver& d) {
    arrive(d);
    const auto said = [&] { return d.session().lesson()->problems; };
    d.wait_until("the lesson is checked", [&] { return !said().empty(); });
    if (d.failed())
        return;
    const std::string text = said().front().text();
    d.check(text.find("lesson.toml:") != text.npos, "file and line are said");
    d.check(text.find("there is no workload 'amdal'") != text.npos, "what is wrong is said");
    d.check(text.find("amdahl") != text.npos, "what to do is said");
    d.frames(4);
    d.picture("broken");
    replace_all(lesson_file(std::getenv("HOME")), wrong, right);
    d.wait_until("the mended file is read by itself", [&] { return said().empty(); });
    draw_and_lock(d, "curve", 0.85f, 0.15f);
    replace_all(lesson_file(std::getenv("HOME")), "title   = \"Amdahl's law\"",
                "title   = 'Changed'");
    d.wait_until("a change is read by itself",
                 [&] { return d.session().lesson()->title == "Changed"; });
    d.check(d.block("curve").guesses.size() == 1, "what the learner did stays");
    d.frames(4);
}

} // namespace

extern const WindowPath broken_lesson_path{
    .name = "broken_lesson", .lesson = "amdahl", .walk = walk, .played = false, .prepare = prepare};

} // namespace lockstep::window_tests
