// SPDX-License-Identifier: MIT
// A lesson that is being written: what is wrong stands above it with file, line and remedy, and
// goes as soon as the file is mended, while the window stays open.
#include "tests/window/steps.hpp"

#include "tests/window/own_lessons.hpp"

#include <cstdlib>
#include <filesystem>

namespace lockstep::window_tests {

namespace {

namespace fs = std::filesystem;

constexpr const char* right = "workload = 'amdahl'";
constexpr const char* wrong = "workload = 'amdal'";

fs::path lesson_file(const fs::path& home) {
    return home / "root/lessons/01_where_it_comes_from/02_amdahl/lesson.toml";
}

void prepare(const fs::path& home) {
    use_own_lessons(home);
    replace_all(lesson_file(home), right, wrong);
}

void walk(Driver& d) {
    arrive(d);
    const auto said = [&] { return d.session().lesson()->problems; };
    d.wait_until("the lesson is checked", [&] { return !said().empty(); });
    if (d.failed())
        return;
    const std::string text = said().front().text();
    d.check(text.find("lesson.toml:") != text.npos, "file and line are said");
    const std::string seen = said().front().text_from(d.session().course.folder);
    d.check(seen.starts_with("01_where_it_comes_from/02_amdahl/lesson.toml:"),
            "as the folder of the lessons has them");
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
