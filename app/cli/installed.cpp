// SPDX-License-Identifier: MIT
// Finding what came with the program.
#include "app/cli/commands.hpp"
#include "app/experiment/paths.hpp"
#include "app/experiment/run_file.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

Result<protocol::Catalogue> read_built_catalogue() {
    LOCKSTEP_TRY(const std::string text, read_whole(catalogue_file(), 16u << 20));
    return protocol::read_catalogue(text);
}

Result<Installed> find_installed() {
    Installed installed;
    LOCKSTEP_TRY(installed.root, find_root());
    installed.course = content::read_course(installed.root / "lessons");
    if (auto catalogue = read_built_catalogue())
        installed.catalogue = *std::move(catalogue);
    return installed;
}

const content::Lesson* find_lesson(const content::Course& course, const std::string& name) {
    if (const content::Lesson* lesson = course.lesson(name))
        return lesson;
    const auto numbered = std::ranges::find(course.lessons, name, &content::Lesson::number);
    return numbered == course.lessons.end() || name.empty() ? nullptr : &*numbered;
}

int refuse(const Error& error, ExitCode code) {
    fmt::print(stderr, "lockstep: {}\n", error.text());
    return code;
}

} // namespace lockstep::cli
