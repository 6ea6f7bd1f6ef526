// SPDX-License-Identifier: MIT
// `lockstep run NAME`: whether NAME is a lesson or a workload.
#include "app/cli/commands.hpp"
#include "app/cli/values.hpp"

#include <algorithm>

namespace lockstep::cli {

namespace {

/// "workload:amdahl" -> "amdahl"; false when it begins with something else.
bool take_prefix(std::string& name, const std::string& prefix) {
    if (!name.starts_with(prefix))
        return false;
    name.erase(0, prefix.size());
    return true;
}

std::vector<std::string> all_names(const Installed& installed) {
    std::vector<std::string> names;
    for (const content::Lesson& lesson : installed.course.lessons)
        names.push_back(lesson.id);
    for (const protocol::WorkloadInfo& workload : installed.catalogue.workloads)
        if (!std::ranges::count(names, workload.name))
            names.push_back(workload.name);
    return names;
}

} // namespace

int run(const RunOptions& options) {
    auto installed = find_installed();
    if (!installed)
        return refuse(installed.error(), cannot);
    std::string name = options.name;
    const bool only_workload = take_prefix(name, "workload:");
    const bool only_lesson = !only_workload && take_prefix(name, "lesson:");
    const content::Lesson* lesson = only_workload ? nullptr : find_lesson(installed->course, name);
    const bool workload = !only_lesson && installed->catalogue.workload(name) != nullptr;
    const bool own_sweep = !options.sweep.empty() || !options.variants.empty();
    if (lesson && !(workload && own_sweep))
        return run_lesson(options, *installed, *lesson);
    if (workload)
        return run_workload(options, *installed, name);
    if (installed->catalogue.workloads.empty())
        return refuse({"catalogue.json",
                       "was not found beside the program, so no workload is known.",
                       "Build the program again with ./lockstep."},
                      cannot);
    return refuse(unknown_name("lesson or workload", name, all_names(*installed)), misuse);
}

} // namespace lockstep::cli
