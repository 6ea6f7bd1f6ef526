// SPDX-License-Identifier: MIT
// All lessons of a folder, in the order of their numbers.
#include "app/content/keys.hpp"
#include "app/content/lesson_reader.hpp"
#include "app/content/paths.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {

namespace fs = std::filesystem;

namespace {

/// 3 of "03_many_cores"; -1 when the name does not begin with digits and an underscore.
int number_of(const fs::path& folder) {
    const std::string name = folder.filename().string();
    const auto digits = name.find_first_not_of("0123456789");
    if (digits == 0 || digits == name.npos || digits > 3 || name[digits] != '_')
        return -1;
    return std::stoi(name.substr(0, digits));
}

/// The folders NN_name, by number and then by name.
std::vector<fs::path> numbered_folders(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_directory(error) && number_of(at->path()) >= 0)
            found.push_back(at->path());
    std::ranges::sort(found, {}, [](const fs::path& path) {
        return std::pair(number_of(path), path.filename().string());
    });
    return found;
}

/// "03_many_cores" -> "many cores", for a unit whose unit.toml says nothing.
std::string words_of(const fs::path& folder) {
    std::string name = folder.filename().string();
    name.erase(0, name.find('_') + 1);
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// A unit as its unit.toml has it.
struct Unit {
    fs::path folder;
    std::string title;
    int shown_after = -1; ///< the number of the unit that is shown before it; -1: by its own number
};

Unit read_unit(const fs::path& folder, std::vector<Problem>& problems) {
    Unit unit{folder, words_of(folder)};
    const fs::path file = folder / "unit.toml";
    const auto text = read_text(file);
    if (!text) {
        problems.push_back({file, 0, "the unit has no title.",
                            "Write unit.toml with title = 'Many cores' into its folder."});
        return unit;
    }
    const auto tree = read_toml(*text, file.string());
    if (!tree) {
        problems.push_back({file, 0, tree.error().text(), ""});
        return unit;
    }
    Keys keys(*tree, "unit.toml", file, problems);
    if (std::string title = keys.needed_text("title"); !title.empty())
        unit.title = std::move(title);
    unit.shown_after = keys.whole("shown_after", -1);
    keys.done();
    return unit;
}

/// Those that hold lessons, in the order in which they are shown.
std::vector<Unit> units_of(const fs::path& folder, std::vector<Problem>& problems) {
    std::vector<Unit> units;
    for (const fs::path& unit : numbered_folders(folder))
        if (!numbered_folders(unit).empty())
            units.push_back(read_unit(unit, problems));
    std::ranges::stable_sort(units, {}, [](const Unit& unit) {
        const int number = number_of(unit.folder);
        return unit.shown_after < 0 ? std::pair(number, -1) : std::pair(unit.shown_after, number);
    });
    return units;
}

void add_lesson(Course& course, const fs::path& folder, const fs::path& root,
                const std::string& unit) {
    LessonRead read = read_lesson(folder, root);
    std::ranges::move(read.problems, std::back_inserter(course.problems));
    if (!read.lesson)
        return;
    Lesson& lesson = *read.lesson;
    lesson.unit = unit;
    lesson.number = fmt::format("{}.{}", number_of(folder.parent_path()), number_of(folder));
    if (const Lesson* other = course.lesson(lesson.id)) {
        course.problems.push_back(
            {folder / "lesson.toml", 1,
             fmt::format("the id '{}' is taken by {}.", lesson.id, other->folder.string()),
             "Give this lesson another id.", true});
        return;
    }
    course.lessons.push_back(std::move(lesson));
}

} // namespace

Course read_course(const fs::path& folder) {
    return read_course(folder, fs::absolute(folder).lexically_normal().parent_path());
}

Course read_course(const fs::path& folder, const fs::path& root) {
    Course course;
    course.folder = folder;
    if (fs::exists(folder / "lesson.toml")) { // one lesson alone
        const fs::path whole = fs::absolute(folder).lexically_normal();
        add_lesson(course, folder, root, read_unit(whole.parent_path(), course.problems).title);
        return course;
    }
    for (const Unit& unit : units_of(folder, course.problems))
        for (const fs::path& lesson : numbered_folders(unit.folder))
            add_lesson(course, lesson, root, unit.title);
    if (course.lessons.empty() && course.problems.empty())
        course.problems.push_back({folder, 0, "there are no lessons here.",
                                   "Lessons lie in NN_unit/NN_lesson/lesson.toml.", true});
    return course;
}

std::uint64_t course_stamp(const fs::path& folder) {
    std::uint64_t stamp = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code gone; // a file may vanish while we look
        const auto time = fs::last_write_time(at->path(), gone).time_since_epoch().count();
        const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
        const auto name = std::hash<std::string>{}(at->path().string());
        // A sum does not depend on the order in which the folder is walked.
        stamp += (name ^ static_cast<std::uint64_t>(time)) * 0x9E3779B97F4A7C15u +
                 static_cast<std::uint64_t>(size);
    }
    return stamp;
}

} // namespace lockstep::content
