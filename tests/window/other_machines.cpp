// SPDX-License-Identifier: MIT
#include "tests/window/other_machines.hpp"

#include "app/experiment/paths.hpp"
#include "app/experiment/recordings.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/window/played_runs.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace lockstep::window_tests {

namespace fs = std::filesystem;

namespace {

/// A fixture that cannot be made proves nothing.
template <class T>
T needed(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

protocol::Catalogue built_catalogue() {
    const fs::path file = program_folder().parent_path() / "bin" / "catalogue.json";
    return needed(protocol::read_catalogue(needed(read_whole(file, 1u << 20))));
}

} // namespace

Run run_of_another(const char* lesson, const char* experiment, int cores, double slower) {
    const content::Course course = content::read_course(needed(find_root()) / "lessons");
    const fs::path folder =
        fs::temp_directory_path() / fmt::format("lockstep-other-{}", ::getpid());
    Run found;
    for (const std::string& file :
         write_played_runs(*course.lesson(lesson), built_catalogue(), folder, {.cores = cores})) {
        found = needed(load_run_file(file));
        if (found.experiment_id == experiment)
            break;
    }
    fs::remove_all(folder);
    for (Point& point : found.points)
        if (point.variant != found.baseline)
            for (double& time : point.time_ns)
                time *= slower;
    found.series = recompute_series(found);
    found.lesson = lesson;
    found.started = "2026-11-20T08:15:00Z";
    found.machine.hash = fmt::format("another of {}", cores);
    return found;
}

void write_other_machines(const fs::path& home) {
    Run hers = run_of_another("amdahl", "main", 2, 1.06);
    hers.id = "hers";
    needed(save_run_file(hers, home / "hers.json"));
    Run edited = hers;
    edited.id = "edited";
    edited.series[0].points[4].value = 9;
    needed(save_run_file(edited, home / "edited.json"));
    Run weather = hers;
    weather.workload = "weather";
    needed(save_run_file(weather, home / "weather.json"));
    needed(save_run_file(run_of_another("one-cashier", "main", 4), home / "cashier.json"));

    const std::string text = write_run(hers);
    std::ofstream(home / "cut.json") << text.substr(0, text.size() / 2);
    std::ofstream(home / "diary.json") << "Dear diary";
    std::ofstream(home / "newer.json") << R"({"format":"lockstep-run","version":2})";
    std::ofstream(home / "huge.json") << "{}";
    fs::resize_file(home / "huge.json", 100u << 20); // sparse: takes no room
    fs::create_directories(home / "folder.json");

    const auto added = add_recording(home / "recordings", run_of_another("amdahl", "workers", 16));
    needed(added ? Result<void>() : Result<void>(Failure(added.error())));
}

} // namespace lockstep::window_tests
